import { buildCardModel } from "../../src/core/card-model";
import { dayFromIso } from "../../src/core/calendar/days";
import type { AccountFigures, FiredRule } from "../../src/core/figures";
import type { CardSettings, Interaction, Purchase } from "../../src/core/records";
import { accountOf, interactionOf, purchaseOf, recordsOf } from "./make-records";

const asOf = dayFromIso("2026-06-30") ?? 0;

interface Given {
  readonly purchases?: readonly (readonly [age: number, amount: number])[];
  readonly settings?: Partial<CardSettings>;
  readonly interactions?: readonly Interaction[];
}

function figuresOf({ purchases = [], settings = {}, interactions = [] }: Given): AccountFigures {
  const rows: Purchase[] = purchases.map(([age, amount]) => purchaseOf("A", asOf - age, amount));
  // An old purchase of somebody else gives the workbook its full history.
  const others = [purchaseOf("B", asOf - 1_000, 1)];
  const records = recordsOf({
    accounts: [accountOf("A"), accountOf("B")],
    purchases: [...rows, ...others],
    interactions,
    settings: { asOf, watchMinimum: 100, growingRatio: 3, ...settings },
  });
  const figures = buildCardModel(records, 0).accounts.get("A");
  if (!figures) throw new Error("no figures");
  return figures;
}

const rulesOf = (given: Given): string[] => figuresOf(given).fired.map(({ rule }) => rule);
const ruleOf = (given: Given, rule: string): FiredRule | undefined =>
  figuresOf(given).fired.find((fired) => fired.rule === rule);

describe("watch rules", () => {
  it("[SC23] lost: three purchase days, and longer away than 90 days and three usual intervals", () => {
    const every10 = (last: number) => [last + 20, last + 10, last].map((age) => [age, 100] as const);
    expect(rulesOf({ purchases: every10(90) })).not.toContain("lost");
    expect(ruleOf({ purchases: every10(91) }, "lost")).toMatchObject({
      kind: "lost",
      evidence: { days: 91, limit: 90, usual: 10 },
    });
    const every40 = (last: number) => [last + 80, last + 40, last].map((age) => [age, 100] as const);
    expect(rulesOf({ purchases: every40(120) })).not.toContain("lost");
    expect(rulesOf({ purchases: every40(121) })).toContain("lost");
    expect(
      rulesOf({
        purchases: [
          [300, 500],
          [310, 500],
        ],
      }),
    ).not.toContain("lost");
  });

  it("[SC24] churn: two usual intervals away, and 30 % fewer purchase days or 30 % less money", () => {
    const less = (now: number) =>
      [
        [50, now],
        [60, 0.5],
        [120, 70],
        [130, 30],
        [140, 0.5],
      ] as const;
    expect(ruleOf({ purchases: less(70) }, "churn")).toMatchObject({ kind: "churn-sign" });
    expect(
      rulesOf({
        purchases: [
          [19, 70],
          [29, 50],
          [39, 50],
          [49, 50],
          [120, 1],
          [130, 300],
        ],
      }),
    ).not.toContain("churn");
    expect(
      rulesOf({
        purchases: [
          [20, 70],
          [30, 50],
          [40, 50],
          [50, 50],
          [120, 1],
          [130, 400],
        ],
      }),
    ).toContain("churn");
    const fewer = [
      [20, 500],
      [105, 50],
      [115, 50],
      [125, 50],
    ] as const;
    expect(rulesOf({ purchases: fewer })).toContain("churn");
  });

  it("[SC24] a lost account is not also a churn sign", () => {
    const purchases = [
      [95, 100],
      [105, 100],
      [115, 100],
      [125, 100],
    ] as const;
    expect(rulesOf({ purchases })).toContain("lost");
    expect(rulesOf({ purchases })).not.toContain("churn");
  });

  it("[SC25] decline: at most half of the 12 months before, which were worth watching", () => {
    expect(
      ruleOf(
        {
          purchases: [
            [10, 100],
            [400, 200],
          ],
        },
        "decline",
      ),
    ).toMatchObject({
      kind: "churn-sign",
      evidence: { now: 100, before: 200, ratio: 0.5 },
    });
    expect(
      rulesOf({
        purchases: [
          [10, 101],
          [400, 200],
        ],
      }),
    ).not.toContain("decline");
    expect(
      rulesOf({
        purchases: [
          [10, 10],
          [400, 99],
        ],
      }),
    ).not.toContain("decline");
  });

  it("[SC26] growing: the last half-year at the ratio of the one before, for a customer of 360 days", () => {
    const growing = (now: number, first = 370) =>
      [
        [10, now],
        [200, 100],
        [first, 1],
      ] as const;
    expect(ruleOf({ purchases: growing(300) }, "growing")).toMatchObject({
      kind: "growing",
      evidence: { now: 300, before: 100, ratio: 3, limit: 3 },
    });
    expect(rulesOf({ purchases: growing(299) })).not.toContain("growing");
    expect(
      rulesOf({
        purchases: [
          [10, 301],
          [200, 100],
          [359, 0.1],
        ],
      }),
    ).not.toContain("growing");
    expect(
      rulesOf({
        purchases: [
          [10, 301],
          [200, 100],
          [360, 0.1],
        ],
      }),
    ).toContain("growing");
  });

  it("[SC26] growing from nothing counts when it is worth watching", () => {
    expect(
      rulesOf({
        purchases: [
          [10, 100],
          [400, 5],
        ],
      }),
    ).toContain("growing");
    expect(
      rulesOf({
        purchases: [
          [10, 99],
          [190, 0.5],
          [200, 0.5],
          [400, 500],
        ],
      }),
    ).not.toContain("growing");
  });

  it("[SC26] growing needs purchases in the workbook that reach back 360 days", () => {
    const purchases = [
      [0, 1],
      [359, 1],
    ].map(([age, amount]) => purchaseOf("A", asOf - (age ?? 0), (amount ?? 0) * 500));
    const records = recordsOf({ accounts: [accountOf("A")], purchases, settings: { asOf, watchMinimum: 1 } });
    expect(buildCardModel(records, 0).accounts.get("A")?.fired).toEqual([]);
  });

  it("[SC27] small accounts fire none of these rules", () => {
    const purchases = [
      [95, 30],
      [105, 30],
      [115, 30],
    ] as const;
    expect(rulesOf({ purchases })).toEqual([]);
    expect(rulesOf({ purchases, settings: { watchMinimum: 90 } })).toEqual(["lost"]);
  });

  it("[SC28] silence watches only if the setting says so", () => {
    const interactions = [interactionOf("A", asOf - 91, { kind: "mail" })];
    expect(rulesOf({ interactions })).toEqual([]);
    expect(figuresOf({ interactions })).toMatchObject({ silence: 91, watched: false });
    const settings = { silenceWatches: true };
    expect(ruleOf({ interactions, settings }, "silence")).toMatchObject({
      evidence: { days: 91, limit: 90 },
    });
    expect(figuresOf({ interactions, settings })).toMatchObject({ watched: true, proposedTier: "special" });
    expect(rulesOf({ interactions: [interactionOf("A", asOf - 90)], settings })).toEqual([]);
    expect(rulesOf({ settings })).toEqual([]);
  });
});
