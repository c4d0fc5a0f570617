import type { CardSettings } from "../../src/core/records";
import { changeCadence } from "../../src/workbook/operations/change-cadence";
import { changeCriteria } from "../../src/workbook/operations/change-criteria";
import { changeSettings } from "../../src/workbook/operations/change-settings";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { readCard, type CardSnapshot } from "../../src/workbook/read-card";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { pokeInMemory } from "../support/in-memory-poke";
import { stillDesk } from "../support/still-desk";

async function emptyCard(language: "en" | "zh-CN" = "en"): Promise<InMemoryWorkbook> {
  const workbook = new InMemoryWorkbook();
  await setUpWorkbook(stillDesk(workbook), { language, sample: false });
  return workbook;
}

async function cardOf(workbook: InMemoryWorkbook): Promise<CardSnapshot> {
  const card = await readCard(workbook, "en");
  if (!card) throw new Error("no card");
  return card;
}

async function change(workbook: InMemoryWorkbook, what: Partial<CardSettings>, shown?: CardSettings) {
  const card = await cardOf(workbook);
  return changeSettings(stillDesk(workbook), card.book, what, shown ?? card.records.settings);
}

describe("changing settings", () => {
  it.each(["en", "zh-CN"] as const)(
    "[WB12] fixes the as-of day and frees it again, in %s",
    async (language) => {
      const workbook = await emptyCard(language);
      expect(await change(workbook, { asOf: 35_921 })).toEqual({ ok: true, value: undefined });
      expect((await cardOf(workbook)).records.settings).toMatchObject({ asOf: 35_921, ruleVersion: 1 });
      await change(workbook, { asOf: null });
      expect((await cardOf(workbook)).records.settings.asOf).toBeNull();
    },
  );

  it("[S09] a threshold makes a new rule version, with an audit entry per cell", async () => {
    const workbook = await emptyCard();
    await change(workbook, { tierCut: 70, strategicCut: null });
    const card = await cardOf(workbook);
    expect(card.records.settings).toMatchObject({ tierCut: 70, strategicCut: null, ruleVersion: 2 });
    const audit = workbook.dump().Audit ?? [];
    expect(audit.slice(1).map((row) => row.slice(5, 10))).toEqual([
      ["tierCut", "Value", "65", "70", "Settings"],
      ["strategicCut", "Value", "80", "", "Settings"],
      ["ruleVersion", "Value", "1", "2", "Settings"],
    ]);
  });

  it("[WB15] stops where somebody changed the same cell meanwhile", async () => {
    const workbook = await emptyCard();
    const shown = (await cardOf(workbook)).records.settings;
    await change(workbook, { tierCut: 60 });
    const before = workbook.dump();
    expect(await change(workbook, { tierCut: 70 }, shown)).toMatchObject({
      ok: false,
      issue: { code: "changedMeanwhile", values: { sheet: "Settings" } },
    });
    expect(workbook.dump()).toEqual(before);
  });

  it("[WB1] writes by key although the rows are sorted between the trips", async () => {
    const workbook = await emptyCard();
    const card = await cardOf(workbook);
    workbook.trips.length = 0;
    workbook.faults.beforeTrip = (trip) => {
      if (trip === 2) void pokeInMemory(workbook).sort("Settings", "Setting");
    };
    const { settings } = card.records;
    expect((await changeSettings(stillDesk(workbook), card.book, { tierCut: 70 }, settings)).ok).toBe(true);
    workbook.faults.beforeTrip = null;
    expect((await cardOf(workbook)).records.settings).toEqual({ ...settings, tierCut: 70, ruleVersion: 2 });
  });

  it("[WB6] a setting whose row was deleted gets its row back", async () => {
    const workbook = await emptyCard();
    await workbook.write([{ kind: "delete-rows", table: "Settings", rows: [4] }], []);
    expect((await cardOf(workbook)).records.settings.tierCut).toBe(65);
    await change(workbook, { tierCut: 70 });
    expect((await cardOf(workbook)).records.settings.tierCut).toBe(70);
  });

  it("[TP4] a filter has its own sentence", async () => {
    const workbook = await emptyCard();
    await pokeInMemory(workbook).filter("Settings", "Key", ["asOf"]);
    expect(await change(workbook, { tierCut: 70 })).toMatchObject({
      ok: false,
      issue: { code: "filteredForm" },
    });
  });

  it("[TP4] after a failure at any action a second save completes it", async () => {
    const what = { tierCut: 70, watchMinimum: 9_000 };
    const clean = await emptyCard();
    const { settings } = (await cardOf(clean)).records;
    await change(clean, what);
    for (let failAt = 0; failAt < 7; failAt += 1) {
      const workbook = await emptyCard();
      workbook.faults.failAt = failAt;
      const first = await change(workbook, what, settings);
      expect(first.ok).toBe(false);
      expect(await change(workbook, what, settings)).toEqual({ ok: true, value: undefined });
      expect(workbook.dump()).toEqual(clean.dump());
    }
  });
});

describe("changing criteria and cadence", () => {
  it.each(["en", "zh-CN"] as const)(
    "[S09] weights and thresholds make one new rule version, in %s",
    async (language) => {
      const workbook = await emptyCard(language);
      const { book, records } = await cardOf(workbook);
      const criteria = records.criteria.map((one) =>
        one.id === "REV" ? { ...one, weight: 40, high: 29_000 } : one,
      );
      const outcome = await changeCriteria(
        stillDesk(workbook),
        book,
        { criteria, settings: { tierCut: 70 } },
        records,
      );
      expect(outcome).toEqual({ ok: true, value: undefined });
      const after = (await cardOf(workbook)).records;
      expect(after.criteria).toEqual(criteria);
      expect(after.settings).toMatchObject({ tierCut: 70, ruleVersion: 2 });
    },
  );

  it("[S09] a second save of the same rules makes no version of its own", async () => {
    const workbook = await emptyCard();
    const { book, records } = await cardOf(workbook);
    const criteria = records.criteria.map((one) => (one.id === "REV" ? { ...one, weight: 40 } : one));
    const change = { criteria, settings: { tierCut: 70 } };
    expect(await changeCriteria(stillDesk(workbook), book, change, records)).toMatchObject({ ok: true });
    const once = workbook.dump();
    const now = (await cardOf(workbook)).records;
    expect(await changeCriteria(stillDesk(workbook), book, change, now)).toMatchObject({ ok: true });
    expect(workbook.dump()).toEqual(once);
  });

  it("[S46] adds and removes criteria of the person's own", async () => {
    const workbook = await emptyCard();
    const { book, records } = await cardOf(workbook);
    const own = {
      id: "SHARE",
      label: "Our share",
      axis: "strategic",
      metric: "marketShare",
      low: 0,
      high: 0.5,
      weight: 10,
    } as const;
    const criteria = [...records.criteria.filter((one) => one.id !== "CPX"), own];
    await changeCriteria(stillDesk(workbook), book, { criteria, settings: {} }, records);
    expect((await cardOf(workbook)).records.criteria).toEqual(criteria);
  });

  it.each(["en", "zh-CN"] as const)(
    "[J7] changes an interval and leaves the others, in %s",
    async (language) => {
      const workbook = await emptyCard(language);
      const { book, records } = await cardOf(workbook);
      const rule = { tier: "special", item: "visit", target: 21, maximum: 35, jitter: 5 } as const;
      await changeCadence(stillDesk(workbook), book, [rule], records.cadence);
      const after = (await cardOf(workbook)).records.cadence;
      expect(after.find((one) => one.tier === "special" && one.item === "visit")).toEqual(rule);
      expect(after.filter((one) => one.tier !== "special" || one.item !== "visit")).toEqual(
        records.cadence.filter((one) => one.tier !== "special" || one.item !== "visit"),
      );
    },
  );
});
