import type { PaneEnvironment, PaneRequest, PaneTheme } from "../../../src/taskpane/environment";
import { fakeHostChecks, type FakeHostChecks } from "./fake-host-checks";
import type { Place } from "../../../src/taskpane/routing";
import type { Language } from "../../../src/core/units";

export interface FakeEnvironment extends PaneEnvironment {
  readonly kept: Map<string, string>;
  /** What a reload leaves and the end of Excel does not. */
  readonly passing: Map<string, string>;
  readonly checks: FakeHostChecks;
  ask(request: PaneRequest): void;
  changeTheme(theme: PaneTheme): void;
}

const storageIn = (map: Map<string, string>) => ({
  get: (key: string) => map.get(key) ?? null,
  set: (key: string, value: string | null) => void (value === null ? map.delete(key) : map.set(key, value)),
});

/** Storage in memory; pass an earlier one to stand for a reload of the page. */
export function fakeEnvironment(
  given: {
    language?: Language;
    author?: string;
    theme?: PaneTheme;
    kept?: Map<string, string>;
    passing?: Map<string, string>;
    today?: number;
    start?: Place;
  } = {},
): FakeEnvironment {
  const kept = given.kept ?? new Map<string, string>();
  const passing = given.passing ?? new Map<string, string>();
  const requests = new Set<(request: PaneRequest) => void>();
  const themed = new Set<(theme: PaneTheme) => void>();
  const checks = fakeHostChecks();
  let author = given.author ?? "Anne Dodsworth";
  return {
    kept,
    passing,
    language: given.language ?? "en",
    theme: given.theme ?? "light",
    onThemeChange: (listener) => {
      themed.add(listener);
      return () => themed.delete(listener);
    },
    onRequest: (listener) => {
      requests.add(listener);
      return () => requests.delete(listener);
    },
    storage: storageIn(kept),
    memory: storageIn(passing),
    today: () => given.today ?? 35_921,
    author: () => author,
    setAuthor: (name) => {
      author = name;
    },
    version: "0.1.0",
    start: given.start,
    selfTest: () => Promise.resolve(checks),
    checks,
    openUrl: () => undefined,
    ask: (request) => requests.forEach((listener) => listener(request)),
    changeTheme: (theme) => themed.forEach((listener) => listener(theme)),
  };
}
