import type { BookEvent } from "../../../workbench/book/events/book-event";
import { eventually, tinyFrame } from "./tiny-host";

type Tiny = Awaited<ReturnType<typeof tinyFrame>>;
type Seen = { kind: string; args: Record<string, unknown> }[];

const rect = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

async function watch({ frame }: Tiny): Promise<Seen> {
  const seen: Seen = [];
  const record = (kind: string) => async (args: object) => void seen.push({ kind, args: { ...args } });
  await frame.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem("Sheet1");
    sheet.load("id");
    worksheets.onChanged.add(record("all changed"));
    sheet.onChanged.add(record("sheet changed"));
    worksheets.onSelectionChanged.add(record("selected"));
    worksheets.onActivated.add(record("activated"));
    worksheets.onAdded.add(record("added"));
    worksheets.onDeleted.add(record("deleted"));
    worksheets.onCalculated.add(record("calculated"));
    worksheets.onRowSorted.add(record("sorted"));
    worksheets.onNameChanged.add(record("renamed"));
    worksheets.onProtectionChanged.add(record("protection"));
    worksheets.onFormatChanged.add(record("format"));
    worksheets.onRowHiddenChanged.add(record("hidden"));
    await context.sync();
  });
  return seen;
}

const write = ({ frame }: Tiny, address: string, values: unknown[][]) =>
  frame.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).values = values as never;
    await context.sync();
  });

describe("events", () => {
  let tiny: Tiny;
  let seen: Seen;
  let sheet: string;
  beforeEach(async () => {
    tiny = await tinyFrame();
    sheet = tiny.book.sheet1.id;
    seen = await watch(tiny);
  });
  afterEach(() => tiny.frame.close());
  const quiet = () => new Promise((done) => setTimeout(done, 60));

  it("[HO4] tells a person's edit to the sheet and to the collection, with its details", async () => {
    tiny.book.emit({ kind: "cells", sheet, rect: rect(1, 1), change: "RangeEdited", before: null, after: 5 });
    await eventually(() => seen.length === 2, "two change events");
    expect(seen.map((each) => each.kind).sort()).toEqual(["all changed", "sheet changed"]);
    expect(seen[0]?.args).toMatchObject({
      address: "B2",
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: "Unknown",
      worksheetId: sheet,
      details: { valueBefore: "", valueAfter: 5, valueTypeBefore: "Empty", valueTypeAfter: "Double" },
    });
  });

  it("[HO4] marks the add-in's own writes", async () => {
    await write(tiny, "A1", [["own"]]);
    await eventually(() => seen.length === 2, "two change events");
    expect(seen[0]?.args.triggerSource).toBe("ThisLocalAddin");
  });

  it("[HO4] marks a co-author's edit as remote", async () => {
    await tiny.book.batch("co-author", () => {
      tiny.book.emit({ kind: "cells", sheet, rect: rect(0, 0), change: "RangeEdited" });
    });
    await eventually(() => seen.length === 2, "two change events");
    expect(seen[0]?.args.source).toBe("Remote");
  });

  it("[HO4] tells one change for a write that the library sends in chunks", async () => {
    const values = Array.from({ length: 4_000 }, (_, index) => [index]);
    const chunk = (row: number, rows: number): BookEvent => ({
      kind: "cells",
      sheet,
      rect: rect(row, 0, rows),
      change: "RangeEdited",
    });
    await tiny.book.batch("addin", () => {
      for (let row = 0; row < values.length; row += 1_500)
        tiny.book.emit(chunk(row, Math.min(1_500, values.length - row)));
    });
    await eventually(() => seen.length > 0, "a change event");
    await quiet();
    expect(seen.map((each) => each.args.address)).toEqual(["A1:A4000", "A1:A4000"]);
  });

  it("[HO4] gives the changed range back by reference", async () => {
    const addresses: string[] = [];
    await tiny.frame.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((args) =>
        tiny.frame.Excel.run(async (inner) => {
          const range = args.getRange(inner).load("address");
          await inner.sync();
          addresses.push(range.address);
        }),
      );
      await context.sync();
    });
    tiny.book.emit({ kind: "cells", sheet, rect: rect(2, 2, 2), change: "RangeEdited" });
    await eventually(() => addresses.length === 1, "the range of the change");
    expect(addresses).toEqual(["Sheet1!C3:C4"]);
  });

  it("[HO4] tells inserted rows by whole rows", async () => {
    tiny.book.emit({ kind: "cells", sheet, rect: rect(2, 0, 1, 16_384), change: "RowInserted" });
    await eventually(() => seen.length === 2, "two change events");
    expect(seen[0]?.args).toMatchObject({ address: "3:3", changeType: "RowInserted" });
  });

  it.each<[string, BookEvent, object]>([
    [
      "selected",
      { kind: "selection", sheet: "", rects: [rect(0, 0, 2, 2), rect(4, 4)] },
      { address: "A1:B2,E5" },
    ],
    ["activated", { kind: "sheet-activated", sheet: "" }, {}],
    ["added", { kind: "sheet-added", sheet: "" }, { source: "Local" }],
    ["deleted", { kind: "sheet-deleted", sheet: "" }, { source: "Local" }],
    ["calculated", { kind: "calculated", sheet: null }, {}],
    ["sorted", { kind: "rows-sorted", sheet: "", rect: rect(1, 0, 9, 3) }, { address: "A2:C10" }],
    [
      "renamed",
      { kind: "sheet-name", sheet: "", before: "A", after: "B" },
      { nameBefore: "A", nameAfter: "B" },
    ],
    ["protection", { kind: "sheet-protection", sheet: "" }, { isProtected: false }],
    ["format", { kind: "formats", sheet: "", rect: rect(0, 0) }, { address: "A1" }],
    [
      "hidden",
      { kind: "rows-hidden", sheet: "", rect: rect(3, 0, 2, 16_384), hidden: true },
      { changeType: "Hidden" },
    ],
  ])("[HO4] tells %s", async (kind, event, expected) => {
    const sheeted = event.kind === "calculated" ? event : { ...event, sheet };
    tiny.book.emit(sheeted as BookEvent);
    await eventually(() => seen.length > 0, kind);
    expect(seen).toEqual([{ kind, args: expect.objectContaining({ worksheetId: sheet, ...expected }) }]);
  });

  it("[HO4] is silent while the add-in has switched events off", async () => {
    await tiny.frame.Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    tiny.book.emit({ kind: "cells", sheet, rect: rect(0, 0), change: "RangeEdited" });
    await quiet();
    expect(seen).toEqual([]);
    await tiny.frame.Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    tiny.book.emit({ kind: "cells", sheet, rect: rect(0, 0), change: "RangeEdited" });
    await eventually(() => seen.length === 2, "events after switching on");
  });

  it("[HO4] stops after a handler is removed", async () => {
    const kinds: string[] = [];
    const context = new tiny.frame.Excel.RequestContext();
    const added = context.workbook.worksheets.onChanged.add(async () => void kinds.push("changed"));
    await context.sync();
    added.remove();
    await context.sync();
    tiny.book.emit({ kind: "cells", sheet, rect: rect(0, 0), change: "RangeEdited" });
    await quiet();
    expect(kinds).toEqual([]);
  });

  it("[HO4] raises the selection event of the Common API too", async () => {
    const document = tiny.frame.Office.context.document;
    let count = 0;
    await new Promise((done) =>
      document.addHandlerAsync(
        tiny.frame.Office.EventType.DocumentSelectionChanged,
        () => void (count += 1),
        done,
      ),
    );
    tiny.book.emit({ kind: "selection", sheet, rects: [rect(0, 0)] });
    await eventually(() => count === 1, "documentSelectionChanged");
  });
});
