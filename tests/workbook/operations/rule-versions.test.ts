import type { CardSettings, Criterion } from "../../../src/core/records";
import { changeCriteria } from "../../../src/workbook/operations/change-criteria";
import { changeSettings } from "../../../src/workbook/operations/change-settings";
import { ruleVersions } from "../../../src/workbook/operations/rule-versions";
import { setUpWorkbook } from "../../../src/workbook/operations/set-up-workbook";
import { readCard } from "../../../src/workbook/read-card";
import type { RuleVersion } from "../../../src/workbook/rule-verbs";
import { InMemoryWorkbook } from "../../support/in-memory-workbook";
import { stillDesk } from "../../support/still-desk";

async function emptyCard(language: "en" | "zh-CN"): Promise<InMemoryWorkbook> {
  const workbook = new InMemoryWorkbook();
  await setUpWorkbook(stillDesk(workbook), { language, sample: false });
  return workbook;
}

async function cardOf(workbook: InMemoryWorkbook) {
  const card = await readCard(workbook, "en");
  if (!card) throw new Error("no card");
  return card;
}

let minute = 0;

/** Saves come one after the other. */
function laterDesk(workbook: InMemoryWorkbook) {
  minute += 1;
  const now = 46_347.5 + minute / 1440;
  return { ...stillDesk(workbook), gateway: workbook, now: () => now };
}

async function save(
  workbook: InMemoryWorkbook,
  change: (criterion: Criterion) => Criterion,
  settings: Partial<CardSettings> = {},
  more: readonly Criterion[] = [],
) {
  const { book, records } = await cardOf(workbook);
  const criteria = [...records.criteria.map(change), ...more];
  return changeCriteria(laterDesk(workbook), book, { criteria, settings }, records);
}

async function versionsOf(workbook: InMemoryWorkbook): Promise<readonly RuleVersion[]> {
  const { book, records } = await cardOf(workbook);
  const outcome = await ruleVersions(laterDesk(workbook), book, records);
  if (!outcome.ok) throw new Error(outcome.issue.code);
  return outcome.value;
}

const weigh =
  (id: string, weight: number) =>
  (criterion: Criterion): Criterion =>
    criterion.id === id ? { ...criterion, weight } : criterion;

const same = (criterion: Criterion): Criterion => criterion;

describe("rule versions", () => {
  it.each(["en", "zh-CN"] as const)(
    "[S09] leads back through every save, newest first, in %s",
    async (language) => {
      const workbook = await emptyCard(language);
      const first = (await cardOf(workbook)).records;
      await save(workbook, weigh("REV", 30), { tierCut: 70 });
      const second = (await cardOf(workbook)).records;
      await save(workbook, weigh("GRW", 15), { strategicCut: null });
      const versions = await versionsOf(workbook);
      expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
      expect(versions[1]?.criteria).toEqual(second.criteria);
      expect(versions[1]?.settings).toMatchObject({ tierCut: 70, strategicCut: 80 });
      expect(versions[2]?.criteria).toEqual(first.criteria);
      expect(versions[2]?.settings).toMatchObject({ tierCut: 65, strategicCut: 80 });
      expect(versions[1]?.changes).toEqual([
        { criterion: "REV", column: "weight", before: 35, after: 30 },
        { criterion: null, column: "tierCut", before: 65, after: 70 },
      ]);
      expect(versions[2]).toMatchObject({ at: null, by: "" });
    },
  );

  it("[S09] puts an earlier version back as a new one, with its lines in the trail", async () => {
    const workbook = await emptyCard("en");
    const first = (await cardOf(workbook)).records;
    await save(workbook, weigh("REV", 30), { tierCut: 70 });
    const earliest = (await versionsOf(workbook)).at(-1);
    if (!earliest) throw new Error("no version");
    const { book, records } = await cardOf(workbook);
    await changeCriteria(laterDesk(workbook), book, earliest, records);
    const now = (await cardOf(workbook)).records;
    expect(now.criteria).toEqual(first.criteria);
    expect(now.settings).toEqual({ ...first.settings, ruleVersion: 3 });
    expect((await versionsOf(workbook)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it("[S46] a criterion that was added later counts for nothing in the versions before", async () => {
    const workbook = await emptyCard("en");
    const own: Criterion = {
      id: "CRI-1",
      label: "Wallet",
      axis: "economic",
      metric: "Wallet",
      low: 0,
      high: 9,
      weight: 7,
    };
    await save(workbook, same, {}, [own]);
    const [now, before] = await versionsOf(workbook);
    expect(now?.criteria.find(({ id }) => id === "CRI-1")?.weight).toBe(7);
    expect(before?.criteria.find(({ id }) => id === "CRI-1")).toEqual({ ...own, weight: 0 });
  });

  it("[S09] counts a threshold that was changed elsewhere as a version of its own", async () => {
    const workbook = await emptyCard("en");
    const { book, records } = await cardOf(workbook);
    await changeSettings(laterDesk(workbook), book, { tierBand: 5 }, records.settings);
    await save(workbook, weigh("REV", 30));
    const versions = await versionsOf(workbook);
    expect(versions.map(({ settings }) => settings.tierBand)).toEqual([5, 5, 3]);
  });

  it("[S09] has one version while nothing was saved", async () => {
    const workbook = await emptyCard("en");
    expect(await versionsOf(workbook)).toHaveLength(1);
  });

  it("[WB15] compares with what the form showed, not with what was read since", async () => {
    const workbook = await emptyCard("en");
    const shown = (await cardOf(workbook)).records;
    await save(workbook, weigh("REV", 30));
    const before = workbook.dump();
    const { book } = await cardOf(workbook);
    const change = { criteria: shown.criteria.map(weigh("REV", 40)), settings: {} };
    expect(await changeCriteria(laterDesk(workbook), book, change, shown)).toMatchObject({
      ok: false,
      issue: { code: "changedMeanwhile" },
    });
    expect(workbook.dump()).toEqual(before);
  });
});
