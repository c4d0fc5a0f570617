import { MappedColumns } from "../../src/workbook/mapped-columns";
import type {
  CellInput,
  NewColumn,
  ReadResult,
  TableFacts,
  WorkbookGateway,
} from "../../src/workbook/workbook-gateway";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";

/** Pieces are cut at 2 MB by estimate; the frame around them is small. */
const limit = 2_600_000;
const rowCount = 8_000;
const text = "A sentence of some length about what was said, 中文也有一些. ".repeat(5);
const columns: readonly NewColumn[] = ["ID", "Said", "Amount"].map((header) => ({ header, width: 60 }));
const rowAt = (index: number): CellInput[] => [`R${index}`, `${text}${index}`, index];
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => rowAt(from + index));

/** Some 4 MB in one table, with a host that refuses more than one piece at a time. */
describe("payloads over the real office.js", () => {
  let office: OfficeWorkbook;
  let gateway: WorkbookGateway;
  beforeAll(async () => {
    office = await pokedOfficeWorkbook();
    // As the add-in has it.
    gateway = new MappedColumns(office.gateway);
    office.host.faults.payloadLimit = limit;
  });
  afterAll(() => office.close());

  async function facts(): Promise<TableFacts> {
    const [result] = await gateway.read([{ kind: "table", table: "T", columns: [] }]);
    if (result?.kind !== "table") throw new Error("no table");
    return result.facts;
  }
  async function said(): Promise<{ result: Extract<ReadResult, { kind: "table" }>; pieces: number[] }> {
    const pieces: number[] = [];
    const [result] = await gateway.read([{ kind: "table", table: "T" }], (count) => pieces.push(count));
    if (result?.kind !== "table") throw new Error("no table");
    return { result, pieces };
  }

  it("[WB14] writes a table larger than a request in pieces, and reads it in pieces", async () => {
    const shares: number[] = [];
    const table = { kind: "add-table", sheet: "S", row: 2, column: 1, name: "T", columns } as const;
    await gateway.write(
      [
        { kind: "add-sheet", name: "S" },
        { ...table, rows: rows(0, rowCount) },
      ],
      [],
      (share) => shares.push(share),
    );
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share, index) => share > (shares[index - 1] ?? 0) && share < 1)).toBe(true);
    const { result, pieces } = await said();
    expect(pieces.length).toBeGreaterThan(1);
    expect(result.rows).toHaveLength(rowCount);
    expect([result.rows[0], result.rows.at(-1)]).toEqual([rowAt(0), rowAt(rowCount - 1)]);
    expect(pieces.reduce((sum, count) => sum + count, 0)).toBe(rowCount);
  });

  it("[WB14] appends more than a request holds, whole rows in order", async () => {
    const at = await facts();
    const headers = ["ID", "Said", "Amount"];
    const more = rows(rowCount, rowCount);
    await gateway.write([{ kind: "append-rows", table: "T", at, headers, rows: more }], []);
    const { result } = await said();
    expect(result.rows.map((row) => row[2])).toEqual(
      Array.from({ length: 2 * rowCount }, (_, index) => index),
    );
  });

  it("[TP3] a write that is stopped between two pieces stops there, and what failed after one says so", async () => {
    const append = async (onSent: (share: number) => void) => {
      const at = await facts();
      const more = rows(at.rowCount, rowCount);
      const write = {
        kind: "append-rows",
        table: "T",
        at,
        headers: ["ID", "Said", "Amount"],
        rows: more,
      } as const;
      return gateway.write([write], [], onSent);
    };
    const stop = (): never => {
      throw new Error("enough");
    };
    await expect(append(stop)).rejects.toThrow("enough");
    const { rowCount: stands } = await facts();
    expect(stands).toBeGreaterThan(2 * rowCount);
    expect(stands).toBeLessThan(3 * rowCount);
    const { faults } = office.host;
    const edit = () => (faults.cellEdit = true);
    await expect(append(edit)).rejects.toMatchObject({ code: "cell-edit", midway: true });
    faults.cellEdit = false;
    const { rowCount: now } = await facts();
    const last = Array.from({ length: now - 2 * rowCount }, (_, index) => 2 * rowCount + index);
    await gateway.write([{ kind: "delete-rows", table: "T", rows: last }], []);
  });

  it("[WB14] writes a column and a block of cells that are too large for one request", async () => {
    const values = Array.from({ length: 2 * rowCount }, (_, index) => `${index}${text}`);
    await gateway.write([{ kind: "write-column", table: "T", header: "Said", fromRow: 0, values }], []);
    const { result } = await said();
    expect(result.rows.map((row) => row[1])).toEqual(values);
    const block = values.map((value) => [value]);
    await gateway.write(
      [
        { kind: "add-sheet", name: "Block" },
        { kind: "write-cells", sheet: "Block", row: 4, column: 2, values: block },
      ],
      [],
    );
    const [sheet] = await gateway.read([{ kind: "sheet", sheet: "Block" }]);
    expect(sheet).toMatchObject({ kind: "sheet", origin: { row: 4, column: 2 }, values: block });
  });

  it("[TP4] asks again for the size of a table whose answer was too large, and for no rows", async () => {
    const { host } = office;
    host.faults.answerLost = 5104;
    const stop = host.onBatch(() => (host.faults.answerLost = null));
    const again = await facts();
    stop();
    expect(again).toMatchObject({ name: "T", rowCount: 2 * rowCount });
  });

  it("[TP3] a reading that is cancelled between two pieces stops there", async () => {
    let pieces = 0;
    const reading = gateway.read([{ kind: "table", table: "T" }], () => {
      pieces += 1;
      throw new Error("enough");
    });
    await expect(reading).rejects.toThrow("enough");
    expect(pieces).toBe(1);
  });
});
