import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { at, put, values } from "./spot";

describe("rows with a drop-down list", () => {
  it("[HO57] go when more of them are deleted than lie above the rest, and come back", async () => {
    const book = await createHeadlessBook();
    const sheet = book.activeSheet;
    const list = { rule: { list: { inCellDropDown: true, source: "call,visit" } } };
    sheet.setValidation(at("B2:B61"), { ...list, ignoreBlanks: true, prompt: null, errorAlert: null });
    const rows = Array.from({ length: 60 }, (_, row) => [`A${row}`, "call"]);
    put(sheet, "A2", rows);
    sheet.remove(at("A2:B60"), "Up");
    expect(values(sheet, "A2:B3")).toEqual([
      ["A59", "call"],
      [null, null],
    ]);
    expect(sheet.validation(at("B2"))?.rule).toEqual(list.rule);
    expect(sheet.validation(at("B3"))).toBeNull();
    await book.undo();
    expect(values(sheet, "A2:B61")).toEqual(rows);
    expect(sheet.validation(at("B2:B61"))?.rule).toEqual(list.rule);
    book.dispose();
  });
});
