import type { LogDraft } from "../../src/workbook/card";
import { chainTail, hashOf } from "../../src/workbook/audit/audit-chain";
import { tableRows } from "../../src/workbook/codec/table-rows";
import { logInteraction, type Logged } from "../../src/workbook/operations/log-interaction";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { undoLog } from "../../src/workbook/operations/undo-log";
import { openBook, type OpenBook } from "../../src/workbook/open-book";
import type { Outcome } from "../../src/workbook/outcome";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { pokeInMemory } from "../support/in-memory-poke";
import { stillDesk } from "../support/still-desk";

const asOf = 46_347;

const draft = (change: Partial<LogDraft> = {}): LogDraft => ({
  ids: ["INT-20261121-AAAAAA"],
  accounts: ["ALFKI"],
  contacts: "Maria Anders",
  kind: "revisit",
  channel: "in-person",
  date: asOf,
  content: "=They like it",
  result: "Order expected",
  usage: "Daily",
  newNeeds: "Smaller boxes",
  productsIntroduced: "Chai",
  nextAction: "Send samples",
  nextDate: asOf + 30,
  ...change,
});

async function workbookWith(language: "en" | "zh-CN" = "en"): Promise<InMemoryWorkbook> {
  const workbook = new InMemoryWorkbook();
  await setUpWorkbook(stillDesk(workbook, language), { language, sample: false });
  return workbook;
}

const bookOf = async (workbook: InMemoryWorkbook): Promise<OpenBook> =>
  openBook(await workbook.survey(), "en");

const log = async (workbook: InMemoryWorkbook, what = draft()): Promise<Outcome<Logged>> =>
  logInteraction(stillDesk(workbook), await bookOf(workbook), what, asOf);

async function rowsOf<Id extends "interactions" | "audit">(workbook: InMemoryWorkbook, id: Id) {
  const book = await bookOf(workbook);
  const [result] = await workbook.read([{ kind: "table", table: book.tables.get(id)?.facts.name ?? "" }]);
  if (result?.kind !== "table") throw new Error(`no ${id}`);
  return tableRows(id, result, book.dialect).rows.map((row) => row.values);
}

describe("logging an interaction", () => {
  it.each(["en", "zh-CN"] as const)("[TP1] puts a verified row into the table, in %s", async (language) => {
    const workbook = await workbookWith(language);
    const outcome = await log(workbook);
    expect(outcome).toMatchObject({
      ok: true,
      value: { ids: draft().ids, sheet: language === "en" ? "Interactions" : "往来记录", rows: [2] },
    });
    expect(await rowsOf(workbook, "interactions")).toEqual([
      expect.objectContaining({
        id: "INT-20261121-AAAAAA",
        account: "ALFKI",
        kind: "revisit",
        channel: "in-person",
        content: "=They like it",
        at: asOf,
        nextDate: asOf + 30,
        completed: true,
        author: "Ann",
        createdBy: "Ann",
        createdAt: asOf + 0.4375,
        changedBy: "",
      }),
    ]);
  });

  it("[TP1] writes one row per account of a common visit", async () => {
    const workbook = await workbookWith();
    const outcome = await log(workbook, draft({ ids: ["INT-1", "INT-2"], accounts: ["ALFKI", "BERGS"] }));
    expect(outcome.ok && outcome.value.rows).toEqual([2, 3]);
    expect((await rowsOf(workbook, "interactions")).map((row) => row.account)).toEqual(["ALFKI", "BERGS"]);
  });

  it("[TP1] takes two round trips", async () => {
    const workbook = await workbookWith();
    const book = await bookOf(workbook);
    workbook.trips.length = 0;
    await logInteraction(stillDesk(workbook), book, draft(), asOf);
    expect(workbook.trips).toEqual(["read", "write"]);
  });

  it("[S132] chains the audit entries of a writer by hash", async () => {
    const workbook = await workbookWith();
    await log(workbook);
    await log(workbook, draft({ ids: ["INT-2"] }));
    const trail = await rowsOf(workbook, "audit");
    expect(trail.map((row) => [row.row, row.source, row.by])).toEqual([
      ["INT-20261121-AAAAAA", "log", "Ann"],
      ["INT-2", "log", "Ann"],
    ]);
    expect(trail[1]?.previousHash).toBe(trail[0]?.hash);
    expect(chainTail(trail, "writer-1")).toBe(trail[1]?.hash);
    for (const row of trail) expect(hashOf(row)).toBe(row.hash);
  });

  it("[TP1] a second save of the same draft adds nothing and takes what was changed since", async () => {
    const workbook = await workbookWith();
    await log(workbook);
    await log(workbook);
    expect(await rowsOf(workbook, "interactions")).toHaveLength(1);
    expect(await rowsOf(workbook, "audit")).toHaveLength(1);
    await log(workbook, draft({ content: "Something else" }));
    expect(await rowsOf(workbook, "interactions")).toEqual([
      expect.objectContaining({ content: "Something else" }),
    ]);
  });

  it("[TP1] a date ahead is a plan, not something that took place", async () => {
    const workbook = await workbookWith();
    await log(workbook, draft({ date: asOf + 1 }));
    expect((await rowsOf(workbook, "interactions"))[0]?.completed).toBe(false);
  });

  it("[WB1] finds its columns after some were added, a totals row is on and rows are filtered", async () => {
    const workbook = await workbookWith();
    await log(workbook);
    const poke = pokeInMemory(workbook);
    await poke.insertColumn("Interactions", 1, "Mine");
    await poke.totals("Interactions", true);
    await poke.filter("Interactions", "Account ID", ["NOBODY"]);
    const outcome = await log(workbook, draft({ ids: ["INT-2"], accounts: ["BERGS"] }));
    expect(outcome.ok && outcome.value.rows).toEqual([3]);
    expect((await rowsOf(workbook, "interactions")).map((row) => row.account)).toEqual(["ALFKI", "BERGS"]);
  });

  it.each([
    ["cell-edit", "cellEdit"],
    ["other-workbook", "otherWorkbook"],
    ["throttled", "throttled"],
  ] as const)("[TP4] %s has its own sentence and writes nothing", async (refuse, code) => {
    const workbook = await workbookWith();
    const book = await bookOf(workbook);
    const before = workbook.dump();
    workbook.faults.refuse = refuse;
    const outcome = await logInteraction(stillDesk(workbook), book, draft(), asOf);
    expect(outcome).toMatchObject({ ok: false, issue: { code } });
    expect(workbook.dump()).toEqual(before);
  });

  it("[TP4] a protected sheet is named before anything is written, the audit's as well", async () => {
    const workbook = await workbookWith();
    await log(workbook);
    const before = workbook.dump();
    for (const sheet of ["Interactions", "Audit"]) {
      await pokeInMemory(workbook).protect(sheet, true);
      const outcome = await log(workbook, draft({ ids: ["INT-2"] }));
      expect(outcome).toMatchObject({ ok: false, issue: { code: "protected", values: { sheet } } });
      expect(workbook.dump()).toEqual(before);
      await pokeInMemory(workbook).protect(sheet, false);
    }
  });

  it.each([
    ["for the first time", 0],
    ["with an audit trail", 1],
  ])("[TP4] says not saved when the table did not grow and leaves no cell behind, %s", async (_, entries) => {
    const workbook = await workbookWith();
    // A table with one blank row takes the first entry in; growth matters from the second on.
    await log(workbook, draft({ ids: ["INT-0"] }));
    if (entries === 0) await workbook.write([{ kind: "delete-sheet", sheet: "Audit" }], []);
    const before = workbook.dump();
    workbook.faults.tableDoesNotGrow = true;
    expect(await log(workbook)).toMatchObject({ ok: false, issue: { code: "didNotGrow" } });
    expect(workbook.dump()).toEqual(before);
    workbook.faults.tableDoesNotGrow = false;
    expect(await log(workbook)).toMatchObject({ ok: true, value: { rows: [3] } });
  });

  it("[TP4] says not saved when Excel forgets the write", async () => {
    const workbook = await workbookWith();
    const before = workbook.dump();
    workbook.faults.swallowWrites = true;
    expect(await log(workbook)).toMatchObject({ ok: false, issue: { code: "swallowed" } });
    workbook.faults.swallowWrites = false;
    expect(workbook.dump()).toEqual(before);
  });

  it("[WB14] a row that a co-author adds between the trips stays", async () => {
    const workbook = await workbookWith();
    await log(workbook, draft({ ids: ["INT-1"] }));
    const book = await bookOf(workbook);
    workbook.trips.length = 0;
    workbook.faults.beforeTrip = (trip) => {
      if (trip === 2) void pokeInMemory(workbook).appendRow("Interactions", ["INT-THEIRS", "BERGS"]);
    };
    const outcome = await logInteraction(stillDesk(workbook), book, draft(), asOf);
    expect(outcome.ok && outcome.value.rows).toEqual([4]);
    expect((await rowsOf(workbook, "interactions")).map((row) => row.id)).toEqual([
      "INT-1",
      "INT-THEIRS",
      "INT-20261121-AAAAAA",
    ]);
  });

  const setups = { "for the first time": false, "with an audit trail": true } as const;
  it.each(Object.entries(setups))(
    "[TP4] after a failure at any action a retry completes it, %s",
    async (_, trail) => {
      const start = async () => {
        const workbook = await workbookWith();
        if (trail) await log(workbook, draft({ ids: ["INT-0"] }));
        return workbook;
      };
      const two = draft({ ids: ["INT-1", "INT-2"], accounts: ["ALFKI", "BERGS"] });
      const clean = await start();
      await log(clean, two);
      const actions = clean.lastActions;
      for (let failAt = 0; failAt < actions; failAt += 1) {
        const workbook = await start();
        workbook.faults.failAt = failAt;
        const outcome = await log(workbook, two);
        expect(outcome.ok).toBe(false);
        expect(await log(workbook, two)).toMatchObject({ ok: true });
        expect(workbook.dump()).toEqual(clean.dump());
      }
    },
  );
});

describe("undoing the last entry", () => {
  async function logged(workbook: InMemoryWorkbook): Promise<Logged> {
    const outcome = await log(workbook);
    if (!outcome.ok) throw new Error(outcome.issue.code);
    return outcome.value;
  }

  const undo = async (workbook: InMemoryWorkbook, what: Logged) =>
    undoLog(stillDesk(workbook), await bookOf(workbook), what);

  it("[TP5] deletes the row and says so in the trail", async () => {
    const workbook = await workbookWith();
    expect(await undo(workbook, await logged(workbook))).toEqual({ ok: true, value: { rows: 1 } });
    expect(await rowsOf(workbook, "interactions")).toEqual([]);
    expect((await rowsOf(workbook, "audit")).map((row) => row.source)).toEqual(["log", "undo"]);
  });

  it("[TP5] leaves a row that somebody changed since and names row and column", async () => {
    const workbook = await workbookWith();
    const what = await logged(workbook);
    const table = workbook.book.tables.find((one) => one.name === "Interactions");
    workbook.type("Interactions", 1, table?.headers.indexOf("Result") ?? 0, "Order came");
    const before = workbook.dump();
    expect(await undo(workbook, what)).toMatchObject({
      ok: false,
      issue: { code: "changedSince", values: { row: 2, columns: "Result" } },
    });
    expect(workbook.dump()).toEqual(before);
  });

  it("[TP5] a filter has its own sentence", async () => {
    const workbook = await workbookWith();
    const what = await logged(workbook);
    await pokeInMemory(workbook).filter("Interactions", "Account ID", ["X"]);
    expect(await undo(workbook, what)).toMatchObject({ ok: false, issue: { code: "filteredUndo" } });
  });

  it("[WB14] never deletes another row, although a co-author sorts between the trips", async () => {
    const workbook = await workbookWith();
    const what = await logged(workbook);
    await log(workbook, draft({ ids: ["INT-0"], accounts: ["AAAAA"] }));
    const book = await bookOf(workbook);
    workbook.trips.length = 0;
    workbook.faults.beforeTrip = (trip) => {
      if (trip === 2) void pokeInMemory(workbook).sort("Interactions", "Interaction ID");
    };
    expect(await undoLog(stillDesk(workbook), book, what)).toMatchObject({ ok: true });
    expect((await rowsOf(workbook, "interactions")).map((row) => [row.id, row.account])).toEqual([
      ["INT-0", "AAAAA"],
    ]);
  });

  it("[TP5] after a failure at any action a second undo completes it", async () => {
    const clean = await workbookWith();
    await undo(clean, await logged(clean));
    const actions = clean.lastActions;
    for (let failAt = 0; failAt < actions; failAt += 1) {
      const workbook = await workbookWith();
      const what = await logged(workbook);
      workbook.faults.failAt = failAt;
      expect((await undo(workbook, what)).ok).toBe(false);
      expect(await undo(workbook, what)).toMatchObject({ ok: true });
      expect(workbook.dump()).toEqual(clean.dump());
    }
  });
});
