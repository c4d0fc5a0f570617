import type { Book } from "../../../../workbench/book/book";
import { createHeadlessBook } from "../../../../workbench/book/boot-headless";
import { storeOf } from "../../../../workbench/book/snapshot";
import { showNumberFormatsOfRules } from "../../../../workbench/ui/grid/rule-number-formats";
import { at, put } from "../../book/spot";

describe("showNumberFormatsOfRules", () => {
  let book: Book;
  beforeEach(async () => (book = await createHeadlessBook()));
  afterEach(() => book.dispose());

  it("[HO-UI33] a cell a rule applies to is drawn with the rule's number format, the others with their own", async () => {
    const { engine } = storeOf(book);
    const sheet = book.activeSheet;
    showNumberFormatsOfRules(engine.injector);
    put(sheet, "A1", [[3], [12], ["twelve"]]);
    sheet.style(at("A1:A3"), { numberFormat: "0.00" });
    const rule = sheet.addConditionalFormat("CellValue", [at("A1:A3")]);
    rule.definition = {
      cellValue: { rule: { operator: "GreaterThan", formula1: "10" }, format: { numberFormat: '"> ×10"' } },
    };
    sheet.updateConditionalFormat(rule);
    await book.settled();
    const { worksheet } = storeOf(book).sheetOf(sheet);
    const drawn = () => [0, 1, 2].map((row) => worksheet.getCell(row, 0)?.v);
    // Univer works out rules a moment after they are asked for.
    for (let tries = 0; drawn()[1] !== "> ×10" && tries < 40; tries++)
      await new Promise((done) => setTimeout(done, 25));
    expect(drawn()).toEqual(["3.00", "> ×10", "twelve"]);
  });
});
