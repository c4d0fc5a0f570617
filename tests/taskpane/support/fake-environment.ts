import type { PaneEnvironment, PaneRequest, PaneTheme } from "../../../src/taskpane/environment";
import { fakeHostChecks, type FakeHostChecks } from "./fake-host-checks";
import type { Place } from "../../../src/taskpane/routing";
import type { Language } from "../../../src/core/units";

export interface FakeEnvironment extends PaneEnvironment {
  readonly kept: Map<string, string>;
  readonly checks: FakeHostChecks;
  ask(request: PaneRequest): void;
  changeTheme(theme: PaneTheme): void;
}

/** Storage in memory; pass an earlier one to stand for a reload of the page. */
export function fakeEnvironment(
  given: {
    language?: Language;
    author?: string;
    theme?: PaneTheme;
    kept?: Map<string, string>;
    start?: Place;
  } = {},
): FakeEnvironment {
  const kept = given.kept ?? new Map<string, string>();
  const requests = new Set<(request: PaneRequest) => void>();
  const themed = new Set<(theme: PaneTheme) => void>();
  const checks = fakeHostChecks();
  let author = given.author ?? "Anne Dodsworth";
  return {
    kept,
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
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => {
        if (value === null) kept.delete(key);
        else kept.set(key, value);
      },
    },
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
