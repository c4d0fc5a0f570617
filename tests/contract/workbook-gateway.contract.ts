import type { SheetPlan } from "../../src/workbook/sheet-plan";
import type { PokedWorkbook } from "../support/poke";
import type {
  NewColumn,
  ReadResult,
  TableFacts,
  WorkbookChange,
  Write,
} from "../../src/workbook/workbook-gateway";

type TableResult = Extract<ReadResult, { kind: "table" }>;

function tableIn(result: ReadResult | undefined): TableResult {
  if (result?.kind !== "table") throw new Error(`no table but ${result?.kind ?? "nothing"}`);
  return result;
}

const columns: readonly NewColumn[] = [
  { header: "Account ID", width: 80 },
  { header: "Amount", width: 60, format: { numberFormat: "#,##0.00" } },
  { header: "Note", width: 120 },
];

const setUp = (rows: Extract<Write, { kind: "add-table" }>["rows"] = []): Write[] => [
  { kind: "add-sheet", name: "Accounts" },
  {
    kind: "add-table",
    sheet: "Accounts",
    row: 0,
    column: 0,
    name: "Accounts",
    columns,
    rows,
    freezeHeader: true,
  },
];

const three = [
  ["A", 1, "first"],
  ["B", 2, "second"],
  ["C", 3, "third"],
] as const;

/** What every implementation of the port must do; run once per implementation. */
export function describeWorkbookGateway(name: string, make: () => Promise<PokedWorkbook>): void {
  describe(`${name} as a workbook gateway`, () => {
    let workbook: PokedWorkbook;
    beforeEach(async () => {
      workbook = await make();
    });
    afterEach(() => workbook.close());

    const read = async (table: string, wanted?: readonly string[]): Promise<TableResult> => {
      const [result] = await workbook.gateway.read([
        { kind: "table", table, ...(wanted ? { columns: wanted } : {}) },
      ]);
      return tableIn(result);
    };
    const facts = async (): Promise<TableFacts> => (await read("Accounts", ["Account ID"])).facts;

    it("[WB1] surveys sheets and tables with their headers", async () => {
      await workbook.gateway.write(setUp(three), []);
      const survey = await workbook.gateway.survey();
      expect(survey.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1", "Accounts"]);
      expect(survey.tables).toHaveLength(1);
      expect(survey.tables[0]).toMatchObject({
        name: "Accounts",
        sheet: "Accounts",
        headers: ["Account ID", "Amount", "Note"],
        rowCount: 3,
        totals: false,
        filtered: false,
        area: { row: 0, column: 0, rows: 4, columns: 3 },
      });
      expect(survey).toMatchObject({ date1904: false, readOnly: false });
    });

    it("[WB1] reads columns by header, in the order asked, and leaves out a missing one", async () => {
      await workbook.gateway.write(setUp(three), []);
      const result = await read("Accounts", ["Note", "Nothing", "Account ID"]);
      expect(result.headers).toEqual(["Note", "Account ID"]);
      expect(result.rows).toEqual([
        ["first", "A"],
        ["second", "B"],
        ["third", "C"],
      ]);
    });

    it("[WB6] says that a table is missing instead of failing", async () => {
      const results = await workbook.gateway.read([
        { kind: "table", table: "Nowhere" },
        { kind: "sheet", sheet: "Nowhere" },
      ]);
      expect(results).toEqual([{ kind: "missing" }, { kind: "missing" }]);
    });

    it("[WB8] text that starts with = + - @ or looks like a number stays text", async () => {
      const texts = ["=1+1", "+8613800138000", "-5", "@me", "00123", "1E5", "3-4", "'quoted", "1998-05-06"];
      const rows = texts.map((text) => [text, 0, text]);
      const [result] = await workbook.gateway.write(setUp(rows), [{ kind: "table", table: "Accounts" }]);
      expect(tableIn(result).rows.map((row) => row[2])).toEqual(texts);
      expect(await workbook.poke.formula("Accounts", 1, 2)).toBeNull();
    });

    it("[WB8] text keeps line breaks and loses control characters", async () => {
      const [result] = await workbook.gateway.write(setUp([["A", 1, "one\r\ntwo\u0007three"]]), [
        { kind: "table", table: "Accounts" },
      ]);
      expect(tableIn(result).rows[0]?.[2]).toBe("one\ntwo three");
    });

    it("[WB8] a formula is written only when asked for", async () => {
      await workbook.gateway.write(setUp([["A", 1, { formula: "=1+1" }]]), []);
      expect(await workbook.poke.formula("Accounts", 1, 2)).toBe("=1+1");
    });

    it("[TP1] an empty table has no rows and takes the first one into its blank row", async () => {
      await workbook.gateway.write(setUp(), []);
      const before = await facts();
      expect(before.rowCount).toBe(0);
      const [after] = await workbook.gateway.write(
        [
          {
            kind: "append-rows",
            table: "Accounts",
            at: before,
            headers: ["Account ID", "Amount"],
            rows: [["A", 1]],
          },
        ],
        [{ kind: "table", table: "Accounts" }],
      );
      expect(tableIn(after).rows).toEqual([["A", 1, ""]]);
      expect(tableIn(after).facts.area.rows).toBe(2);
    });

    const append = async (rows: (readonly [string, number])[], at?: TableFacts): Promise<TableResult> => {
      const [after] = await workbook.gateway.write(
        [
          {
            kind: "append-rows",
            table: "Accounts",
            at: at ?? (await facts()),
            headers: ["Account ID", "Amount"],
            rows,
          },
        ],
        [{ kind: "table", table: "Accounts", columns: ["Account ID", "Amount"] }],
      );
      return tableIn(after);
    };

    it("[TP1] appended rows join the table and are read in the same trip", async () => {
      await workbook.gateway.write(setUp(three), []);
      const after = await append([
        ["D", 4],
        ["E", 5],
      ]);
      expect(after.facts.rowCount).toBe(5);
      expect(after.rows.slice(3)).toEqual([
        ["D", 4],
        ["E", 5],
      ]);
    });

    it("[WB1] appended rows go above a totals row", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.totals("Accounts", true);
      const after = await append([["D", 4]]);
      expect(after.facts).toMatchObject({ rowCount: 4, totals: true });
      expect(after.rows[3]).toEqual(["D", 4]);
    });

    it("[WB9] appended rows push down what stands below the table", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.type("Accounts", 5, 0, "my note");
      await append([["D", 4]]);
      const after = await append([
        ["E", 5],
        ["F", 6],
      ]);
      expect(after.rows.map((row) => row[0])).toEqual(["A", "B", "C", "D", "E", "F"]);
      const [sheet] = await workbook.gateway.read([{ kind: "sheet", sheet: "Accounts" }]);
      const texts = sheet?.kind === "sheet" ? sheet.values.flat() : [];
      expect(texts).toContain("my note");
    });

    it.each([
      ["a filled table", three, ["A", "B", "C", "D", "E", "F"]],
      ["a new table", [], ["D", "E", "F"]],
    ] as const)("[WB9] rows appended to %s leave a note some rows below whole", async (_, rows, keys) => {
      await workbook.gateway.write(setUp(rows), []);
      await workbook.poke.type("Accounts", Math.max(1, rows.length) + 2, 1, "my note");
      const after = await append([
        ["D", 4],
        ["E", 5],
        ["F", 6],
      ]);
      expect(after.rows.map((row) => row[0])).toEqual(keys);
      const [sheet] = await workbook.gateway.read([{ kind: "sheet", sheet: "Accounts" }]);
      expect(sheet?.kind === "sheet" ? sheet.values.flat() : []).toContain("my note");
    });

    it("[WB14] a row that a co-author appended meanwhile is not overwritten", async () => {
      await workbook.gateway.write(setUp(three), []);
      const stale = await facts();
      await workbook.poke.appendRow("Accounts", ["X", 9, "theirs"]);
      const after = await append([["D", 4]], stale);
      expect(after.rows.map((row) => row[0])).toEqual(["A", "B", "C", "X", "D"]);
    });

    it("[WB1] appended cells follow their header after a column was inserted", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.insertColumn("Accounts", 1, "Mine");
      const after = await append([["D", 4]]);
      expect(after.rows[3]).toEqual(["D", 4]);
      expect((await read("Accounts")).rows[3]).toEqual(["D", "", 4, ""]);
    });

    it("[WB11] a column is written from a row on and null leaves a cell alone", async () => {
      await workbook.gateway.write(setUp(three), []);
      const [after] = await workbook.gateway.write(
        [{ kind: "write-column", table: "Accounts", header: "Amount", fromRow: 1, values: [null, 30] }],
        [{ kind: "table", table: "Accounts", columns: ["Amount"] }],
      );
      expect(tableIn(after).rows).toEqual([[1], [2], [30]]);
    });

    it("[WB14] filters are read, cleared and put back", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.filter("Accounts", "Account ID", ["B"]);
      const { filtered, filters } = await facts();
      expect(filtered).toBe(true);
      const [after] = await workbook.gateway.write(
        [
          { kind: "clear-filter", table: "Accounts" },
          { kind: "write-column", table: "Accounts", header: "Amount", fromRow: 0, values: [10, 20, 30] },
          { kind: "apply-filters", table: "Accounts", filters: filters ?? [] },
        ],
        [{ kind: "table", table: "Accounts", columns: ["Amount"] }],
      );
      expect(tableIn(after).rows).toEqual([[10], [20], [30]]);
      expect(tableIn(after).facts.filtered).toBe(true);
      expect(await workbook.poke.visibleRows("Accounts")).toEqual([1]);
    });

    it("[TP5] deletes body rows by index", async () => {
      await workbook.gateway.write(setUp(three), []);
      const [after] = await workbook.gateway.write(
        [{ kind: "delete-rows", table: "Accounts", rows: [0, 2] }],
        [{ kind: "table", table: "Accounts" }],
      );
      expect(tableIn(after).rows).toEqual([["B", 2, "second"]]);
    });

    it("[TP6] deleting every row leaves an empty table", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.gateway.write([{ kind: "delete-rows", table: "Accounts", rows: [0, 1, 2] }], []);
      expect((await facts()).rowCount).toBe(0);
    });

    it("[TP6] deletes many rows of a table with a drop-down column", async () => {
      const kind: NewColumn = { header: "Kind", width: 60, validation: { list: ["call", "visit"] } };
      const rows = Array.from({ length: 60 }, (_, row) => [`A${row}`, "call"]);
      const table = { kind: "add-table", sheet: "Log", row: 0, column: 0, name: "Log" } as const;
      await workbook.gateway.write(
        [
          { kind: "add-sheet", name: "Log" },
          { ...table, columns: [{ header: "Account ID", width: 80 }, kind], rows },
        ],
        [],
      );
      const doomed = Array.from({ length: 59 }, (_, row) => row);
      const [after] = await workbook.gateway.write(
        [{ kind: "delete-rows", table: "Log", rows: doomed }],
        [{ kind: "table", table: "Log" }],
      );
      expect(tableIn(after).rows).toEqual([["A59", "call"]]);
    });

    it("[RV2] reads the used range of a sheet with its origin", async () => {
      await workbook.gateway.write([{ kind: "add-sheet", name: "Plain" }], []);
      await workbook.gateway.write(
        [
          {
            kind: "write-cells",
            sheet: "Plain",
            row: 2,
            column: 1,
            values: [
              ["a", 1],
              [null, "b"],
            ],
          },
        ],
        [],
      );
      const [sheet] = await workbook.gateway.read([{ kind: "sheet", sheet: "Plain" }]);
      expect(sheet).toMatchObject({
        kind: "sheet",
        origin: { row: 2, column: 1 },
        values: [
          ["a", 1],
          ["", "b"],
        ],
      });
    });

    it("[RV4] paints a planned sheet with its charts, each series over its own cells", async () => {
      const area = (row: number, column: number, rows: number, columns = 1) => ({
        row,
        column,
        rows,
        columns,
      });
      const plan: SheetPlan = {
        name: "Drawn",
        tabColor: "#1B4F72",
        columns: [{ width: 60 }, { width: 60 }, { width: 60 }],
        rowHeights: [],
        cells: [
          {
            row: 0,
            column: 0,
            values: [
              ["", 60, 0.6],
              ["2", 30, 0.9],
              ["", "", 1],
            ],
          },
        ],
        formats: [],
        conditionalFormats: [],
        validations: [],
        freeze: null,
        autoFilter: null,
        merges: [area(20, 0, 1, 2)],
        names: [],
        charts: [
          {
            name: "Pareto",
            area: area(4, 0, 10, 3),
            categories: area(0, 0, 3),
            series: [
              { name: "Amount", values: area(0, 1, 3), kind: "column", color: "#1B4F72", labels: "0" },
              {
                name: "Share",
                values: area(0, 2, 3),
                kind: "line",
                color: "#1F2A33",
                weight: 1.25,
                secondary: true,
              },
            ],
            gap: 20,
            overlap: 100,
            primary: { numberFormat: "#,##0", gridlines: false },
            secondary: { numberFormat: "0%", maximum: 1, step: 0.2, gridlines: true },
            textSize: 8,
            textColor: "#56626B",
            axisColor: "#D5DBE0",
            gridColor: "#E6EAED",
          },
        ],
        page: {
          orientation: "portrait",
          margins: { left: 36, right: 36, top: 36, bottom: 43, footer: 22 },
          fitWide: 1,
          fitTall: 1,
          titleRows: null,
          printArea: area(0, 0, 20, 3),
          footerLeft: "",
          footerRight: "",
          centerHorizontally: true,
        },
        select: { row: 0, column: 0 },
      };
      const [sheet] = await workbook.gateway.write(
        [{ kind: "paint-sheet", plan }],
        [{ kind: "sheet", sheet: "Drawn" }],
      );
      expect(sheet).toMatchObject({ kind: "sheet", origin: { row: 0 } });
      expect(await workbook.poke.charts("Drawn")).toEqual([
        {
          name: "Pareto",
          area: plan.charts?.[0]?.area,
          series: [
            {
              name: "Amount",
              kind: "column",
              secondary: false,
              values: area(0, 1, 3),
              categories: area(0, 0, 3),
            },
            {
              name: "Share",
              kind: "line",
              secondary: true,
              values: area(0, 2, 3),
              categories: area(0, 0, 3),
            },
          ],
        },
      ]);
    });

    it("[WB9] deletes a sheet with its table", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.gateway.write([{ kind: "delete-sheet", sheet: "Accounts" }], []);
      const survey = await workbook.gateway.survey();
      expect(survey.tables).toEqual([]);
      expect(survey.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
    });

    it("[TP4] a protected sheet refuses the write with its own code and keeps its cells", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.protect("Accounts", true);
      expect((await read("Accounts")).facts.protected).toBe(true);
      const attempt = workbook.gateway.write(
        [{ kind: "write-column", table: "Accounts", header: "Amount", fromRow: 0, values: [9] }],
        [],
      );
      await expect(attempt).rejects.toMatchObject({ name: "WorkbookError", code: "protected" });
      expect((await read("Accounts", ["Amount"])).rows[0]).toEqual([1]);
    });

    it("[TP4] a missing table is refused as not found", async () => {
      const attempt = workbook.gateway.write([{ kind: "delete-rows", table: "Nowhere", rows: [0] }], []);
      await expect(attempt).rejects.toMatchObject({ name: "WorkbookError", code: "not-found" });
    });

    it("[WB1] sees a sort that a person did", async () => {
      await workbook.gateway.write(setUp([...three].reverse()), []);
      await workbook.poke.sort("Accounts", "Account ID");
      expect((await read("Accounts", ["Account ID"])).rows).toEqual([["A"], ["B"], ["C"]]);
    });

    it("[TP1] knows the selected row of a table by header", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.select("Accounts", 2, 1);
      expect(await workbook.gateway.selection()).toMatchObject({
        sheet: "Accounts",
        row: 2,
        column: 1,
        table: { name: "Accounts", bodyRow: 1, cells: { "Account ID": "B", Amount: 2, Note: "second" } },
      });
    });

    it("[J2] reads the table around the active cell with its header and without its totals", async () => {
      await workbook.gateway.write(setUp(three), []);
      await workbook.poke.totals("Accounts", true);
      await workbook.poke.select("Accounts", 2, 1);
      const cells = await workbook.gateway.selectedCells();
      expect(cells).toMatchObject({ name: "Accounts", sheet: "Accounts", row: 0 });
      expect(cells.values).toHaveLength(4);
      expect(cells.values[0]).toEqual(["Account ID", "Amount", "Note"]);
      expect(cells.values[2]).toEqual(["B", 2, "second"]);
    });

    it("[J2] reads the filled cells around a cell that stands in no table", async () => {
      const block = [
        ["Name", "Total"],
        ["Ann", 3],
        ["Bo", 4],
      ];
      await workbook.gateway.write(
        [{ kind: "write-cells", sheet: "Sheet1", row: 2, column: 1, values: block }],
        [],
      );
      await workbook.poke.select("Sheet1", 3, 2);
      const cells = await workbook.gateway.selectedCells();
      expect(cells).toMatchObject({ sheet: "Sheet1", row: 2, values: block });
      expect(cells.name).toContain("B3:C5");
    });

    it("[WB12] tells of changes by a person until told to stop", async () => {
      await workbook.gateway.write(setUp(three), []);
      const seen: WorkbookChange[] = [];
      const stop = await workbook.gateway.watch((change) => seen.push(change));
      await workbook.poke.type("Accounts", 1, 1, 5);
      await workbook.settle();
      expect(seen.filter((change) => change.kind === "cells" && change.source !== "us")).not.toHaveLength(0);
      stop();
      await workbook.settle();
      seen.length = 0;
      await workbook.poke.type("Accounts", 1, 1, 6);
      await workbook.settle();
      expect(seen).toEqual([]);
    });

    it("[FN2] finds cells by their formula, texts not", async () => {
      await workbook.gateway.write(setUp([["A", "=1+1", { formula: "=1+1" }]]), []);
      expect(await workbook.gateway.formulaCells(/=1\+1/)).toEqual(["'Accounts'!C2"]);
      expect(await workbook.gateway.formulaCells(/=2/)).toEqual([]);
    });

    it("[FN2] enters anew only cells that hold formulas", async () => {
      await workbook.gateway.write(setUp([["A", 1, { formula: "=1+1" }]]), []);
      expect(await workbook.gateway.reenterFormulas(["Accounts!C2"])).toBe(1);
      expect(await workbook.poke.formula("Accounts", 1, 2)).toBe("=1+1");
    });
  });
}
