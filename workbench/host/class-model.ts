/**
 * How one class of the Excel object model answers on the wire. A model is a table of members by wire name
 * (PascalCase); what is not in the table fails by name with ApiNotFound, and HOST-FIDELITY lists it as missing.
 * So the tables are the dispatch, the documentation and the test list at once.
 */
import type { Book, BookSheet, Rect } from "../book/book";

export interface HostContext {
  readonly book: Book;
  /** Registers `subscribe` calls of `_Register…Event`; the engine delivers. */
  listen(eventType: number, targetId: string): void;
  unlisten(eventType: number, targetId: string): void;
  /** Range references of `_KeepReference`: they follow inserts and deletes. */
  keep(object: HostObject): string;
  release(referenceId: string): void;
  readonly readOnly: boolean;
  /** Versions in force, e.g. `isSupported("ExcelApi", "1.9")`. */
  isSupported(set: string, version: string): boolean;
  /** Whose number settings are in force, e.g. `de-DE`. */
  readonly culture: string;
  /** `context.runtime.enableEvents`: false silences all events. */
  eventsEnabled: boolean;
  /** Opens a new workbook from a file, beside the one at hand. */
  openWorkbook(base64: string): void;
  /** File name with extension; "Book1.xlsx" without one. */
  readonly documentName?: string;
}

/** One live object of a batch: a class and what it stands for. `null` on the wire is the null object. */
export interface HostObject<T = unknown> {
  readonly model: ClassModel<T>;
  readonly target: T;
}

/**
 * What a Range stands for. The engine moves `rect` of every range that is alive in the batch or kept by a
 * reference when cells are inserted or deleted; RangeAreas have `rects` instead.
 */
export interface RangeTarget {
  readonly sheet: BookSheet;
  readonly rect: Rect;
}

export interface ClassModel<T = any> {
  readonly className: string;
  /** The sheet a target lies on (ranges, tables, collections of a sheet …); null or absent = the workbook's. Protection is checked with it. */
  readonly sheetOf?: (target: T) => BookSheet | null;
  /** Instantiate's answer: `{ Id }`, `{ _Id }` or nothing. Ranges get `_ReferenceId` from the engine. */
  readonly identity?: (target: T) => Record<string, string>;
  readonly read?: Readonly<Record<string, (target: T, context: HostContext) => unknown>>;
  readonly write?: Readonly<Record<string, (target: T, value: any, context: HostContext) => void>>;
  readonly navigate?: Readonly<Record<string, (target: T, context: HostContext) => HostObject | null>>;
  /** Methods: a plain value, a HostObject, or null for the null object. May be async. */
  readonly call?: Readonly<Record<string, (target: T, args: any[], context: HostContext) => unknown>>;
  /** Collections: indexer and items. */
  readonly item?: (target: T, key: any, context: HostContext) => HostObject;
  readonly items?: (target: T, context: HostContext) => HostObject[];
  /** Members answered, but not as Excel would: name → what differs. */
  readonly differs?: Readonly<Record<string, string>>;
}

/** An error as Excel puts it on the wire; `code` is what add-ins switch on. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}
