import { makeSheets } from "../../src/workbook/operations/make-sheets";
import type { NewTable } from "../../src/workbook/new-table";
import type { Progress } from "../../src/workbook/desk";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";
import { stillDesk } from "../support/still-desk";

const rowCount = 8_000;
const text = "A sentence of some length about what was said, 中文也有一些. ".repeat(5);

function tableNamed(table: string, rows: number): NewTable {
  const columns = ["ID", "Said"].map((header) => ({ header, width: 60 }));
  const cells = Array.from({ length: rows }, (_, index) => [`R${index}`, text]);
  return {
    id: "purchases",
    sheet: table,
    table,
    rowCount: rows,
    writes: [
      { kind: "add-sheet", name: table },
      { kind: "add-table", sheet: table, row: 0, column: 0, name: table, columns, rows: cells },
    ],
  };
}

/** A small table and one of some 3 MB. */
const tables = [tableNamed("Small", 3), tableNamed("Large", rowCount)];

describe("making sheets over the real office.js", () => {
  let office: OfficeWorkbook;
  beforeAll(async () => {
    office = await pokedOfficeWorkbook();
  });
  afterAll(() => office.close());

  const deskThat = (hears: (progress: Progress) => void, signal?: AbortSignal) => ({
    ...stillDesk(office.gateway),
    progress: hears,
    ...(signal ? { signal } : {}),
  });
  const sheets = async () => (await office.gateway.survey()).sheets.map(({ name }) => name);

  it("[TP3] Cancel between two pieces of a large table leaves no sheet behind", async () => {
    const before = await sheets();
    const cancel = new AbortController();
    const desk = deskThat(({ done }) => {
      if (done > 3) cancel.abort();
    }, cancel.signal);
    expect(await makeSheets(desk, tables, "setUp")).toEqual({ why: null, left: [] });
    expect(await sheets()).toEqual(before);
  });

  it("[TP4] a write that Excel takes and forgets is noticed, and no sheet is left behind", async () => {
    const before = await sheets();
    office.host.faults.writeSwallowed = true;
    const unmade = await makeSheets(
      deskThat(() => undefined),
      tables,
      "setUp",
    );
    office.host.faults.writeSwallowed = false;
    expect(unmade).toEqual({ why: { code: "swallowedAction", values: { sheet: "Small" } }, left: [] });
    expect(await sheets()).toEqual(before);
  });

  it("[TP3] tells the rows of a large table piece by piece", async () => {
    const told: number[] = [];
    const desk = deskThat(({ done }) => void told.push(done));
    expect(await makeSheets(desk, tables, "setUp")).toBeNull();
    expect(told.filter((done) => done > 3 && done < rowCount).length).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(rowCount + 3);
    expect(told).toEqual([...told].sort((left, right) => left - right));
  });
});
