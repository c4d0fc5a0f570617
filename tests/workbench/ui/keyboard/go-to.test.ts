import type { Book } from "../../../../workbench/book/book";
import { createHeadlessBook } from "../../../../workbench/book/boot-headless";
import { goTo, neighbourSheet } from "../../../../workbench/ui/keyboard/go-to";

describe("going to a place of the workbook", () => {
  let book: Book;
  beforeEach(async () => {
    book = await createHeadlessBook();
    await book.batch("user", () => {
      book.addSheet("Second sheet");
      book.addSheet("Last");
    });
  });
  afterEach(() => book.dispose());

  const where = () => {
    const { sheet, active } = book.selection();
    return `${sheet.name}/${active.row}/${active.column}`;
  };

  it.each([
    ["B3", "Sheet1/2/1"],
    ["Last!C4", "Last/3/2"],
    ["'Second sheet'!A2", "Second sheet/1/0"],
  ])("[HO-UI10] %s is shown and selected, on its own sheet", (place, expected) => {
    expect(goTo(book, place)).not.toBeNull();
    expect(where()).toBe(expected);
  });

  it("[HO-UI10] what names no cells changes nothing", () => {
    const before = where();
    expect(goTo(book, "Missing!A1")).toBeNull();
    expect(where()).toBe(before);
  });

  it("[HO-UI10] the sheet beside is the next visible one; the ends stay", () => {
    const names = () => [neighbourSheet(book, -1)?.name ?? null, neighbourSheet(book, 1)?.name ?? null];
    expect(names()).toEqual([null, "Second sheet"]);
    book.sheetByName("Second sheet")!.visibility = "Hidden";
    expect(names()).toEqual([null, "Last"]);
    book.activeSheet = book.sheetByName("Last")!;
    expect(names()).toEqual(["Sheet1", null]);
  });
});
