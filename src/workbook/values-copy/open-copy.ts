import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import { done, failed } from "../operations/failure";
import type { Outcome } from "../outcome";
import { WorkbookError, type WorkbookErrorCode } from "../workbook-error";
import type { CopySheet } from "./copy-verbs";
import { readCopy } from "./plan-copy";
import { workbookFile } from "./workbook-file";

/** Excel on the web refuses 5 MB; the file travels as base64, a third longer. */
const fileBytes = 3_500_000;

/** Of an operation that writes, these may have written a part; here nothing is written whatever happens. */
const unclear: ReadonlySet<WorkbookErrorCode> = new Set(["host", "timed-out"]);

/** What a copy made now would hold. */
export const previewCopy = (desk: Desk, book: OpenBook): Promise<Outcome<readonly CopySheet[]>> =>
  withoutWriting(async () => done((await readCopy(desk, book)).map(({ shown }) => shown)));

/** Makes the file and hands it to Excel, which opens it as a new workbook. Nothing is written to this one. */
export const openCopy = (desk: Desk, book: OpenBook): Promise<Outcome<readonly CopySheet[]>> =>
  withoutWriting(async () => {
    const sheets = await readCopy(desk, book);
    const { date1904 } = book.survey;
    const file = await workbookFile(
      sheets.map((sheet) => sheet.file),
      { date1904 },
    );
    if (file.length > fileBytes) return failed("valuesCopy.tooLarge");
    await desk.gateway.openNew(file);
    return done(sheets.map(({ shown }) => shown));
  });

async function withoutWriting<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof WorkbookError && unclear.has(error.code)) return failed("valuesCopy.notMade");
    throw error;
  }
}
