import { Tools, type IWorksheetData } from "@univerjs/core";
import type { BookParts } from "../book-parts";
import { newGuid, officeId } from "../engine";
import type { UniverSheet } from "../univer-sheet";
import type { SheetOrder } from "./sheet-order";

/** A copy right after `position - 1`; page set-up, protection and custom properties come along. */
export function copySheet(
  book: BookParts,
  order: SheetOrder,
  sheet: UniverSheet,
  position: number,
): UniverSheet {
  const id = newGuid();
  const data: IWorksheetData = Tools.deepClone(sheet.worksheet.getConfig());
  order.insert({ ...data, id, name: order.copyName(sheet.name) }, position);
  const from = book.sheetState(sheet.sheetId);
  const to = book.sheetState(id);
  Object.assign(to.page, structuredClone(from.page));
  to.protection = structuredClone(from.protection);
  to.showHeadings = from.showHeadings;
  from.customProperties.forEach((value, key) => to.customProperties.set(key, value));
  copyRules(book, sheet.sheetId, id);
  return book.sheetById(id);
}

/** Tables under free names; formulas of the copy speak of the copied tables. */
function copyRules(book: BookParts, fromId: string, toId: string): void {
  const renamed = book.tables.copyTo(fromId, toId);
  book.tables.rewriteSheet(toId, renamed);
  book.conditionalFormats.restore(
    toId,
    book.conditionalFormats.ofSheet(fromId).map((record) => ({ ...record, id: "" })),
  );
  book.validations.copyTo(fromId, toId);
  book.charts.copyTo(officeId(fromId), officeId(toId));
}
