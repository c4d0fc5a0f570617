import fc from "fast-check";
import { proposeBounds, withBounds } from "../../src/core/bounds/propose-bounds";
import { buildCardModel } from "../../src/core/card-model";
import { classesByThirds } from "../../src/core/classes/frequency-class";
import type { Account, Contact } from "../../src/core/records";
import {
  median,
  midRankBins,
  percentileInclusive,
  toSignificantDigits,
} from "../../src/core/statistics/order-statistics";
import { accountOf, contactOf, purchaseOf, recordsOf } from "./make-records";

const asOf = 46_000;

describe("classes", () => {
  it("[SC29] gives bins by mid-rank: equal values share one, all equal are in the middle", () => {
    expect(midRankBins([50, 10, 30, 20, 40, 60, 70, 80, 90, 100], 5)).toEqual([3, 1, 2, 1, 2, 3, 4, 4, 5, 5]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (n) => {
        expect(new Set(midRankBins(new Array<number>(n).fill(7), 5))).toEqual(new Set([3]));
      }),
    );
  });

  it("[SC29] classes the accounts that bought by thirds; the others are LOW and do not count", () => {
    expect(classesByThirds(Float64Array.of(1, 2, 3, NaN, NaN))).toEqual([
      "LOW",
      "MEDIUM",
      "HIGH",
      "LOW",
      "LOW",
    ]);
  });

  it("[SC29] classes revenue and purchase days apart", () => {
    const purchases = [
      purchaseOf("A", asOf, 900),
      ...[1, 2, 3].map((age) => purchaseOf("B", asOf - age, 1)),
      ...[1, 2].map((age) => purchaseOf("C", asOf - age, 10)),
    ];
    const accounts = ["A", "B", "C"].map((id) => accountOf(id));
    const model = buildCardModel(recordsOf({ accounts, purchases }), asOf);
    const classes = [...model.accounts.values()].map((each) => [each.valueClass, each.frequencyClass]);
    expect(classes).toEqual([
      ["HIGH", "LOW"],
      ["LOW", "HIGH"],
      ["MEDIUM", "MEDIUM"],
    ]);
  });
});

describe("bounds", () => {
  it("[SC30] takes percentiles as PERCENTILE.INC does and rounds to two digits", () => {
    expect(percentileInclusive([1, 2, 3, 4], 0.95)).toBeCloseTo(3.85, 12);
    expect(percentileInclusive([], 0.5)).toBeNull();
    expect(median([5, 1, 9])).toBe(5);
    expect(toSignificantDigits(28_734.2, 2)).toBe(29_000);
    expect(toSignificantDigits(0.0347, 2)).toBe(0.035);
  });

  it("[SC30] proposes nothing for an empty portfolio and keeps what is set", () => {
    const records = recordsOf({ accounts: [accountOf("A")] });
    const proposal = proposeBounds(records, asOf);
    expect(Object.values(proposal.highs)).toEqual([null, null, null, null]);
    expect(withBounds(proposal, records.criteria, records.settings)).toEqual({
      criteria: records.criteria,
      settings: records.settings,
    });
  });

  it("[SC30] counts at most ten categories", () => {
    const purchases = Array.from({ length: 14 }, (_, index) =>
      purchaseOf("A", asOf, 1, { category: `c${index}` }),
    );
    expect(proposeBounds(recordsOf({ accounts: [accountOf("A")], purchases }), asOf).highs.breadth12).toBe(
      10,
    );
  });

  it("[SC30] never recomputes silently: the model keeps the bounds it is given", () => {
    const records = recordsOf({ accounts: [accountOf("A")], purchases: [purchaseOf("A", asOf, 5)] });
    const part = buildCardModel(records, asOf).accounts.get("A")?.economic.parts[0];
    expect(part).toMatchObject({ value: 5, criterion: { high: 100_000 } });
  });
});

describe("completeness", () => {
  const full: Partial<Account> = {
    kind: "vip",
    industry: "food",
    region: "north",
    address: "1 Main St",
    owner: "Anne",
    since: 40_000,
    size: "200",
    products: "tea",
    taxId: "91",
    entityType: "organisation",
  };
  const completeness = (account: Partial<Account>, contacts: readonly Contact[]) =>
    buildCardModel(recordsOf({ accounts: [accountOf("A", account)], contacts }), asOf).accounts.get("A")
      ?.completeness;

  it("[SC31] is the share of twelve fields, with the missing ones named", () => {
    const contacts = [contactOf("A", { phone: "1", buyingRole: "decides" })];
    expect(completeness(full, contacts)).toEqual({ share: 1, missing: [] });
    expect(completeness({ ...full, size: " " }, [])).toEqual({
      share: 9 / 12,
      missing: ["size", "contactReachable", "contactRole"],
    });
    expect(completeness({}, [])?.share).toBeCloseTo(1 / 12, 12);
  });

  it("[SC31] asks persons for no tax id, and counts no contact who has left", () => {
    const left = contactOf("A", { email: "a@b.example", buyingRole: "decides", leftOn: asOf });
    expect(completeness({ ...full, taxId: "", entityType: "person" }, [left])).toEqual({
      share: 9 / 11,
      missing: ["contactReachable", "contactRole"],
    });
  });
});
