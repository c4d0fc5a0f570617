import type { ReadResult, Write } from "../../src/workbook/workbook-gateway";
import type { PokedWorkbook } from "../support/poke";

type TableResult = Extract<ReadResult, { kind: "table" }>;

const ledger: Write[] = [
  { kind: "add-sheet", name: "Ledger" },
  {
    kind: "add-table",
    sheet: "Ledger",
    row: 0,
    column: 0,
    name: "Ledger",
    columns: ["Account ID", "Amount", "Note"].map((header) => ({ header, width: 60 })),
    rows: [
      ["A", 1, "first"],
      ["B", 2, "second"],
    ],
  },
];

/** Changes to the shape of tables, as repairs make them; run once per implementation of the port. */
export function describeTableChanges(name: string, make: () => Promise<PokedWorkbook>): void {
  describe(`${name} changing tables`, () => {
    let workbook: PokedWorkbook;
    beforeEach(async () => {
      workbook = await make();
      await workbook.gateway.write(ledger, []);
    });
    afterEach(() => workbook.close());

    async function after(writes: readonly Write[], table = "Ledger"): Promise<TableResult> {
      const [result] = await workbook.gateway.write(writes, [{ kind: "table", table }]);
      if (result?.kind !== "table") throw new Error(`no table ${table}`);
      return result;
    }

    it("[WB6] adds a blank column at its place and leaves the others as they are", async () => {
      const { headers, rows } = await after([
        {
          kind: "add-column",
          table: "Ledger",
          index: 1,
          column: { header: "Date", width: 66, format: { numberFormat: "yyyy-mm-dd" } },
        },
      ]);
      expect(headers).toEqual(["Account ID", "Date", "Amount", "Note"]);
      expect(rows).toEqual([
        ["A", "", 1, "first"],
        ["B", "", 2, "second"],
      ]);
    });

    it("[WB6] renames a header, text that looks like a formula included", async () => {
      const { headers, rows } = await after([
        { kind: "rename-header", table: "Ledger", header: "Note", to: "=Remark" },
      ]);
      expect(headers).toEqual(["Account ID", "Amount", "=Remark"]);
      expect(rows[0]).toEqual(["A", 1, "first"]);
    });

    it("[WB6] turns a table into plain cells and back", async () => {
      const [gone] = await workbook.gateway.write(
        [{ kind: "unmake-table", table: "Ledger" }],
        [{ kind: "table", table: "Ledger" }],
      );
      expect(gone).toEqual({ kind: "missing" });
      expect(await workbook.poke.cell("Ledger", 2, 2)).toBe("second");
      const area = { row: 0, column: 0, rows: 3, columns: 3 };
      const made = await after([{ kind: "make-table", sheet: "Ledger", area, name: "Ledger_2" }], "Ledger_2");
      expect(made).toMatchObject({ facts: { area, rowCount: 2 }, headers: ["Account ID", "Amount", "Note"] });
    });

    it("[WB6] renames a table", async () => {
      const { rows } = await after([{ kind: "rename-table", table: "Ledger", to: "Old" }], "Old");
      expect(rows).toHaveLength(2);
    });

    it("[WB6] names the cell of a header and forgets the name again", async () => {
      await workbook.gateway.write(
        [{ kind: "name-header", table: "Ledger", header: "Amount", name: "KAM_Test" }],
        [],
      );
      const named = (await workbook.gateway.survey()).namedCells ?? [];
      expect(named.map(({ name: one, formula }) => [one, formula.replaceAll("'", "")])).toEqual([
        ["KAM_Test", "=Ledger!$B$1"],
      ]);
      await workbook.gateway.write([{ kind: "delete-name", name: "KAM_Test" }], []);
      expect((await workbook.gateway.survey()).names).toEqual([]);
    });

    it("[WB6] reads the head of a sheet, a block of cells and what a sheet holds", async () => {
      const results = await workbook.gateway.read([
        { kind: "sheet", sheet: "Ledger", rows: 1 },
        { kind: "region", sheet: "Ledger", row: 1, column: 1 },
        { kind: "extent", sheet: "Ledger" },
        { kind: "extent", sheet: "Nowhere" },
        { kind: "extent", sheet: "Sheet1" },
        { kind: "sheet", sheet: "Sheet1", rows: 5 },
      ]);
      expect(results[0]).toMatchObject({ values: [["Account ID", "Amount", "Note"]] });
      expect(results[1]).toEqual({ kind: "region", area: { row: 0, column: 0, rows: 3, columns: 3 } });
      const used = { row: 0, column: 0, rows: 3, columns: 3 };
      expect(results.slice(2, 5)).toEqual([
        { kind: "extent", used, objects: 0 },
        { kind: "missing" },
        { kind: "extent", used: null, objects: 0 },
      ]);
      expect(results[5]).toMatchObject({ values: [] });
    });

    it("[WB9] tells whether sheets can be added at all", async () => {
      expect((await workbook.gateway.survey()).structureLocked).toBe(false);
    });
  });
}
