import type { Issue, Outcome } from "../outcome";
import { WorkbookError, type WorkbookErrorCode } from "../workbook-error";

/** What the person was doing: a form keeps what was typed, an action has nothing to keep. */
export type Errand = "form" | "action";

const codes: Readonly<Record<WorkbookErrorCode, string>> = {
  "cell-edit": "cellEdit",
  protected: "protected",
  "read-only": "readOnly",
  "not-found": "notFound",
  "too-large": "tooLarge",
  throttled: "throttled",
  "timed-out": "timedOut",
  "other-workbook": "otherWorkbook",
  "not-loaded": "notLoaded",
  host: "hostFailed",
};

export const failed = <T>(
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): Outcome<T> => ({
  ok: false,
  issue: { code, values },
});

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** Refusals whose usual sentence says that nothing was written, and which have another for when that is not so. */
const midway: ReadonlySet<WorkbookErrorCode> = new Set([
  "cell-edit",
  "protected",
  "read-only",
  "not-found",
  "too-large",
  "throttled",
  "other-workbook",
]);

const beforeAnything: ReadonlySet<WorkbookErrorCode> = new Set([
  "cell-edit",
  "read-only",
  "throttled",
  "other-workbook",
]);

/** A batch that was refused as a whole: nothing of it was done. */
export const refusedWhole = ({ code, midway }: WorkbookError): boolean => !midway && beforeAnything.has(code);

/**
 * Issue of a refused call: `protected` for a form, `protectedAction` for an action, where nothing took effect, and
 * `protectedMidway` where something was written before. A form then says that a part may be saved.
 */
export function issueOf(error: WorkbookError, errand: Errand, place = ""): Issue {
  const issue = issueOfNothing(error, errand, place);
  if (!error.midway || !midway.has(error.code)) return issue;
  return { ...issue, code: errand === "form" ? "changeUnfinished" : `${codes[error.code]}Midway` };
}

/** The same where somebody has looked, or put all back: nothing of the operation stands. */
export function issueOfNothing(error: WorkbookError, errand: Errand, place = ""): Issue {
  const code = codes[error.code];
  return {
    code: errand === "form" ? code : `${code}Action`,
    values: { place: error.place ?? place, sheet: error.place ?? place },
  };
}

/** A write of cells or of a row that failed: where nobody knows whether it took effect, the sentence says so. */
export function failedEdit<T>(error: WorkbookError, place: string): Outcome<T> {
  const { code, values } = issueOf(error, "action", place);
  return failed(code === "hostFailedAction" || code === "timedOutAction" ? "editUnfinished" : code, values);
}

/** Turns what the workbook refused into an outcome; anything else is a slip of ours and stays an exception. */
export async function refusable<T>(errand: Errand, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { ok: false, issue: issueOf(error, errand) };
  }
}
