import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { restoreBook } from "../../../workbench/book/restore-book";
import { bookSnapshot } from "../../../workbench/book/snapshot";
import type { Book, BookSheet } from "../../../workbench/book/book";
import { criteriaFromFile, filterColumns } from "../../../workbench/xlsx/filters";
import { readXlsx } from "../../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../../workbench/xlsx/write-xlsx";
import { at, put } from "../book/spot";

const hidden = (sheet: BookSheet, rows: number): number[] =>
  Array.from({ length: rows }, (_, row) => row).filter((row) => sheet.rowHidden(row));

describe("filters in files", () => {
  let book: Book;
  beforeEach(async () => (book = await createHeadlessBook()));
  afterEach(() => book.dispose());

  const reopened = async (): Promise<BookSheet> => {
    restoreBook(book, await readXlsx(await writeXlsx(bookSnapshot(book))));
    await book.settled();
    return book.activeSheet;
  };

  it("[HO-X8] a table's filters hide the same rows after saving and opening, and let go of them when cleared", async () => {
    put(book.activeSheet, "A1", [
      ["Name", "Amount"],
      ["茶 & <Tee>", 5],
      ["", 7],
      ["b", 9],
      ["c", 11],
    ]);
    const table = book.activeSheet.addTable(at("A1:B5"), true, "Sales");
    table.filter(0, { filterOn: "Values", values: ["茶 & <Tee>", "", "b"] });
    table.filter(1, { filterOn: "Custom", criterion1: ">5", criterion2: "<>9", operator: "And" });
    book.activeSheet.setRowHidden(6, 1, true);
    expect(hidden(book.activeSheet, 8)).toEqual([1, 3, 4, 6]);
    const sheet = await reopened();
    expect(hidden(sheet, 8)).toEqual([1, 3, 4, 6]);
    const [opened] = sheet.tables();
    expect(opened?.filters()).toEqual([
      { filterOn: "Values", values: ["茶 & <Tee>", "b", ""] },
      { filterOn: "Custom", criterion1: ">5", criterion2: "<>9", operator: "And" },
    ]);
    opened?.filter(0, null);
    opened?.filter(1, null);
    expect(hidden(sheet, 8)).toEqual([6]);
  });

  it("[HO-X8] a sheet's own filter hides the same rows after saving and opening", async () => {
    put(book.activeSheet, "B2", [
      ["Name", "Amount"],
      ["a", 5],
      ["b", 7],
      ["c", 9],
    ]);
    book.activeSheet.setAutoFilter(at("B2:C5"));
    book.activeSheet.filterBy(1, { filterOn: "Custom", criterion1: ">=7" });
    expect(hidden(book.activeSheet, 6)).toEqual([2]);
    const sheet = await reopened();
    expect(sheet.autoFilter()).toEqual(at("B2:C5"));
    expect(sheet.autoFilterCriteria()).toEqual([null, { filterOn: "Custom", criterion1: ">=7" }]);
    expect(hidden(sheet, 6)).toEqual([2]);
    sheet.setAutoFilter(null);
    expect(hidden(sheet, 6)).toEqual([]);
  });

  it("[HO-X8] ranks, days and columns without a button are spelled as Excel spells them", () => {
    const ranks = { filterOn: "BottomPercent", criterion1: "25" };
    const days = { filterOn: "Values", values: ["2026-11-22", { date: "2026-12", specificity: "Month" }] };
    const xml = filterColumns([null, ranks, days], false);
    expect(xml).toContain('<filterColumn colId="0" hiddenButton="1"></filterColumn>');
    expect(xml).toContain('<top10 top="0" percent="1" val="25"/>');
    expect(xml).toContain('<dateGroupItem year="2026" month="11" day="22" dateTimeGrouping="day"/>');
    expect([...criteriaFromFile(xml)]).toEqual([
      [1, ranks],
      [2, days],
    ]);
  });

  it("[HO-X8] days of a file from Excel match cells that hold dates, whatever they look like", async () => {
    put(book.activeSheet, "A1", [["On"], [46348], [46349], [46400]]);
    book.activeSheet.style(at("A2:A4"), { numberFormat: "d mmm yyyy" });
    const table = book.activeSheet.addTable(at("A1:A4"), true, "Days");
    table.filter(0, { filterOn: "Values", values: [{ date: "2026-11-22", specificity: "Day" }] });
    expect(hidden(book.activeSheet, 4)).toEqual([2, 3]);
  });
});
