/** What the pane needs of the place it runs in. The runtime entry makes it; components never meet the host. */
import type { Day, Language } from "../core/units";
import type { HostChecks } from "../workbook/self-test/self-test";
import type { KeptKey, PassingKey } from "./kept-keys";
import type { Place } from "./routing";

export type PaneTheme = "light" | "dark" | "high-contrast";

/** What a ribbon button asks of the pane; `refresh` refreshes and says there what stood in the way. */
export type PaneRequest = "today" | "log" | "reviews" | "settings" | "refresh" | "self-test";

/** Kept on this computer, already partitioned by the host; never throws, forgets where it is not allowed. */
export interface PaneStorage<Key extends string = KeptKey> {
  get(key: Key): string | null;
  set(key: Key, value: string | null): void;
}

export interface PaneEnvironment {
  /** Display language of Office; the person may choose another one for the pane. */
  readonly language: Language;
  readonly theme: PaneTheme;
  onThemeChange(listener: (theme: PaneTheme) => void): () => void;
  /** Calls back when a ribbon button wants the pane somewhere; also for a request made before the pane stood. */
  onRequest?(listener: (request: PaneRequest) => void): () => void;
  readonly storage: PaneStorage;
  /** Gone when Excel is closed. */
  readonly memory: PaneStorage<PassingKey>;
  today(): Day;
  /** Who the user is, asked once per computer; "" until then. */
  author(): string;
  setAuthor(name: string): void;
  readonly version: string;
  /** Where the pane opens; Today without it. */
  readonly start?: Place;
  /** The checks of Help > Check this Excel, loaded when they are asked for. */
  selfTest(): Promise<HostChecks>;
  openUrl(url: string): void;
}
