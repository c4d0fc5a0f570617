import fc from "fast-check";
import { buildCardModel } from "../../src/core/card-model";
import { dayFromIso } from "../../src/core/calendar/days";
import type { AccountFigures } from "../../src/core/figures";
import type { Account, CardRecords } from "../../src/core/records";
import { proposeTier, tierInForce } from "../../src/core/tier/propose-tier";
import { tiers, type Tier } from "../../src/core/units";
import { northwindRecords } from "../fixtures/northwind/northwind-records";
import { accountOf, purchaseOf, recordsOf, watchOf } from "./make-records";

const asOf = dayFromIso("2026-06-30") ?? 0;
const settings = { tierCut: 65, tierBand: 3, strategicCut: 80 };

const propose = (
  economic: number | null,
  stored: Tier | null,
  watched = false,
  strategic: number | null = null,
) => proposeTier({ economic, strategic }, watched, stored, settings);

function figuresOf(given: Partial<CardRecords>, account: Partial<Account> = {}): AccountFigures {
  const records = recordsOf({ accounts: [accountOf("A", account)], ...given, settings: { asOf } });
  const figures = buildCardModel(records, 0).accounts.get("A");
  if (!figures) throw new Error("no figures");
  return figures;
}

describe("tier", () => {
  it.each([
    [65, null, "important"],
    [64.99, null, "general"],
    [62, "important", "important"],
    [61.99, "important", "general"],
    [68, "general", "important"],
    [67.99, "general", "general"],
    [67.99, "special", "general"],
    [null, "important", "general"],
  ] as const)("[SC18] a score of %s with %s in force proposes %s", (score, stored, proposed) => {
    expect(propose(score, stored)).toBe(proposed);
  });

  it("[SC18] opens the strategic door at its own cut with the same band, and shuts it when blank", () => {
    expect(propose(10, null, false, 80)).toBe("important");
    expect(propose(10, "general", false, 82)).toBe("general");
    expect(propose(10, "important", false, 77)).toBe("important");
    const shut = { ...settings, strategicCut: null };
    expect(proposeTier({ economic: 10, strategic: 100 }, false, null, shut)).toBe("general");
  });

  it("[SC18] lifts only general accounts to special when they are watched", () => {
    expect(propose(10, null, true)).toBe("special");
    expect(propose(70, null, true)).toBe("important");
  });

  it("[SC18] within the band, the proposal is what is in force already", () => {
    fc.assert(
      fc.property(fc.double({ min: 62, max: 67.99, noNaN: true }), (score) => {
        expect(propose(score, "important")).toBe("important");
        expect(propose(score, "general")).toBe("general");
      }),
    );
  });

  it("[SC19] has the stored tier in force, else the proposed; an open Watchlist row makes a general account special", () => {
    const open = [watchOf("A", asOf)];
    for (const proposed of tiers) expect(tierInForce(null, proposed, [])).toBe(proposed);
    expect(tierInForce("general", "important", [])).toBe("general");
    expect(tierInForce("general", "general", open)).toBe("special");
    expect(tierInForce("important", "special", open)).toBe("important");
    expect(tierInForce("special", "general", [])).toBe("special");
  });

  it("[SC20] a Watchlist row is open from its day until the day it is closed", () => {
    const watched = (since: number, closed: number | null) =>
      figuresOf({ watchlist: [watchOf("A", since, { closed })] }, { tier: "general" });
    expect(watched(asOf, null)).toMatchObject({
      watched: true,
      tierInForce: "special",
      proposedTier: "special",
    });
    expect(watched(asOf + 1, null)).toMatchObject({ watched: false, tierInForce: "general" });
    expect(watched(asOf - 9, asOf)).toMatchObject({ watched: false, tierInForce: "general" });
    expect(watched(asOf - 9, asOf + 1)).toMatchObject({ watched: true, tierInForce: "special" });
  });

  it("[SC21] a fired rule lifts the proposal only, never the tier in force", () => {
    const purchases = [400, 380, 360].map((age) => purchaseOf("A", asOf - age, 9_000));
    const figures = figuresOf({ purchases }, { tier: "general" });
    expect(figures.fired.map(({ rule }) => rule)).toContain("lost");
    expect(figures).toMatchObject({ proposedTier: "special", tierInForce: "general", openWatch: [] });
  });

  it("[SC22] leaves the records as they are and depends on nothing else", () => {
    const records = deepFreeze(northwindRecords());
    expect(buildCardModel(records, 0)).toEqual(buildCardModel(records, 99));
  });

  it("[SC22] counts from today while no as-of day is fixed", () => {
    const records = recordsOf({ accounts: [accountOf("A")], purchases: [purchaseOf("A", asOf, 10)] });
    expect(buildCardModel(records, asOf + 3)).toMatchObject({ asOf: asOf + 3 });
    expect(buildCardModel(records, asOf + 3).accounts.get("A")?.metrics.daysSinceLast).toBe(3);
  });

  it("[SC22] takes the first of two accounts with the same id", () => {
    const twice = [accountOf("A", { name: "first" }), accountOf("B"), accountOf("A", { name: "second" })];
    const model = buildCardModel(recordsOf({ accounts: twice }), asOf);
    expect(model.order).toEqual(["A", "B"]);
    expect(model.accounts.get("A")?.account.name).toBe("first");
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
