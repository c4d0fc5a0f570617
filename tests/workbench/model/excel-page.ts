/// <reference types="office-js" />
/** The real office.js over a real workbook; one page for the tests of a file, a new sheet for every test. */
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import type { Book } from "../../../workbench/book/book";
import { createHost } from "../../../workbench/host/create-host";
import type { Host } from "../../../workbench/host/host";
import { openOfficeFrame, type OfficeFrame } from "../../../workbench/host/node-frame";

export interface ExcelPage {
  readonly book: Book;
  readonly host: Host;
  readonly frame: OfficeFrame;
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** The code of the error the work must end in. */
  code(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<string>;
  /** The same with a new sheet, which is left active. */
  onSheet<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T>;
  codeOnSheet(
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>,
  ): Promise<string>;
  close(): void;
}

export async function openExcelPage(locale = "en-US"): Promise<ExcelPage> {
  const book = await createHeadlessBook();
  const addIn = {
    id: "test",
    displayName: "Test",
    namespace: "TEST",
    functions: [],
    taskpaneUrl: "about:blank",
  };
  const host = createHost({ book, flavour: "win32", locale, addIn });
  const frame = await openOfficeFrame(host);
  const run: ExcelPage["run"] = (work) => frame.Excel.run(work);
  let sheets = 0;
  const onSheet: ExcelPage["onSheet"] = (work) =>
    run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Test ${++sheets}`);
      sheet.activate();
      return work(sheet, context);
    });
  const codeOf = async (result: Promise<unknown>): Promise<string> => {
    const error: unknown = await result.then(
      () => ({ code: "no error" }),
      (reason: unknown) => reason,
    );
    return (error as { code?: string }).code ?? String(error);
  };
  return {
    book,
    host,
    frame,
    run,
    onSheet,
    code: (work) => codeOf(run(work)),
    codeOnSheet: (work) => codeOf(onSheet(work)),
    close() {
      frame.close();
      host.detach();
      book.dispose();
    },
  };
}
