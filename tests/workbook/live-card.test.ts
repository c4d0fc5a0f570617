import type { LiveFigures } from "../../src/functions/live-figures";
import type { CardState, ReadyCard } from "../../src/workbook/card";
import { createLiveCard, type LiveCard } from "../../src/workbook/live-card";
import { LiveFiguresOfCard } from "../../src/workbook/live-figures-of-card";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { pokeInMemory } from "../support/in-memory-poke";
import { stillDesk, type StillDesk } from "../support/still-desk";

interface Bench {
  readonly workbook: InMemoryWorkbook;
  readonly desk: StillDesk;
  readonly card: LiveCard;
}

/** Past the quiet time after which changes are read. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 320));

/** Waits for something to become true; a busy machine may take its time. */
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 5_000; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function bench(sample = true, language: "en" | "zh-CN" = "en"): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  const desk = stillDesk(workbook, language);
  const card = createLiveCard(desk);
  await card.wake();
  const outcome = await card.setUp({ language, sample });
  if (!outcome.ok) throw new Error(outcome.issue.code);
  return { workbook, desk, card };
}

function ready(card: LiveCard): ReadyCard {
  if (card.state.kind !== "ready") throw new Error(`card is ${card.state.kind}`);
  return card.state;
}

const scoreOf = (card: LiveCard, account: string) =>
  ready(card).model.accounts.get(account)?.economic.score ?? 0;

const columnOf = ({ workbook }: Bench, table: string, header: string): number =>
  workbook.book.tables.find((one) => one.name === table)?.headers.indexOf(header) ?? -1;

describe("the live card", () => {
  it("[TP6] says that there is no card, then that it is ready", async () => {
    const workbook = new InMemoryWorkbook();
    const card = createLiveCard(stillDesk(workbook));
    expect(card.state).toEqual({ kind: "loading" });
    await card.wake();
    expect(card.state).toEqual({ kind: "none", otherSheets: 0, readOnly: false });
    workbook.type("Sheet1", 0, 0, "mine");
    await card.wake();
    expect(card.state).toMatchObject({ kind: "none", otherSheets: 1 });
    await card.setUp({ language: "zh-CN", sample: true });
    expect(ready(card)).toMatchObject({ language: "zh-CN", hasSample: true, review: { kind: "none" } });
    expect(ready(card).model.order).toHaveLength(91);
  });

  it("[J5] an edited purchase changes figures without any click and moves no other account", async () => {
    const that = await bench();
    const before = ready(that.card).model;
    expect(scoreOf(that.card, "VAFFE")).toBeCloseTo(63.45, 2);
    await pokeInMemory(that.workbook).appendRow("Purchases", ["NEW-1", "VAFFE", 35_921, "", "", "", 50_000]);
    await until(() => scoreOf(that.card, "VAFFE") > 90);
    expect(scoreOf(that.card, "VAFFE")).toBeCloseTo(90.83, 2);
    const after = ready(that.card).model;
    const moved = after.order.filter(
      (id) => after.accounts.get(id)?.economic.score !== before.accounts.get(id)?.economic.score,
    );
    expect(moved).toEqual(["VAFFE"]);
  });

  it("[WB11] re-reads only the tables a change named and those cheap enough to compare", async () => {
    const that = await bench();
    const reads: number[] = [];
    const read = that.workbook.read.bind(that.workbook);
    that.workbook.read = (wanted) => {
      reads.push(wanted.filter((one) => one.kind === "table" && one.columns?.length !== 0).length);
      return read(wanted);
    };
    that.workbook.type("Settings", 5, columnOf(that, "Settings", "Value"), 70);
    await until(() => ready(that.card).model.settings.tierCut === 70);
    expect(ready(that.card).model.settings.tierCut).toBe(70);
    expect(reads).toHaveLength(1);
  });

  it("[WB11] says when the columns are older than the tables, until they are refreshed in two trips", async () => {
    const that = await bench();
    // Set-up leaves them current.
    expect(ready(that.card).stale).toBe(false);
    that.workbook.type("Purchases", 2155, columnOf(that, "Purchases", "Amount"), 50_000);
    that.workbook.trips.length = 0;
    expect(await that.card.refresh()).toEqual({ ok: true, value: { accounts: 91 } });
    expect(that.workbook.trips).toEqual(["read", "write"]);
    expect(ready(that.card).stale).toBe(false);
  });

  it("[WB12] a blank as-of date follows the calendar at the next wake", async () => {
    const that = await bench(false);
    expect(ready(that.card).model.asOf).toBe(that.desk.today());
    const states: CardState[] = [];
    that.card.subscribe((state) => states.push(state));
    await that.card.wake();
    expect(states).toEqual([]);
    that.desk.setToday(that.desk.today() + 1);
    await that.card.wake();
    expect(ready(that.card).model.asOf).toBe(that.desk.today());
    expect(states).toHaveLength(1);
  });

  it("[TP1] logs, shows the entry at once and takes it back", async () => {
    const that = await bench();
    const draft = { ...that.card.newLogDraft("ALFKI"), content: "All well" };
    expect(draft).toMatchObject({ accounts: ["ALFKI"], date: 35_921 });
    expect(draft.ids[0]).toMatch(/^INT-20261121-[0-9A-HJKMNP-TV-Z]{6}$/);
    that.workbook.trips.length = 0;
    const outcome = await that.card.log(draft);
    expect(that.workbook.trips.length).toBeLessThanOrEqual(3);
    expect(outcome).toMatchObject({ ok: true, value: { ids: draft.ids, sheet: "Interactions" } });
    expect(ready(that.card).model.accounts.get("ALFKI")?.interactions[0]?.content).toBe("All well");
    that.workbook.trips.length = 0;
    expect((await that.card.log({ ...that.card.newLogDraft("BERGS"), content: "Also" })).ok).toBe(true);
    expect(that.workbook.trips.length).toBeLessThanOrEqual(3);
    expect(await that.card.undoLog(draft.ids)).toEqual({ ok: true, value: { rows: 1 } });
    expect(ready(that.card).records.interactions.some((entry) => entry.id === draft.ids[0])).toBe(false);
    expect(await createLiveCard(that.desk).undoLog(draft.ids)).toMatchObject({
      ok: false,
      issue: { code: "undoUnknown" },
    });
  });

  it("[TP4] a failed save keeps the workbook and the next one succeeds", async () => {
    const that = await bench();
    const draft = { ...that.card.newLogDraft("ALFKI"), content: "All well" };
    that.workbook.faults.failAt = 1;
    expect((await that.card.log(draft)).ok).toBe(false);
    expect(await that.card.log(draft)).toMatchObject({ ok: true });
    expect(ready(that.card).records.interactions.filter((entry) => entry.id === draft.ids[0])).toHaveLength(
      1,
    );
  });

  it("[J7] settings, criteria and cadence show at once", async () => {
    const { card } = await bench();
    await card.changeSettings({ tierCut: 90 });
    expect(ready(card).model.settings).toMatchObject({ tierCut: 90, ruleVersion: 2 });
    const { criteria, cadence } = ready(card).records;
    const changed = criteria.map((one) => (one.id === "REV" ? { ...one, weight: 1 } : one));
    await card.changeCriteria({ criteria: changed, settings: {} });
    expect(ready(card).records.criteria).toEqual(changed);
    const rule = cadence.find((one) => one.item === "visit" && one.tier === "general");
    if (!rule) throw new Error("no rule");
    await card.changeCadence([{ ...rule, target: 90 }]);
    expect(card.proposeNext("ANTON", "visit")?.target).toBe(90);
  });

  it("[WB6] names a missing column and what is left still works", async () => {
    const that = await bench();
    that.workbook.type("Accounts", 0, columnOf(that, "Accounts", "Owner"), "Whose");
    await until(() => that.card.state.kind === "damaged");
    expect(that.card.state).toMatchObject({
      kind: "damaged",
      issues: [{ code: "columnMissing", values: { sheet: "Accounts", column: "Owner" } }],
    });
    expect(that.card.state.kind === "damaged" && that.card.state.model?.order).toHaveLength(91);
  });

  it("[WB2] names unreadable cells by sheet, row and column and counts them as blank", async () => {
    const that = await bench();
    that.workbook.type("Purchases", 1, columnOf(that, "Purchases", "Amount"), "a lot");
    await until(() => ready(that.card).unreadable.length > 0);
    expect(ready(that.card).unreadable).toEqual([
      {
        code: "unreadableCell",
        values: { sheet: "Purchases", table: "purchases", row: 2, column: "Amount", value: "a lot" },
      },
    ]);
    expect(ready(that.card).model.leftOut["no-amount"]).toBe(1);
  });

  it("[J3] follows the selected row, in a table by header and elsewhere by any cell that names an account", async () => {
    const that = await bench();
    const seen: (string | null)[] = [];
    that.card.onSelection((account) => seen.push(account));
    const poke = pokeInMemory(that.workbook);
    await poke.select("Purchases", 1, 3);
    await settled();
    that.workbook.type("Sheet1", 4, 2, "Berglunds snabbköp");
    await poke.select("Sheet1", 4, 0);
    await settled();
    await poke.select("Sheet1", 9, 0);
    await settled();
    expect(seen).toEqual(["VINET", "BERGS", null]);
  });

  it("[TP4] a cell being edited keeps what is known and is read later", async () => {
    const that = await bench();
    that.workbook.faults.refuse = "cell-edit";
    that.workbook.type("Settings", 5, columnOf(that, "Settings", "Value"), 70);
    await settled();
    expect(ready(that.card).model.settings.tierCut).toBe(65);
    that.workbook.faults.refuse = null;
    await until(() => ready(that.card).model.settings.tierCut === 70);
    expect(ready(that.card).model.settings.tierCut).toBe(70);
  });

  it("[TP3] shows progress, then none", async () => {
    const workbook = new InMemoryWorkbook();
    const card = createLiveCard(stillDesk(workbook));
    const steps: (string | null)[] = [];
    card.onProgress((progress) => steps.push(progress?.step ?? null));
    await card.setUp({ language: "en", sample: true });
    expect(steps).toEqual(["setUp", "setUp", null]);
  });

  it("[TP6] removes the sample and says so", async () => {
    const { card } = await bench();
    await card.removeSample();
    expect(ready(card)).toMatchObject({ hasSample: false, rowCounts: { accounts: 0 } });
  });

  it("[J3] brings the row of an account into view", async () => {
    const that = await bench();
    expect(await that.card.showAccountRow("ANATR")).toEqual({ ok: true, value: undefined });
    expect(that.workbook.book.selected).toEqual({ sheet: "Accounts", row: 2, column: 0 });
  });

  it("[J8] generates a review, takes decisions and applies them", async () => {
    const that = await bench();
    const outcome = await that.card.generateReview();
    expect(outcome).toMatchObject({ ok: true, value: { cycle: "1998-05" } });
    expect(ready(that.card).review).toMatchObject({ kind: "open", cycle: "1998-05", pending: 0 });
    expect(await that.card.previewReview()).toMatchObject({ ok: true, value: { undecided: 91 } });
  });
});

describe("live figures of the card", () => {
  const figuresOf = (that: Bench): LiveFigures => new LiveFiguresOfCard(that.card, that.desk);

  it("[FN2] resolves the account of a row at this moment", async () => {
    const that = await bench();
    const figures = figuresOf(that);
    expect(await figures.accountOfRow("Accounts!BZ3")).toEqual({ kind: "account", account: "ANATR" });
    expect(await figures.accountOfRow("Accounts!$C$3")).toEqual({ kind: "account", account: "ANATR" });
    expect(await figures.accountOfRow("'Purchases'!B2")).toEqual({ kind: "account", account: "VINET" });
    expect(await figures.accountOfRow("Accounts!C1")).toEqual({ kind: "outside" });
    expect(await figures.accountOfRow("Sheet1!C3")).toEqual({ kind: "outside" });
    await pokeInMemory(that.workbook).sort("Accounts", "City");
    const first = await that.workbook.read([{ kind: "table", table: "Accounts", columns: ["Account ID"] }]);
    const id = first[0]?.kind === "table" ? first[0].rows[0]?.[0] : "";
    expect(await figures.accountOfRow("Accounts!C2")).toEqual({ kind: "account", account: id });
  });

  it("[FN2] twenty cells that ask together cost one reading", async () => {
    const that = await bench();
    const figures = figuresOf(that);
    that.workbook.trips.length = 0;
    const rows = Array.from({ length: 20 }, (_, index) => figures.accountOfRow(`Accounts!BZ${index + 2}`));
    expect(new Set((await Promise.all(rows)).map((row) => row.kind === "account" && row.account)).size).toBe(
      20,
    );
    expect(that.workbook.trips).toEqual(["read"]);
  });

  it("[FN2] tells of sorts and of edits to id cells, not of other cells", async () => {
    const that = await bench();
    const figures = figuresOf(that);
    let moved = 0;
    const stop = figures.onRowsMoved("Accounts", () => (moved += 1));
    await pokeInMemory(that.workbook).sort("Accounts", "City");
    await Promise.resolve();
    expect(moved).toBe(1);
    await pokeInMemory(that.workbook).sort("Purchases", "Product");
    await Promise.resolve();
    expect(moved).toBe(1);
    stop();
    await pokeInMemory(that.workbook).sort("Accounts", "City");
    await Promise.resolve();
    expect(moved).toBe(1);
  });

  it("[FN2] finds the cells that call a function without an account", async () => {
    const that = await bench();
    that.workbook.type("Sheet1", 0, 0, { formula: "=KAM.TIER()" });
    that.workbook.type("Sheet1", 1, 0, { formula: '=KAM.TIER(,"proposed")' });
    that.workbook.type("Sheet1", 2, 0, { formula: "=KAM.TIER(A2)" });
    that.workbook.type("Sheet1", 3, 0, { formula: "=KAM.SCORE()" });
    expect(await figuresOf(that).bareCells("TIER")).toEqual(["'Sheet1'!A1", "'Sheet1'!A2"]);
  });

  it("[FN2] refresh enters bare calls anew, and only when there are any", async () => {
    const that = await bench();
    await that.card.refresh();
    const entered: (readonly string[])[] = [];
    const { reenterFormulas } = that.workbook;
    that.workbook.reenterFormulas = (cells) => {
      entered.push(cells);
      return reenterFormulas.call(that.workbook, cells);
    };
    that.workbook.type("Sheet1", 4, 1, { formula: "=KAM.TIER()" });
    await figuresOf(that).bareCells("TIER");
    await that.card.refresh();
    expect(entered).toEqual([["'Sheet1'!B5"]]);
    that.workbook.type("Sheet1", 4, 1, "");
    await figuresOf(that).bareCells("TIER");
    await that.card.refresh();
    expect(entered).toHaveLength(1);
  });

  it("[FN8] gives the functions the same model the pane has", async () => {
    const that = await bench();
    const figures = figuresOf(that);
    expect(figures.state).toBe("ready");
    expect(figures.model()).toBe(ready(that.card).model);
    expect(figures.language()).toBe("en");
  });
});
