import type { Tier } from "../../../src/core/units";
import { applyReview } from "../../../src/workbook/review/apply-review";
import { previewReview } from "../../../src/workbook/review/preview-review";
import { surveyReview } from "../../../src/workbook/review/survey-review";
import { readGround } from "../../../src/workbook/review/review-ground";
import type { CellValue } from "../../../src/workbook/workbook-gateway";
import { sheetOf } from "../../support/in-memory-writes";
import {
  columnFor,
  generate,
  sheetFor,
  smallBench,
  tableRow,
  typeInto,
  valueOf,
  type Bench,
} from "./review-bench";

async function decidedBench(): Promise<Bench> {
  const bench = await smallBench();
  valueOf(await generate(bench.desk));
  await typeInto(bench, "general", "C1", { decision: "promote", reason: "grows" });
  await typeInto(bench, "general", "C3", { decision: "watch", reason: "late" });
  return bench;
}

const names = {
  important: "Review – important 2026-11",
  special: "Review – special 2026-11",
  general: "Review – general 2026-11",
};

/** The rows of the table and its columns on the sheet, as a person who sorts by hand sees them. */
async function body(bench: Bench, tier: Tier) {
  const { rows, sheet } = await sheetFor(bench, tier);
  const first = Math.min(...rows.map((row) => row.row));
  return { sheet, first, count: rows.length };
}

/** Sorts the rows by a column, within the columns `from` to `to`. */
async function sortRows(
  bench: Bench,
  tier: Tier,
  by: number,
  columns: { from: number; to: number },
): Promise<void> {
  const { sheet, first, count } = await body(bench, tier);
  const held = sheetOf(bench.workbook.book, sheet);
  const width = columns.to - columns.from + 1;
  const rows = held.block({ row: first, column: columns.from, rows: count, columns: width });
  rows.sort((a, b) => (String(a[by - columns.from]) < String(b[by - columns.from]) ? 1 : -1));
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => held.put(first + row, columns.from + column, cell)),
  );
}

/** Moves the references of the sheet's names as Excel does when columns or rows are inserted or deleted. */
function moveNames(
  bench: Bench,
  sheet: string,
  move: (column: number, row: number) => [number, number] | null,
): void {
  const held = sheetOf(bench.workbook.book, sheet);
  const letters = (index: number): string =>
    index < 0 ? "" : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
  const index = (text: string) =>
    [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  held.names = held.names.map((name) => {
    const match = /^(.*!)\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(name.formula);
    if (!match) return name;
    const first = move(index(match[2] ?? ""), Number(match[3]));
    const last = move(index(match[4] ?? ""), Number(match[5]));
    const formula =
      first && last
        ? `${match[1]}$${letters(first[0])}$${first[1]}:$${letters(last[0])}$${last[1]}`
        : `${match[1]}#REF!`;
    return { ...name, formula };
  });
}

/** Inserts a column of the person's own before `at`, or deletes the column `at`. */
function shiftColumns(bench: Bench, sheet: string, at: number, by: 1 | -1): void {
  const held = sheetOf(bench.workbook.book, sheet);
  const used = held.used();
  const rows = held.block({
    row: 0,
    column: 0,
    rows: used.row + used.rows,
    columns: used.column + used.columns,
  });
  rows.forEach((cells, row) => {
    const shifted: CellValue[] =
      by > 0
        ? [...cells.slice(0, at), "own", ...cells.slice(at)]
        : [...cells.slice(0, at), ...cells.slice(at + 1), ""];
    shifted.forEach((cell, column) => held.put(row, column, cell));
  });
  moveNames(bench, sheet, (column, row) =>
    by < 0 && column === at ? null : [column >= at ? column + by : column, row],
  );
}

async function expectBoth(bench: Bench): Promise<void> {
  const preview = valueOf(await previewReview(bench.desk));
  expect(preview.toApply.map((row) => [row.account, row.decision, row.reason]).sort()).toEqual([
    ["C1", "promote", "grows"],
    ["C3", "watch", "late"],
  ]);
  expect(preview.stopped).toEqual([]);
  expect(valueOf(await applyReview(bench.desk)).applied).toBe(2);
  expect(tableRow(bench, "Accounts", "Account ID", "C1")[0]).toMatchObject({ Tier: "Important" });
  expect(tableRow(bench, "Accounts", "Account ID", "C3")[0]).toMatchObject({ Tier: "Special" });
  expect(tableRow(bench, "Accounts", "Account ID", "C2")[0]).toMatchObject({
    Tier: "General",
    "Last review": "",
  });
}

describe("Apply on a sheet people worked on", () => {
  it("[RV3] sorted with all its columns", async () => {
    const bench = await decidedBench();
    await sortRows(bench, "general", columnFor(bench, names.general, "name"), {
      from: 0,
      to: columnFor(bench, names.general, "id") + 2,
    });
    await expectBoth(bench);
  });

  it("[RV3] sorted by the visible columns alone: what was typed goes with the shown name", async () => {
    const bench = await decidedBench();
    await sortRows(bench, "general", columnFor(bench, names.general, "name"), {
      from: 0,
      to: columnFor(bench, names.general, "check"),
    });
    await expectBoth(bench);
  });

  it("[RV3] renamed and moved", async () => {
    const bench = await decidedBench();
    const { sheets } = bench.workbook.book;
    await bench.workbook.write([{ kind: "rename-sheet", sheet: names.general, to: "下半年" }], []);
    sheets.unshift(
      ...sheets.splice(
        sheets.findIndex((sheet) => sheet.name === "下半年"),
        1,
      ),
    );
    await expectBoth(bench);
  });

  it("[RV3] with an own column in the middle", async () => {
    const bench = await decidedBench();
    shiftColumns(bench, names.general, columnFor(bench, names.general, "reason"), 1);
    await expectBoth(bench);
  });

  it("[RV3] with notes below and beside the table", async () => {
    const bench = await decidedBench();
    const { first, count, sheet } = await body(bench, "general");
    const decision = columnFor(bench, sheet, "decision");
    bench.workbook.type(sheet, first + count + 6, decision, "promote");
    bench.workbook.type(sheet, first + count + 6, 0, "ask the owner first");
    bench.workbook.type(sheet, first, columnFor(bench, sheet, "id") + 6, "note");
    await expectBoth(bench);
  });

  it("[RV3] with renamed headers", async () => {
    const bench = await decidedBench();
    for (const field of ["decision", "reason", "name"] as const)
      bench.workbook.type(names.general, 5, columnFor(bench, names.general, field), `my ${field}`);
    await expectBoth(bench);
  });

  it("[RV3] with a deleted row: that account is not decided, the others are", async () => {
    const bench = await decidedBench();
    const { sheet, first, count } = await body(bench, "general");
    const held = sheetOf(bench.workbook.book, sheet);
    const doomed =
      (await sheetFor(bench, "general")).rows.find((row) => row.typed.account === "C2")?.row ?? 0;
    held.shift({ row: doomed, column: 0, rows: 1, columns: 40 }, -1);
    moveNames(bench, sheet, (column, row) => [column, row === first + count ? row - 1 : row]);
    await expectBoth(bench);
    const { book } = valueOf(await readGround(bench.desk));
    expect(await surveyReview(bench.workbook, book)).toMatchObject({
      tiers: [{}, {}, { listed: 2, decided: 2 }],
    });
  });

  it("[RV3] with a deleted name: the heading is found in any language", async () => {
    const bench = await decidedBench();
    const held = sheetOf(bench.workbook.book, names.general);
    const decision = columnFor(bench, names.general, "decision");
    held.names = held.names.filter(
      (name) => !["KAM_ReviewDecisions", "KAM_ReviewReasons"].includes(name.name),
    );
    bench.workbook.type(names.general, 5, decision, "决定");
    await expectBoth(bench);
  });

  it("[RV3] with the hidden columns deleted: unique names tell the accounts", async () => {
    const bench = await decidedBench();
    const id = columnFor(bench, names.general, "id");
    shiftColumns(bench, names.general, id, -1);
    shiftColumns(bench, names.general, id, -1);
    await expectBoth(bench);
  });

  it("[RV3] stops a row whose shown name belongs to nobody on the sheet", async () => {
    const bench = await decidedBench();
    await typeInto(bench, "general", "C1", { name: "Someone else" });
    const preview = valueOf(await previewReview(bench.desk));
    expect(preview.toApply.map((row) => row.account)).toEqual(["C3"]);
    expect(preview.stopped).toMatchObject([{ account: "C1", issue: { code: "review.mixedRow" } }]);
  });

  it("[RV3] says so when the sheets of the cycle are gone", async () => {
    const bench = await decidedBench();
    await bench.workbook.write(
      Object.values(names).map((sheet) => ({ kind: "delete-sheet" as const, sheet })),
      [],
    );
    expect(await applyReview(bench.desk)).toMatchObject({
      ok: false,
      issue: { code: "review.noSheets", values: { cycle: "2026-11" } },
    });
  });

  it("[RV3] stops an account that is not in the Accounts table any more", async () => {
    const bench = await decidedBench();
    const table = bench.workbook.book.tables.find((one) => one.name === "Accounts");
    const row = table?.cells().findIndex((cells) => cells[0] === "C1") ?? 0;
    await bench.workbook.write([{ kind: "delete-rows", table: "Accounts", rows: [row] }], []);
    const preview = valueOf(await previewReview(bench.desk));
    expect(preview.stopped).toMatchObject([{ account: "C1", issue: { code: "review.unknownAccount" } }]);
  });
});
