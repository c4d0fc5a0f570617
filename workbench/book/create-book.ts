import {
  LocaleType,
  UniverInstanceType,
  type IWorkbookData,
  type Univer,
  type Workbook,
} from "@univerjs/core";
import type { Book } from "./book";
import { newGuid } from "./engine";
import { installReplacements } from "./install";
import { newWorksheet } from "./new-worksheet";
import { UniverBook } from "./univer-book";

export interface BookOptions {
  /** Names of the sheets of the new workbook; default one, `Sheet1`. */
  readonly sheets?: readonly string[];
  readonly date1904?: boolean;
}

/** Creates the workbook in Univer (plugins registered, see install.ts) and the Book over it. */
export function createBook(univer: Univer, options: BookOptions = {}): Book {
  const ids = (options.sheets ?? ["Sheet1"]).map((name) => ({ id: newGuid(), name }));
  const data: Partial<IWorkbookData> = {
    id: newGuid(),
    name: "Book1",
    locale: LocaleType.EN_US,
    sheetOrder: ids.map(({ id }) => id),
    sheets: Object.fromEntries(ids.map(({ id, name }) => [id, newWorksheet(id, name)])),
    styles: {},
    defaultStyle: { ff: "Calibri", fs: 11 },
  };
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  installReplacements(univer.__getInjector());
  return new UniverBook(univer, workbook, options.date1904 ?? false);
}
