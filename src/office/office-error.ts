import { WorkbookError, type WorkbookErrorCode } from "../workbook/workbook-error";

/** Excel's codes that have a sentence of their own; every other one is `host` and says so. */
const codes: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  AccessDenied: "protected",
  ItemNotFound: "not-found",
  InvalidObjectPath: "not-found",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  RangeExceedsLimit: "too-large",
  ActivityLimitReached: "throttled",
  InvalidOrTimedOutSession: "timed-out",
  Timeout: "timed-out",
  InactiveWorkbook: "other-workbook",
  InvalidSelection: "other-workbook",
};

const isOfficeError = (error: unknown): error is { code: string; message: string } =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";

/** The host did what was asked and could not send the answer: pieces of it can be asked for. */
export const isTooLargeAnswer = (error: unknown): boolean =>
  isOfficeError(error) && error.code === "ResponsePayloadSizeLimitExceeded";

/** What the port throws for an error of Office.js; other errors are programming mistakes and pass through. */
function workbookErrorOf(error: unknown, place: string | null): unknown {
  if (error instanceof WorkbookError || !isOfficeError(error)) return error;
  const code = codes[error.code] ?? "host";
  return new WorkbookError(code, place, { cause: error, message: `${error.code}: ${error.message}` });
}

/** Excel refuses writes to a protected sheet and to a read-only file with the same code; the person needs to know which. */
async function isReadOnly(): Promise<boolean> {
  try {
    return await Excel.run(async (context) => {
      context.workbook.load("readOnly");
      await context.sync();
      return context.workbook.readOnly;
    });
  } catch (error) {
    if (isOfficeError(error)) return false;
    throw error;
  }
}

/** `Excel.run` whose failures speak the port's language. */
export const runInExcel = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  inPortLanguage(() => Excel.run(work));

/** A call of Office.js whose failures speak the port's language. */
export async function inPortLanguage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const thrown = workbookErrorOf(error, null);
    if (thrown instanceof WorkbookError && thrown.code === "protected" && (await isReadOnly()))
      throw new WorkbookError("read-only", null, { cause: error });
    throw thrown;
  }
}
