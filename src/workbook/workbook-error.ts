/** Why the host refused; one sentence per code stands in the locales under `error.<code>`. */
export type WorkbookErrorCode =
  | "cell-edit"
  | "protected"
  | "read-only"
  | "not-found"
  | "too-large"
  | "throttled"
  | "timed-out"
  | "other-workbook"
  /** A file of the add-in itself could not be loaded; the workbook was not asked for anything. */
  | "not-loaded"
  | "host";

/**
 * A call to the workbook that failed. Earlier actions of the same batch may have taken effect: Excel
 * has no transactions, so whoever catches this reads again before saying what was saved.
 */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  /** The operation had written before, or this batch may have written a part. */
  midway = false;
  constructor(
    readonly code: WorkbookErrorCode,
    /** Sheet or table the host named, if it did. */
    readonly place: string | null,
    options?: { cause?: unknown; message?: string },
  ) {
    super(options?.message ?? code, { cause: options?.cause });
  }
}
