import type { Book } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { createHost } from "../../../workbench/host/create-host";
import type { BatchEntry, Host } from "../../../workbench/host/host";
import { openOfficeFrame, type OfficeFrame } from "../../../workbench/host/node-frame";
import { eventually } from "./tiny-host";

describe("the host over the workbook", () => {
  let book: Book;
  let host: Host;
  let frame: OfficeFrame;
  beforeEach(async () => {
    book = await createHeadlessBook();
    const addIn = { id: "x", displayName: "X", namespace: "X", functions: [], taskpaneUrl: "" };
    host = createHost({ book, flavour: "win32", locale: "en-US", addIn });
    frame = await openOfficeFrame(host);
  });
  afterEach(() => {
    frame.close();
    host.detach();
    book.dispose();
  });
  const seen: string[] = [];
  beforeEach(() => seen.splice(0));
  const note = (kind: string) => async (args: object) => {
    const { address, source, tableId, isInsideTable } = args as Record<string, unknown>;
    seen.push(
      [kind, address, source, isInsideTable, tableId ? "table" : null]
        .filter((x) => x !== null && x !== undefined)
        .join(" "),
    );
  };

  async function addTable(): Promise<void> {
    await frame.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:B3").values = [
        ["Id", "Amount"],
        ["a", 1],
        ["b", 2],
      ];
      sheet.tables.add("A1:B3", true).name = "Plan";
      await context.sync();
    });
  }
  const type = (row: number, column: number, entry: string | number) =>
    book.batch("user", () => book.activeSheet.enter({ row, column, rows: 1, columns: 1 }, [[entry]]));

  it("[HO4] tells an edit inside a table to table, sheet and workbook", async () => {
    await addTable();
    await frame.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const table = sheet.tables.getItem("Plan");
      table.load("id");
      sheet.load("id");
      table.onChanged.add(note("table"));
      sheet.tables.onChanged.add(note("sheet's tables"));
      context.workbook.tables.onChanged.add(note("all tables"));
      sheet.onChanged.add(note("sheet"));
      await context.sync();
    });
    await type(1, 1, 5);
    await eventually(() => seen.length >= 4, `four events, had ${seen.join("; ")}`);
    expect(seen.sort()).toEqual([
      "all tables B2 Local table",
      "sheet B2 Local",
      "sheet's tables B2 Local table",
      "table B2 Local table",
    ]);
    seen.splice(0);
    await type(20, 20, "outside");
    await eventually(() => seen.length > 0, "the edit outside");
    expect(seen).toEqual(["sheet U21 Local"]);
  });

  it("[HO4] tells when the selection enters and leaves a table", async () => {
    await addTable();
    await frame.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Plan");
      table.load("id");
      table.onSelectionChanged.add(note("selected"));
      await context.sync();
    });
    book.select(book.activeSheet, [{ row: 1, column: 1, rows: 4, columns: 4 }]);
    await eventually(() => seen.length === 1, "the entry");
    book.select(book.activeSheet, [{ row: 30, column: 1, rows: 1, columns: 1 }]);
    await eventually(() => seen.length === 2, "the leave");
    expect(seen[0]).toContain("B2:B3 true");
    expect(seen[1]).toContain("false");
  });

  it("[HO4] tells added and deleted sheets and tables", async () => {
    await frame.Excel.run(async (context) => {
      context.workbook.worksheets.onAdded.add(note("sheet added"));
      context.workbook.worksheets.onDeleted.add(note("sheet deleted"));
      context.workbook.tables.onAdded.add(note("table added"));
      context.workbook.tables.onDeleted.add(note("table deleted"));
      await context.sync();
    });
    await addTable();
    await frame.Excel.run(async (context) => {
      context.workbook.worksheets.add("Other");
      context.workbook.tables.getItem("Plan").delete();
      await context.sync();
      context.workbook.worksheets.getItem("Other").delete();
      await context.sync();
    });
    await eventually(() => seen.length >= 4, `four events, had ${seen.join("; ")}`);
    expect(seen).toEqual([
      "table added Local table",
      "sheet added Local",
      "table deleted Local table",
      "sheet deleted Local",
    ]);
  });

  it("[HO4] tells one change for one large write and serves it in one batch", async () => {
    await frame.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(note("changed"));
      await context.sync();
    });
    const values = Array.from({ length: 2_000 }, (_, row) => [row, `r${row}`, row % 2 === 0]);
    const before = host.roundTrips();
    await frame.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:C2000").values = values;
      await context.sync();
    });
    expect(host.roundTrips() - before).toBe(1);
    await eventually(() => seen.length > 0, "a change");
    await new Promise((done) => setTimeout(done, 50));
    expect(seen).toEqual(["changed A1:C2000 Local"]);
    expect(book.activeSheet.content({ row: 1_999, column: 0, rows: 1, columns: 3 })).toEqual([
      [1_999, "r1999", false],
    ]);
  });

  it("[HO2] lets ranges follow rows inserted in their own batch and between batches", async () => {
    const addresses = await frame.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("B5:C6");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("2:3").insert("Down");
      range.load("address,values");
      await context.sync();
      const first = range.address;
      await book.batch("user", () =>
        book.activeSheet.insert({ row: 0, column: 0, rows: 1, columns: 16_384 }, "Down"),
      );
      range.load("address,values");
      await context.sync();
      return [first, range.address, range.values];
    });
    expect(addresses).toEqual([
      "Sheet1!B7:C8",
      "Sheet1!B8:C9",
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  it("[HO2] reads the calculated value of a formula written in the same batch", async () => {
    const values = await frame.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A3").formulas = [[2], [3], ["=A1*A2"]];
      const result = sheet.getRange("A3").load("values,formulas");
      await context.sync();
      return [result.values, result.formulas];
    });
    expect(values).toEqual([[[6]], [["=A1*A2"]]]);
  });

  it("[HO5] refuses writes to a sheet that is really protected and reads it", async () => {
    const code = await frame.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [["before"]];
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("A1").values = [["after"]];
      await context.sync();
      return "";
    }).catch((error: { code: string }) => error.code);
    expect(code).toBe("AccessDenied");
    expect(book.activeSheet.content({ row: 0, column: 0, rows: 1, columns: 1 })).toEqual([["before"]]);
  });

  it("[HO5] leaves a table as it is when rows are written below it, if that fault is on", async () => {
    const rows = async () => {
      await frame.Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Plan");
        table.getRange().getRowsBelow(1).values = [["c", 3]];
        await context.sync();
      });
      return book.table("Plan")!.body.rows;
    };
    await addTable();
    host.faults.tableDoesNotGrow = true;
    expect(await rows()).toBe(2);
    host.faults.tableDoesNotGrow = false;
    expect(await rows()).toBe(3);
  });

  it("[HO5] forgets swallowed writes of rows", async () => {
    await addTable();
    host.faults.writeSwallowed = true;
    await frame.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Plan");
      table.rows.add(undefined, [["c", 3]]);
      table.getDataBodyRange().values = [
        ["x", 9],
        ["y", 9],
      ];
      await context.sync();
    });
    expect(book.table("Plan")!.body.rows).toBe(2);
    expect(book.activeSheet.content({ row: 1, column: 0, rows: 1, columns: 2 })).toEqual([["a", 1]]);
  });

  it("[HO6] takes a whole batch back in one step of undo", async () => {
    await type(0, 0, "mine");
    await frame.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:B1").values = [["theirs", 1]];
      sheet.getRange("D4").values = [["far"]];
      await context.sync();
    });
    await book.undo();
    const at = (row: number, column: number) =>
      book.activeSheet.content({ row, column, rows: 1, columns: 1 })[0]![0];
    expect([at(0, 0), at(0, 1), at(3, 3)]).toEqual(["mine", null, null]);
  });

  it("[HO6] serves parallel runs one after the other", async () => {
    const entries: BatchEntry[] = [];
    host.onBatch((entry) => entries.push(entry));
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        frame.Excel.run(async (context) => {
          const cell = context.workbook.worksheets.getActiveWorksheet().getRange(`A${index + 1}`);
          cell.values = [[index]];
          cell.load("values");
          await context.sync();
          return cell.values[0]![0] as number;
        }),
      ),
    );
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(entries.filter((entry) => entry.kind === "workbook" && entry.error === null).length).toBe(10);
  });
});
