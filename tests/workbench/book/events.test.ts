import { ICommandService } from "@univerjs/core";
import type { Book, BookSheet } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, put, record } from "./spot";

describe("events", () => {
  let book: Book;
  let sheet: BookSheet;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    put(sheet, "A1", [
      ["k", 1],
      ["l", "=B1+1"],
    ]);
    await book.settled();
  });
  afterEach(() => book.dispose());

  const command = async (id: string, params: object): Promise<void> => {
    const { engine } = storeOf(book);
    const unit = { unitId: engine.unitId, subUnitId: storeOf(book).sheetOf(sheet).sheetId };
    await engine.injector.get(ICommandService).executeCommand(id, { ...unit, ...params });
    await book.settled();
  };
  const range = (address: string) => {
    const { row, column, rows, columns } = at(address);
    return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
  };

  it("[HO140] says what a person typed, once, with the values before and after", async () => {
    const { events, origins } = record(book);
    await command("sheet.command.set-range-values", { range: range("B1"), value: { v: 5 } });
    expect(events).toEqual([
      { kind: "cells", sheet: sheet.id, rect: at("B1"), change: "RangeEdited", before: 1, after: 5 },
    ]);
    expect(origins).toEqual(["user"]);
  });

  it("[HO140] says what an add-in wrote, and whose batch it was", async () => {
    const { events, origins } = record(book);
    await book.batch("co-author", () => put(sheet, "A1", [["x", "y"]]));
    put(sheet, "C9", [[1]]);
    expect(events).toMatchObject([
      { kind: "cells", rect: at("A1:B1"), change: "RangeEdited" },
      { kind: "cells", rect: at("C9"), before: null, after: 1 },
    ]);
    expect(origins).toEqual(["co-author", "addin"]);
  });

  it("[HO141] says rows and columns that come and go, not the formulas that follow", async () => {
    const { events, origins } = record(book);
    sheet.insert({ row: 0, column: 0, rows: 2, columns: 16_384 }, "Down");
    await command("sheet.command.remove-row", { range: range("A1:Z2") });
    sheet.insert({ row: 0, column: 0, rows: 1_048_576, columns: 1 }, "Right");
    sheet.remove({ row: 0, column: 0, rows: 1_048_576, columns: 1 }, "Left");
    expect(
      events.map((event) =>
        event.kind === "cells" ? [event.change, event.rect.row, event.rect.rows] : event.kind,
      ),
    ).toEqual([
      ["RowInserted", 0, 2],
      ["RowDeleted", 0, 2],
      ["ColumnInserted", 0, 1000],
      ["ColumnDeleted", 0, 1000],
    ]);
    expect(origins).toEqual(["addin", "user", "addin", "addin"]);
  });

  it("[HO142] tells cells inserted and deleted as a block from edits", () => {
    const { events } = record(book);
    sheet.insert(at("A1"), "Down");
    sheet.remove(at("A1"), "Up");
    expect(events).toMatchObject([
      { kind: "cells", rect: at("A1"), change: "CellInserted" },
      { kind: "cells", rect: at("A1"), change: "CellDeleted" },
    ]);
  });

  it("[HO143] says formats apart from contents, sorting, filters, hidden rows", async () => {
    const { events } = record(book);
    sheet.style(at("A1"), { bold: true });
    sheet.setRowHidden(5, 1, true);
    sheet.sort(at("A1:A2"), [{ key: 0, ascending: false }], false, false);
    const table = sheet.addTable(at("A1:B2"), true, "T");
    table.filter(0, { filterOn: "Values", values: ["k"] });
    table.convertToRange();
    expect(events.map(({ kind }) => kind)).toEqual([
      "formats",
      "rows-hidden",
      "rows-sorted",
      "table-added",
      "filtered",
      "table-deleted",
    ]);
  });

  it("[HO144] says sheets added, named, moved, hidden, shown, activated and deleted", () => {
    const { events } = record(book);
    const other = book.addSheet("Neu");
    other.name = "Anders";
    other.position = 0;
    book.activeSheet = other;
    book.activeSheet = sheet;
    other.visibility = "Hidden";
    book.deleteSheet(other);
    expect(events).toEqual([
      { kind: "sheet-added", sheet: other.id },
      { kind: "sheet-name", sheet: other.id, before: "Neu", after: "Anders" },
      { kind: "sheet-moved", sheet: other.id, before: "1", after: "0" },
      { kind: "sheet-deactivated", sheet: sheet.id },
      { kind: "sheet-activated", sheet: other.id },
      { kind: "sheet-deactivated", sheet: other.id },
      { kind: "sheet-activated", sheet: sheet.id },
      { kind: "sheet-visibility", sheet: other.id, before: "Visible", after: "Hidden" },
      { kind: "sheet-deleted", sheet: other.id },
    ]);
  });

  it("[HO145] says the selection and remembers it", () => {
    const { events } = record(book);
    book.select(sheet, [at("B2:C3")]);
    expect(events).toEqual([{ kind: "selection", sheet: sheet.id, rects: [at("B2:C3")] }]);
    expect(book.selection()).toMatchObject({ rects: [at("B2:C3")], active: { row: 1, column: 1 } });
  });

  it("[HO146] says that something was calculated, and nothing when nothing was", async () => {
    let calculated = 0;
    book.on((event) => event.kind === "calculated" && calculated++);
    put(sheet, "B1", [[7]]);
    await book.settled();
    expect(calculated).toBe(1);
    sheet.style(at("A1"), { bold: true });
    await book.settled();
    expect(calculated).toBe(1);
  });
});
