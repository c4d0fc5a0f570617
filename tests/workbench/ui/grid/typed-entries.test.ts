import { ICommandService } from "@univerjs/core";
import { BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { Book } from "../../../../workbench/book/book";
import { createHeadlessBook } from "../../../../workbench/book/boot-headless";
import { storeOf } from "../../../../workbench/book/snapshot";
import { readEntriesLikeExcel } from "../../../../workbench/ui/grid/typed-entries";
import { at, put, value } from "../../book/spot";

describe("readEntriesLikeExcel", () => {
  let book: Book;
  beforeEach(async () => {
    book = await createHeadlessBook();
    readEntriesLikeExcel(storeOf(book).engine.injector, book);
    put(book.activeSheet, "A1", [
      ["Qty", "Unit price", "Total"],
      [3, 5, null],
    ]);
    book.activeSheet.addTable(at("A1:C2"), true, "Plan");
  });
  afterEach(() => book.dispose());

  /** What the formula bar and the editor in the cell show. */
  const shown = (address: string): unknown => {
    const { engine } = storeOf(book);
    const { worksheet, sheetId } = storeOf(book).sheetOf(book.activeSheet);
    const { workbook, unitId } = engine;
    const { row, column: col } = at(address);
    const origin = worksheet.getCellRaw(row, col);
    const place = { workbook, worksheet, unitId, subUnitId: sheetId, row, col, origin };
    const { writeCellInterceptor } = engine.injector.get(SheetInterceptorService);
    const edited = writeCellInterceptor.fetchThroughInterceptors(BEFORE_CELL_EDIT)(
      worksheet.getCell(row, col),
      place,
    );
    return edited?.f ?? edited?.v;
  };

  /** Univer's own command at the end of an edit. */
  const type = async (address: string, text: string): Promise<void> => {
    const { engine } = storeOf(book);
    const { row, column } = at(address);
    await engine.injector.get(ICommandService).executeCommand("sheet.command.set-range-values", {
      unitId: engine.unitId,
      subUnitId: storeOf(book).sheetOf(book.activeSheet).sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      value: { f: text },
    });
    await book.settled();
  };

  it("[HO-UI36] shows a formula in a table as Excel spells it, takes it back, and names the table outside of it", async () => {
    await type("C2", "=[@Qty]*[@[Unit price]]");
    expect(value(book.activeSheet, "C2")).toBe(15);
    expect(shown("C2")).toBe("=[@Qty]*[@[Unit price]]");
    await type("C2", `${String(shown("C2"))}+1`);
    expect(value(book.activeSheet, "C2")).toBe(16);
    await type("E2", "=SUM(Plan[Qty])+Plan[@Qty]");
    expect(shown("E2")).toBe("=SUM(Plan[Qty])+Plan[@Qty]");
    expect(shown("A2")).toBe(3);
  });
});
