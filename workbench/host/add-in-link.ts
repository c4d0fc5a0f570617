/** What a transport needs of the host, and what it offers in return; the same for both flavours. */
import type { Answer } from "./engine";
import type { MessageEntry } from "./event-types";
import type { AddInDescription, Flavour } from "./host";

/** Calls of the add-in's page, by the dispatch ids of executeMethod and Execute. */
export const dispatchId = {
  settingsRefresh: 75,
  settingsSave: 76,
  richApi: 93,
  commandCompleted: 94,
  accessToken: 98,
  openBrowserWindow: 102,
} as const;

/** Event names of the web flavour and their numbers on Windows. */
export const channelEvent = {
  settingsChanged: 1,
  documentSelectionChanged: 2,
  richApiMessage: 33,
  appCommandInvoked: 39,
} as const;
export type ChannelEvent = keyof typeof channelEvent;

/** Error of a dispatch id the workbench has no answer for (ooeNoCapability). */
export const noCapability = 7000;

export interface HostSide {
  readonly flavour: Flavour;
  readonly locale: string;
  readonly culture: string;
  readonly addIn: AddInDescription;
  readonly documentUrl: string;
  readonly version: string;
  readonly readOnly: boolean;
  readonly dark: boolean;
  /** The requirement matrix as the JSON text both flavours want. */
  readonly requirementMatrix: string;
  batch(body: string, flags: number): Promise<Answer>;
  settings(): [string, string][];
  saveSettings(pairs: readonly (readonly [string, string])[]): void;
  commandCompleted(commandId: string): void;
  openBrowserWindow(url: string): void;
  /** A page begins to load the library: the runtime before it, if any, is gone. */
  pageStarted(): void;
  /** Connects the page's event channel; the host may have at most one page. */
  connect(page: PageSide): void;
}

export interface PageSide {
  messages(entries: readonly MessageEntry[]): void;
  raise(event: ChannelEvent, payload: unknown): void;
}

/** The web address in the arguments of openBrowserWindow, which stands at another place per flavour. */
export const urlAmong = (values: readonly unknown[]): string | null =>
  values.find((value): value is string => typeof value === "string" && /^https?:/i.test(value)) ?? null;
