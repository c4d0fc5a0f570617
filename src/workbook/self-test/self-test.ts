/** What the add-in needs of its host, as checks that are run one after the other on a scratch sheet. */

/** In the order they run; names and sentences stand in the texts under `selfTest`. */
export const checkIds = [
  "sets",
  "values",
  "text",
  "lineBreaks",
  "longText",
  "blank",
  "formula",
  "errors",
  "manyCells",
  "dates",
  "dateSystem",
  "culture",
  "table",
  "tableAppend",
  "tableFirstRows",
  "tableManyRows",
  "tableNoteBelow",
  "tableTotals",
  "tableOwnColumn",
  "tableDelete",
  "tableFilter",
  "conditionalFormat",
  "validation",
  "names",
  "protection",
  "print",
  "freeze",
  "columns",
  "chart",
  "changeEvent",
  "changeSource",
  "selection",
  "formulaSearch",
  "function",
  "streamAddress",
  "ownStreams",
  "storage",
] as const;
export type CheckId = (typeof checkIds)[number];

/** What a check found instead of what is needed; a sentence each. */
export type Problem =
  | "changed"
  | "writeSwallowed"
  | "becameFormula"
  | "setMissing"
  | "notCalculated"
  | "tableDidNotGrow"
  | "rowsLost"
  | "notFound"
  | "notKept"
  | "notRefused"
  | "noEvent"
  | "functionSilent"
  | "noAddress"
  | "streamsShared"
  | "refused"
  | "noAnswer";

export class CheckFailure extends Error {
  constructor(
    readonly problem: Problem,
    /** Technical, in English: what stood there. */
    readonly detail: string,
  ) {
    super(`${problem}: ${detail}`);
  }
}

export interface CheckResult {
  readonly id: CheckId;
  /** `skipped`: this Excel is too old to be asked; `not-run`: cancelled before. */
  readonly state: "passed" | "failed" | "skipped" | "not-run";
  readonly problem: Problem | null;
  readonly detail: string;
  readonly milliseconds: number;
}

export interface SelfTestReport {
  readonly results: readonly CheckResult[];
  readonly cancelled: boolean;
  /** Name of the scratch sheet where it could not be removed. */
  readonly leftSheet: string | null;
  /** Which Excel it is: versions and settings, nothing of the workbook. */
  readonly facts: readonly string[];
}

/** The host's side of the test: makes the scratch sheet, runs a check on it, removes it. */
export interface HostChecks {
  facts(): readonly string[];
  open(): Promise<void>;
  /** Throws `CheckFailure` or the host's error; false: there is nothing to ask this Excel. */
  run(id: CheckId): Promise<boolean>;
  /** Everything as before `open`; the name of the sheet if it would not go. Never throws. */
  close(): Promise<string | null>;
}

export interface SelfTestProgress {
  readonly done: number;
  readonly total: number;
  /** What runs now. */
  readonly id: CheckId | null;
}
