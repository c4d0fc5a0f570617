import { buildCardModel } from "../../src/core/card-model";
import { registerLiveFigures, expectLiveFigures } from "../../src/functions/live-figures";
import { northwindDay, northwindRecords } from "../fixtures/northwind/northwind-records";
import { accountOf, purchaseOf, recordsOf, watchOf } from "../core/make-records";
import { errorValue, stream } from "./custom-functions-global";
import { FakeLiveCard } from "./fake-live-card";
import "../../src/functions/index";

const records = northwindRecords();
const noCard = "#N/A: Open KAM Card and set up this workbook";
let card = new FakeLiveCard(records);
let withdraw = (): void => undefined;

const open = (given: FakeLiveCard): void => {
  card = given;
  withdraw = registerLiveFigures(card);
};
const tier = (...args: unknown[]) => stream("TIER", args, 2);
const score = (...args: unknown[]) => stream("SCORE", args, 2);
const why = (...args: unknown[]) => stream("WHY", args, 3);
const nextVisit = (...args: unknown[]) => stream("NEXTVISIT", args, 3);

function table(value: unknown): unknown[][] {
  if (!Array.isArray(value)) throw new Error(`no table: ${String(value)}`);
  return value;
}

describe("live functions", () => {
  beforeEach(() => open(new FakeLiveCard(records)));
  afterEach(() => withdraw());

  it("[FN2] answer that there is no card until one is registered, also to calls that came before", () => {
    withdraw();
    const early = tier("QUICK");
    expect(early.results).toEqual([noCard]);
    open(new FakeLiveCard(records));
    expect(early.results).toEqual([noCard, "Important"]);
    card.state = "none";
    card.tell();
    expect(early.last()).toBe(noCard);
  });

  it("[FN2] wait in silence while a card is announced or loading", () => {
    withdraw();
    const giveUp = expectLiveFigures();
    const early = tier("QUICK");
    expect(early.results).toEqual([]);
    const loading = new FakeLiveCard(records);
    loading.state = "loading";
    open(loading);
    expect(early.results).toEqual([]);
    loading.state = "ready";
    loading.tell();
    expect(early.results).toEqual(["Important"]);
    withdraw();
    const late = tier("QUICK");
    expect(late.results).toEqual([noCard]);
    giveUp();
  });

  it("[FN2] say that the workbook was not read after its reading was cancelled, and answer once it is", () => {
    card.state = "loading";
    const [named, bare] = [tier("QUICK"), tier()];
    expect(named.results).toEqual([]);
    card.state = "unread";
    card.tell();
    expect(named.last()).toMatch(/^#N\/A: The workbook was not read/);
    expect(bare.last()).toBe(named.last());
    card.state = "ready";
    card.tell();
    expect(named.last()).toBe("Important");
  });

  it("[FN2] an announced card that fails to start leaves no cell busy", () => {
    withdraw();
    const giveUp = expectLiveFigures();
    const early = tier("QUICK");
    giveUp();
    expect(early.results).toEqual([noCard]);
  });

  it("[FN2] stream: a change of the tables changes the value, and only then is Excel told", () => {
    const vaffe = tier("VAFFE");
    const quick = tier("QUICK");
    card.change({ ...records, purchases: [...records.purchases, purchaseOf("VAFFE", northwindDay, 50_000)] });
    expect(vaffe.results).toEqual(["General", "Important"]);
    expect(quick.results).toEqual(["Important"]);
  });

  it("[FN2] say nothing more once Excel has cancelled them", () => {
    const vaffe = tier("VAFFE");
    vaffe.cancel();
    card.change({ ...records, purchases: [...records.purchases, purchaseOf("VAFFE", northwindDay, 50_000)] });
    expect(vaffe.results).toEqual(["General"]);
  });

  it("[FN8] give the figures of the model for every account", () => {
    const model = buildCardModel(records, 0);
    for (const [id, figures] of model.accounts) {
      const expected = figures.economic.score;
      if (expected !== null) expect(score(id).last()).toBe(expected);
      expect(nextVisit(id).last()).toBe(figures.visit.plan);
      expect(nextVisit(id, "call", "due").last()).toBe(figures.call.due);
    }
  });

  it("[FN2] take an id or a name, exact first, then in any case", () => {
    const accounts = [
      accountOf("a1", { name: "B2", tier: "special" }),
      accountOf("B2", { name: "Beta", tier: "important" }),
    ];
    open(new FakeLiveCard(recordsOf({ accounts })));
    expect(tier("a1").last()).toBe("Special");
    expect(tier("B2").last()).toBe("Important");
    expect(tier(" A1 ").last()).toBe("Special");
    expect(tier("beta").last()).toBe("Important");
    expect(tier("b2").last()).toBe("Important");
  });

  it("[FN4] have a sentence for unknown, blank and ambiguous accounts", () => {
    const accounts = [
      accountOf("1", { name: "Same" }),
      accountOf("2", { name: "same" }),
      accountOf("3", { name: "Same" }),
    ];
    open(new FakeLiveCard(recordsOf({ accounts })));
    expect(tier("Same").last()).toBe('#N/A: 2 accounts are named "Same". Use the account ID');
    expect(tier("SAME").last()).toBe('#N/A: 3 accounts are named "SAME". Use the account ID');
    expect(tier("Nobody").last()).toContain('#N/A: No account has the ID or name "Nobody"');
    for (const blank of ["", " ", 0, [[""]], errorValue("#REF!")]) {
      expect(tier(blank).last()).toBe("#N/A: The account is blank. Give an account ID or a name");
    }
    expect(tier(1).last()).toBe("General");
    expect(tier([["2"]]).last()).toBe("General");
  });

  it("[FN6] take the documented default for omitted and blank arguments", () => {
    for (const omitted of [null, undefined, ""]) {
      expect(tier("SEVES", omitted).last()).toBe("Special");
      expect(score("QUICK", omitted).last()).toBeCloseTo(94.15, 2);
      expect(nextVisit("QUICK", omitted, omitted).last()).toBe(nextVisit("QUICK", "visit", "plan").last());
    }
  });

  it("[FN10] TIER gives the tier in force or the proposed one, in the workbook's language", () => {
    const accounts = [accountOf("A", { tier: "general" })];
    open(new FakeLiveCard(recordsOf({ accounts, watchlist: [watchOf("A", 0)] }), "zh-CN"));
    expect(tier("A").last()).toBe("特殊");
    open(new FakeLiveCard(recordsOf({ accounts: [accountOf("A", { tier: "important" })] }), "zh-CN"));
    expect(tier("A", "force").last()).toBe("重要");
    expect(tier("A", "proposed").last()).toBe("一般");
    expect(tier("A", "建议").last()).toBe("一般");
    expect(tier("X").last()).toContain("没有编号或名称为“X”的客户");
  });

  it("[FN2] SCORE says why there is none", () => {
    expect(score("PARIS").last()).toBe("#N/A: This account has never bought, so it has no economic score");
    expect(score("QUICK", "strategic").last()).toContain("#N/A: Too little data for a score");
  });

  it("[FN4] a word that is none of those allowed is #VALUE! with the words", () => {
    expect(tier("QUICK", "next").last()).toBe('#VALUE!: which must be one of "force", "proposed"');
    expect(score("QUICK", "health").last()).toContain("#VALUE!");
    expect(nextVisit("QUICK", "mail").last()).toContain("#VALUE!");
    expect(why("QUICK", null, "perhaps").last()).toBe("#VALUE!: headers must be TRUE or FALSE");
  });

  it("[FN2] WHY has as many rows for every account, and its points sum to SCORE", () => {
    for (const id of ["QUICK", "VAFFE", "CENTC", "PARIS", "ALFKI"]) {
      const rows = table(why(id).last());
      expect(rows).toHaveLength(1 + 6 + 4);
      expect(rows.every((row) => row.length === 8)).toBe(true);
      const parts = rows.slice(1, 7);
      const points = parts.reduce((sum, row) => sum + Number(row[5]), 0);
      const total = rows[7]?.[5];
      if (total === "") expect(points).toBe(0);
      else expect(Math.abs(points - Number(total))).toBeLessThanOrEqual(1e-9);
    }
  });

  it("[FN2] WHY names the tier, the missing points and the cheapest single change", () => {
    const rows = table(why("VAFFE").last()).slice(-4);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ["Total", expect.closeTo(63.445, 2)],
      ["Tier in force", "General"],
      ["Points to the next tier", expect.closeTo(1.555, 2)],
      ["Cheapest single change", expect.stringMatching(/^REV: from 10,726\.13 USD to 12,01\d(\.\d+)? USD$/)],
    ]);
  });

  it("[FN2] WHY counts the points above the leaving line for important accounts", () => {
    const rows = table(why("ERNSH").last()).slice(-3);
    expect(rows[1]?.slice(0, 2)).toEqual(["Points above the leaving line", expect.closeTo(34.08, 2)]);
    expect(rows[2]?.[1]).toBe("None needed: the account is important and above the line");
  });

  it("[FN9] WHY leaves its headers out when told so, and speaks the workbook's language", () => {
    expect(table(why("QUICK", null, false).last())).toHaveLength(10);
    expect(table(why("QUICK").last())[0]).toContain("Criterion");
    open(new FakeLiveCard(records, "zh-CN"));
    expect(table(why("QUICK").last())[0]).toEqual([
      "指标",
      "数值",
      "单位",
      "折算",
      "权重",
      "得分",
      "满分",
      "失分",
    ]);
  });

  it("[FN2] WHY on an axis without ratings has blanks, not zeros", () => {
    const rows = table(why("QUICK", "strategic", false).last());
    expect(rows).toHaveLength(6 + 4);
    expect(rows[0]?.slice(1, 4)).toEqual(["", "1–5", ""]);
    expect(rows.at(-1)?.[1]).toBe("No score: too little data");
  });

  it("[FN2] errors inside the add-in become a sentence, never a throw", () => {
    const broken = new FakeLiveCard(records);
    jest.spyOn(broken, "model").mockImplementation(() => {
      throw new Error("gone");
    });
    expect(() => open(broken)).not.toThrow();
    expect(tier("QUICK").last()).toContain("#VALUE!: KAM Card could not compute this (gone)");
  });
});
