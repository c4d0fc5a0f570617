import type { Day, Language } from "../core/units";
import type { WorkbookGateway } from "./workbook-gateway";

/** Progress computed from rows; `total` 0 while it is not known yet. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** What an operation works with. Clock and chance come from outside, so that tests can hold them still. */
export interface Desk {
  readonly gateway: WorkbookGateway;
  /** Today as the person's calendar shows it. */
  today(): Day;
  /** Local date and time as a serial of the 1900 system. */
  now(): number;
  /** 0 ≤ x < 1. */
  chance(): number;
  /** Who the user is, as asked once per machine (WB13); "" until asked. */
  author(): string;
  /** Random id of this installation, for the audit chain. */
  readonly writer: string;
  /** Language of the pane, for a workbook that has none yet. */
  language(): Language;
  progress(progress: Progress): void;
  readonly signal?: AbortSignal;
}
