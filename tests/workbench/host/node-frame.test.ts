jest.mock(
  "../../../workbench/host/model/registry",
  () => ({ modelOf: () => null, workbookObject: () => null }),
  {
    virtual: true,
  },
);
import { createHost } from "../../../workbench/host/create-host";
import { openOfficeFrame, type OfficeFrame } from "../../../workbench/host/node-frame";
import { TinyBook, tinyRoot } from "./tiny-book";

describe("the real office.js in Node", () => {
  const book = new TinyBook();
  const host = createHost(
    {
      book: book.asBook(),
      flavour: "win32",
      locale: "en-US",
      addIn: { id: "fix", displayName: "Fixture", namespace: "FIX", functions: [], taskpaneUrl: "" },
    },
    { root: tinyRoot },
  );
  let frame: OfficeFrame;
  beforeAll(async () => {
    frame = await openOfficeFrame(host);
  });
  afterAll(() => frame.close());

  it("[HO1] writes a cell and reads it back through the real Excel.run", async () => {
    const values = await frame.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:C3");
      range.values = [
        ["a", 1],
        [true, ""],
      ];
      range.load("values,address");
      await context.sync();
      return [range.address, range.values];
    });
    expect(values).toEqual([
      "Sheet1!B2:C3",
      [
        ["a", 1],
        [true, ""],
      ],
    ]);
    expect(book.cells.get("1,1")).toBe("a");
  });
});
