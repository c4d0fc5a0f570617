import fc from "fast-check";
import { buildCardModel } from "../../../src/core/card-model";
import { creditOf } from "../../../src/core/credit/account-credit";
import type { CreditRatings, WatchEntry } from "../../../src/core/records";
import { accountOf, recordsOf, watchOf } from "../make-records";

const asOf = 45_000;
const none: CreditRatings = { state: null, ability: null, history: null, reputation: null };

function creditFor(ratings: Partial<CreditRatings>, watchlist: readonly WatchEntry[] = []) {
  const accounts = [accountOf("A", { creditRatings: { ...none, ...ratings } })];
  const model = buildCardModel(recordsOf({ accounts, watchlist }), asOf);
  const figures = model.accounts.get("A");
  if (!figures) throw new Error("no account");
  return creditOf(figures);
}

const rating = fc.option(fc.integer({ min: 1, max: 5 }));

describe("the credit of an account", () => {
  it("[S14] weighs the four ratings 25, 25, 30 and 20", () => {
    expect(creditFor({ state: 4, ability: 5, history: 3, reputation: 4 })).toEqual({
      points: (75 * 25 + 100 * 25 + 50 * 30 + 75 * 20) / 100,
      grade: "A",
      reason: null,
      bankrupt: false,
      weakest: { factor: "history", rating: 3 },
      unrated: [],
    });
  });

  it("[S101] grades AAA from 90 down to C under 40, every line included", () => {
    const all = (value: number) => ({ state: value, ability: value, history: value, reputation: value });
    const grades = [5, 4.6, 4.2, 3.8, 3.4, 3, 2.6, 2.5, 1].map((value) => creditFor(all(value))?.grade);
    expect(grades).toEqual(["AAA", "AAA", "AA", "A", "BBB", "BB", "B", "C", "C"]);
    expect(creditFor(all(5))?.weakest).toBeNull();
  });

  it("[S14] leaves missing ratings to the others, and has no answer under half of the weight", () => {
    expect(creditFor({})).toBeNull();
    expect(creditFor({ history: 5 })).toBeNull();
    expect(creditFor({ state: 5, reputation: 5 })).toBeNull();
    const half = creditFor({ history: 5, reputation: 1 });
    expect(half).toMatchObject({ points: 60, grade: "BBB", unrated: ["state", "ability"] });
  });

  it("[S98] holds an account with an open bankruptcy at C, and keeps its points", () => {
    const good = { state: 5, ability: 5, history: 5, reputation: 5 };
    const open = [watchOf("A", asOf - 10, { kind: "bankruptcy" })];
    expect(creditFor(good, open)).toMatchObject({ points: 100, grade: "C", reason: "HARD", bankrupt: true });
    expect(creditFor({ ...good, state: 1, ability: 1, history: 1 }, open)).toMatchObject({
      grade: "C",
      bankrupt: true,
    });
    const closed = [watchOf("A", asOf - 10, { kind: "bankruptcy", closed: asOf })];
    expect(creditFor(good, closed)).toMatchObject({ grade: "AAA", bankrupt: false });
    expect(creditFor(good, [watchOf("A", asOf - 10, { kind: "dispute" })])?.grade).toBe("AAA");
  });

  it("[S14] stays within 0 to 100, also with ratings beyond the scale, and never falls when a rating rises", () => {
    expect(creditFor({ state: 9, ability: 0, history: -3, reputation: 5 })?.points).toBe(45);
    fc.assert(
      fc.property(rating, rating, rating, rating, (state, ability, history, reputation) => {
        const before = creditFor({ state, ability, history, reputation });
        if (before === null) return;
        expect(before.points).toBeGreaterThanOrEqual(0);
        expect(before.points).toBeLessThanOrEqual(100);
        if (history === null || history === 5) return;
        const after = creditFor({ state, ability, history: history + 1, reputation });
        expect(after?.points).toBeGreaterThan(before.points);
      }),
    );
  });
});
