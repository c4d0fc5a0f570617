import { tableRows } from "../../src/workbook/codec/table-rows";
import { refreshFigures } from "../../src/workbook/operations/refresh-figures";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { readCard, type CardSnapshot } from "../../src/workbook/read-card";
import { tableIds, type TableId } from "../../src/workbook/schema/schema";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { pokeInMemory } from "../support/in-memory-poke";
import { stillDesk } from "../support/still-desk";
import { readCsv } from "../fixtures/northwind/csv";

const all: ReadonlySet<TableId> = new Set(tableIds);
const expected = new Map(readCsv("expected-tiers.csv").map((row) => [row.account ?? "", row]));

async function sampleWorkbook(language: "en" | "zh-CN" = "en"): Promise<InMemoryWorkbook> {
  const workbook = new InMemoryWorkbook();
  await setUpWorkbook(stillDesk(workbook), { language, sample: true });
  return workbook;
}

async function cardOf(workbook: InMemoryWorkbook): Promise<CardSnapshot> {
  const card = await readCard(workbook, "en");
  if (!card) throw new Error("no card");
  return card;
}

const refresh = async (workbook: InMemoryWorkbook, clearFilters = false) =>
  refreshFigures(stillDesk(workbook), await cardOf(workbook), { clearFilters, reread: all });

async function accountsOf(workbook: InMemoryWorkbook) {
  const { results, book } = await cardOf(workbook);
  const result = results.get("accounts");
  if (!result) throw new Error("no accounts");
  return tableRows("accounts", result, book.dialect).rows.map((row) => row.values);
}

async function expectReferenceFigures(workbook: InMemoryWorkbook): Promise<void> {
  const accounts = await accountsOf(workbook);
  expect(accounts).toHaveLength(91);
  for (const account of accounts) {
    const row = expected.get(account.id);
    expect(account.proposedTier).toBe(row?.["proposed tier"]);
    if (row?.score === "") expect(account.score).toBeNull();
    else expect(Math.abs((account.score ?? 0) - Number(row?.score))).toBeLessThanOrEqual(0.01 + 1e-9);
  }
}

describe("refreshing the computed columns", () => {
  it.each(["en", "zh-CN"] as const)(
    "[WB11] writes every account its own figures, in %s",
    async (language) => {
      const workbook = await sampleWorkbook(language);
      expect(await refresh(workbook)).toMatchObject({ ok: true, value: { accounts: 91 } });
      await expectReferenceFigures(workbook);
      const lost = (await accountsOf(workbook)).find((account) => account.id === "BLONP");
      expect(lost?.watch).toBe(language === "en" ? "Churn sign, Decline" : "流失迹象、下滑");
    },
  );

  it("[WB11] never writes the stored tier", async () => {
    const workbook = await sampleWorkbook();
    await refresh(workbook);
    expect((await accountsOf(workbook)).filter((account) => account.tier !== "")).toEqual([]);
  });

  it("[WB11] a second refresh writes nothing", async () => {
    const workbook = await sampleWorkbook();
    await refresh(workbook);
    const card = await cardOf(workbook);
    workbook.trips.length = 0;
    await refreshFigures(stillDesk(workbook), card, { clearFilters: false, reread: all });
    expect(workbook.trips).toEqual(["read"]);
  });

  it("[WB11] after one edited cell takes two trips and moves only that account", async () => {
    const workbook = await sampleWorkbook();
    await refresh(workbook);
    const card = await cardOf(workbook);
    const before = await accountsOf(workbook);
    const table = workbook.book.tables.find((one) => one.name === "Purchases");
    const amount = table?.headers.indexOf("Amount") ?? 0;
    workbook.type("Purchases", 1, amount, 50_000);
    workbook.trips.length = 0;
    await refreshFigures(stillDesk(workbook), card, { clearFilters: false, reread: new Set(["purchases"]) });
    expect(workbook.trips).toEqual(["read", "write"]);
    const after = await accountsOf(workbook);
    const moved = after.filter((account, index) => account.score !== before[index]?.score);
    expect(moved.length).toBeLessThanOrEqual(1);
  });

  it("[WB14] a filter is asked about, then taken off and put back", async () => {
    const workbook = await sampleWorkbook();
    const poke = pokeInMemory(workbook);
    await poke.filter("Accounts", "Region", ["Germany"]);
    const before = workbook.dump();
    expect(await refresh(workbook)).toMatchObject({ ok: false, issue: { code: "filtered" } });
    expect(workbook.dump()).toEqual(before);
    const visible = await poke.visibleRows("Accounts");
    expect(await refresh(workbook, true)).toMatchObject({ ok: true });
    expect(await poke.visibleRows("Accounts")).toEqual(visible);
    await expectReferenceFigures(workbook);
  });

  it("[WB14] a filter comes back although the write failed", async () => {
    const workbook = await sampleWorkbook();
    const poke = pokeInMemory(workbook);
    await poke.filter("Accounts", "Region", ["Germany"]);
    const visible = await poke.visibleRows("Accounts");
    workbook.faults.failAt = 3;
    expect(await refresh(workbook, true)).toMatchObject({ ok: false, issue: { code: "hostFailedAction" } });
    expect(await poke.visibleRows("Accounts")).toEqual(visible);
    expect(await refresh(workbook, true)).toMatchObject({ ok: true });
    await expectReferenceFigures(workbook);
  });

  it("[WB14] no account gets another one's figures while a co-author sorts between the trips", async () => {
    const workbook = await sampleWorkbook();
    const card = await cardOf(workbook);
    const poke = pokeInMemory(workbook);
    const headers = ["City", "Account name", "Account ID"];
    workbook.faults.beforeTrip = () => {
      if (workbook.trips.at(-1) !== "write") return;
      const header = headers.shift();
      if (header) void poke.sort("Accounts", header);
    };
    const outcome = await refreshFigures(stillDesk(workbook), card, { clearFilters: false, reread: all });
    expect(outcome).toMatchObject({ ok: true });
    expect(headers).toEqual([]);
    workbook.faults.beforeTrip = null;
    await expectReferenceFigures(workbook);
  });

  it("[WB14] gives up with a sentence when the table keeps being sorted", async () => {
    const workbook = await sampleWorkbook();
    const card = await cardOf(workbook);
    const poke = pokeInMemory(workbook);
    let turn = 0;
    workbook.faults.beforeTrip = () => {
      turn += 1;
      if (workbook.trips.at(-1) === "write")
        void poke.sort("Accounts", turn % 2 === 0 ? "City" : "Account name");
    };
    const outcome = await refreshFigures(stillDesk(workbook), card, { clearFilters: false, reread: all });
    expect(outcome).toMatchObject({ ok: false, issue: { code: "keepsChanging" } });
  });

  it("[WB14] works with a totals row and columns of the person's own", async () => {
    const workbook = await sampleWorkbook();
    const poke = pokeInMemory(workbook);
    await poke.totals("Accounts", true);
    await poke.insertColumn("Accounts", 0, "Mine");
    expect(await refresh(workbook)).toMatchObject({ ok: true });
    await expectReferenceFigures(workbook);
  });

  it("[TP4] says that Excel forgot the figures", async () => {
    const workbook = await sampleWorkbook();
    const card = await cardOf(workbook);
    workbook.faults.swallowWrites = true;
    const outcome = await refreshFigures(stillDesk(workbook), card, { clearFilters: false, reread: all });
    expect(outcome).toMatchObject({ ok: false, issue: { code: "figuresLost" } });
  });

  it("[TP4] a protected Accounts sheet is named and nothing is written", async () => {
    const workbook = await sampleWorkbook();
    await pokeInMemory(workbook).protect("Accounts", true);
    const before = workbook.dump();
    expect(await refresh(workbook)).toMatchObject({
      ok: false,
      issue: { code: "protectedAction", values: { sheet: "Accounts" } },
    });
    expect(workbook.dump()).toEqual(before);
  });
});
