import fc from "fast-check";
import { boundsOfModel, proposeBounds } from "../../../src/core/bounds/propose-bounds";
import { buildCardModel } from "../../../src/core/card-model";
import type { AccountFigures } from "../../../src/core/figures";
import type { Judgement, Rules, TierSettings } from "../../../src/core/judge-account";
import type { CardRecords, Criterion } from "../../../src/core/records";
import { tiers } from "../../../src/core/units";
import { tryRules } from "../../../src/core/what-if/try-rules";
import { northwindRecords } from "../../fixtures/northwind/northwind-records";
import { watchOf } from "../make-records";

const bare = northwindRecords();

/** Northwind with stored tiers, an open watch entry, ratings and a column of the user's own on some accounts. */
const records: CardRecords = {
  ...bare,
  accounts: bare.accounts.map((account, index) => ({
    ...account,
    tier: index % 3 === 0 ? null : (tiers[index % 2] ?? null),
    ratings:
      index % 4 === 0
        ? { ...account.ratings, marketPosition: 5, influence: 4, reputation: 5, potential: 5 }
        : account.ratings,
    numbers: { wallet: index % 5 === 0 ? null : index * 10 },
  })),
  watchlist: [watchOf("ALFKI", 35_900), watchOf("BLONP", 35_900)],
};
const model = buildCardModel(records, 0);

const judgementOf = (of: AccountFigures | Judgement) => ({
  economic: [of.economic.score, of.economic.parts],
  strategic: [of.strategic.score, of.strategic.parts],
  fired: of.fired,
  watched: of.watched,
  proposedTier: of.proposedTier,
  tierInForce: of.tierInForce,
});

const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true });

function changed(criterion: Criterion): fc.Arbitrary<Criterion> {
  return fc.record({
    id: fc.constant(criterion.id),
    label: fc.constant(criterion.label),
    axis: fc.constant(criterion.axis),
    metric: fc.constant(criterion.metric),
    low: fc.oneof(fc.constant(criterion.low), figure(-50, 500)),
    high: fc.oneof(fc.constant(criterion.high), figure(-50, 50_000)),
    weight: fc.oneof(fc.constant(0), fc.constant(criterion.weight), fc.integer({ min: 0, max: 100 })),
  });
}

const wallet: Criterion = {
  id: "OWN",
  label: "Wallet",
  axis: "economic",
  metric: "wallet",
  low: 0,
  high: 900,
  weight: 20,
};
const settings: fc.Arbitrary<TierSettings> = fc.record({
  tierCut: figure(0, 100),
  tierBand: figure(0, 10),
  strategicCut: fc.option(figure(0, 100)),
  watchMinimum: figure(0, 20_000),
  growingRatio: figure(0.1, 6),
  silenceWatches: fc.boolean(),
});
const rules: fc.Arbitrary<Rules> = fc.record({
  criteria: fc.tuple(...[...records.criteria, wallet].map(changed)),
  cadence: fc.constant(records.cadence),
  settings,
});

describe("trying other rules", () => {
  it("[FN8] gives every account what the model would hold if the rules were saved", () => {
    fc.assert(
      fc.property(rules, (tried) => {
        const saved = {
          ...records,
          criteria: tried.criteria,
          settings: { ...records.settings, ...tried.settings },
        };
        const built = buildCardModel(saved, 0);
        const { judged, movers } = tryRules(model, tried);
        for (const [id, figures] of built.accounts) {
          expect(judgementOf(judged.get(id)!)).toEqual(judgementOf(figures));
        }
        const moved = [...built.accounts].filter(
          ([id, { proposedTier }]) => proposedTier !== model.accounts.get(id)?.proposedTier,
        );
        expect(movers.map(({ account }) => account.id).sort()).toEqual(moved.map(([id]) => id).sort());
      }),
      { numRuns: 25 },
    );
  });

  it("[FN8] reads a column that no saved criterion names from what it is given", () => {
    const withoutNumbers = buildCardModel(
      { ...records, accounts: records.accounts.map((one) => ({ ...one, numbers: {} })) },
      0,
    );
    const columns = new Map([
      ["wallet", new Map(records.accounts.map(({ id, numbers }) => [id, numbers.wallet ?? null]))],
    ]);
    const tried = { ...records, criteria: [...records.criteria, wallet] };
    const built = buildCardModel(tried, 0);
    const { judged } = tryRules(withoutNumbers, tried, columns);
    for (const [id, figures] of built.accounts)
      expect(judgementOf(judged.get(id)!)).toEqual(judgementOf(figures));
  });

  it("[S09] moves nobody and no share under the rules in force", () => {
    const { movers, now, then } = tryRules(model, records);
    expect(movers).toEqual([]);
    expect(then).toEqual(now);
  });

  it("[S09] names who moves at a higher cut, with counts and revenue shares before and after", () => {
    const plain = buildCardModel(bare, 0);
    const { movers, now, then } = tryRules(plain, { ...bare, settings: { ...bare.settings, tierCut: 70 } });
    expect(now.map(({ accounts }) => accounts)).toEqual([21, 12, 58]);
    expect(now[0]?.share).toBeCloseTo(0.662, 3);
    expect(movers.map(({ account, from, to }) => [account.id, from, to])).toContainEqual([
      "GODOS",
      "important",
      "general",
    ]);
    expect(movers.every(({ before, after, atOnce }) => before === after && atOnce)).toBe(true);
    expect(then[0]?.accounts).toBe(21 - movers.length);
    expect(then.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
  });

  it("[S49] says that a stored tier moves only by a decision", () => {
    const stored = bare.accounts.map((account) =>
      account.id === "GODOS" ? { ...account, tier: "important" as const } : account,
    );
    const { movers } = tryRules(buildCardModel({ ...bare, accounts: stored }, 0), {
      ...bare,
      settings: { ...bare.settings, tierCut: 75 },
    });
    expect(movers.find(({ account }) => account.id === "GODOS")).toMatchObject({
      to: "general",
      atOnce: false,
    });
  });

  it("[S09] proposes the same bounds from the figures as from the records", () => {
    expect(boundsOfModel(buildCardModel(bare, 0), bare.purchases)).toEqual(proposeBounds(bare, 0));
  });
});
