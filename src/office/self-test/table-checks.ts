import {
  append,
  expectKeys,
  expectSame,
  factsOf,
  fail,
  keysOf,
  makeTable,
  onSheet,
  rowsFrom,
  type Bench,
  type HostCheck,
} from "./bench";

export const tableCheck: HostCheck = async (bench) => {
  const { headers, rowCount, totals, filtered } = await makeTable(bench, 3);
  expectSame(
    "notKept",
    [["Own key", "Own text", "Own number", "Own day"], 3, false, false],
    [headers, rowCount, totals, filtered],
  );
  await expectKeys(bench, 3);
};

const appending =
  (before: number, added: number): HostCheck =>
  async (bench) => {
    const facts = await makeTable(bench, before);
    await append(bench, facts, rowsFrom(before + 1, added));
    await expectKeys(bench, before + added);
    const format = await lastFormat(bench);
    if (format !== "yyyy-mm-dd") fail("notKept", `format of a new row: ${format}`);
  };

async function lastFormat(bench: Bench): Promise<unknown> {
  return onSheet(bench, async (_cells, sheet, context) => {
    const cell = sheet.tables.getItem(bench.name).getDataBodyRange().getLastRow().getLastCell();
    cell.load("numberFormat");
    await context.sync();
    return cell.numberFormat[0]?.[0] as unknown;
  });
}

export const appendCheck = appending(3, 2);
/** A new table has one blank row, which is filled first. */
export const firstRowsCheck = appending(0, 3);
/** More cells than the library sends in one part: all of them have to join the table. */
export const manyRowsCheck = appending(2, 600);

export const noteBelowCheck: HostCheck = async (bench) => {
  const facts = await makeTable(bench, 2);
  await onSheet(bench, async (cells, _sheet, context) => {
    cells(facts.area.rows + 1, 1).values = [["'a note below"]];
    await context.sync();
  });
  await append(bench, await factsOf(bench), rowsFrom(3, 2));
  await expectKeys(bench, 4);
  const note = await onSheet(bench, async (cells, _sheet, context) => {
    const below = cells(facts.area.rows + 2, 1, 3);
    below.load("values");
    await context.sync();
    return below.values.flat().filter((value) => value !== "") as unknown[];
  });
  expectSame("rowsLost", ["a note below"], note);
};

export const totalsCheck: HostCheck = async (bench) => {
  await makeTable(bench, 2);
  await onSheet(bench, async (_cells, sheet, context) => {
    sheet.tables.getItem(bench.name).showTotals = true;
    await context.sync();
  });
  const facts = await factsOf(bench);
  if (!facts.totals) fail("notKept", "totals row");
  await append(bench, facts, rowsFrom(3, 2));
  await expectKeys(bench, 4);
};

/** A column of the person's between ours: found by header, and left alone. */
export const ownColumnCheck: HostCheck = async (bench) => {
  await makeTable(bench, 2);
  await onSheet(bench, async (_cells, sheet, context) => {
    sheet.tables.getItem(bench.name).columns.add(2, [["Theirs"], ["'x"], ["'y"]]);
    await context.sync();
  });
  await append(bench, await factsOf(bench), rowsFrom(3, 1));
  await expectKeys(bench, 3);
  const [read] = await bench.gateway.read([{ kind: "table", table: bench.name }]);
  if (read?.kind !== "table") return fail("notFound", bench.name);
  const theirs = read.rows.map((row) => row[read.headers.indexOf("Theirs")]);
  expectSame("rowsLost", ["x", "y", ""], theirs);
};

export const deleteCheck: HostCheck = async (bench) => {
  await makeTable(bench, 5);
  await bench.gateway.write([{ kind: "delete-rows", table: bench.name, rows: [1, 3] }], []);
  expectSame("rowsLost", ["K1", "K3", "K5"], await keysOf(bench));
};

export const filterCheck: HostCheck = async (bench) => {
  await makeTable(bench, 4);
  const filters = [{ header: "Own key", criteria: { filterOn: "Values", values: ["K2", "K4"] } }];
  await bench.gateway.write([{ kind: "apply-filters", table: bench.name, filters }], []);
  const facts = await factsOf(bench);
  if (!facts.filtered) fail("notKept", "filter");
  await bench.gateway.write([{ kind: "clear-filter", table: bench.name }], []);
  if ((await factsOf(bench)).filtered) fail("notKept", "cleared filter");
  await bench.gateway.write([{ kind: "apply-filters", table: bench.name, filters: facts.filters ?? [] }], []);
  const again = (await factsOf(bench)).filters?.map(({ criteria }) => criteria.values);
  expectSame("notKept", [["K2", "K4"]], again);
  await expectKeys(bench, 4);
};
