import fc from "fast-check";
import { proposeBounds } from "../../src/core/bounds/propose-bounds";
import { buildCardModel } from "../../src/core/card-model";
import type { CardModel } from "../../src/core/figures";
import { AccountGroups } from "../../src/core/groups/account-groups";
import { groupTotal } from "../../src/core/groups/group-total";
import type { Account } from "../../src/core/records";
import { tryRules } from "../../src/core/what-if/try-rules";
import { accountOf, purchaseOf, recordsOf } from "./make-records";

/** `id>parent` */
const accountsOf = (...links: readonly string[]): Account[] =>
  links.map((link) => {
    const [id = "", parent = ""] = link.split(">");
    return accountOf(id, { parent });
  });

const tree = (groups: AccountGroups, account: Account): string =>
  groups
    .below(account)
    .map((member) => `${member.level}${member.account.id}`)
    .join(" ");

describe("group customers", () => {
  it("[TP9] a parent has its children below it, each followed by its own", () => {
    const all = accountsOf("A", "B>A", "C>A", "D>B", "E", "F>D");
    const groups = new AccountGroups(all);
    expect(all.map((one) => tree(groups, one))).toEqual(["1B 2D 3F 1C", "1D 2F", "", "1F", "", ""]);
    expect(all.map((one) => groups.topOf(one).id).join("")).toBe("AAAAEA");
    expect(all.map((one) => groups.parentOf(one)?.id ?? "-").join("")).toBe("-AAB-D");
  });

  it("[TP9] a blank, an unknown and the own id are no parent", () => {
    const all = accountsOf("A>A", "B>nobody", "C>A");
    const groups = new AccountGroups(all);
    expect(all.map((one) => groups.parentOf(one)?.id ?? "-").join("")).toBe("--A");
  });

  it("[TP9] a circle of parents is cut at its last link", () => {
    const all = accountsOf("A>B", "B>C", "C>A", "D>C");
    const groups = new AccountGroups(all);
    expect(tree(groups, all[2]!)).toBe("1B 2A 1D");
    expect(all.map((one) => groups.topOf(one).id).join("")).toBe("CCCC");
    expect(groups.parentOf(all[2]!)).toBe(null);
  });

  it("[TP9] every account is in the group of exactly one top, whatever the column says", () => {
    const parents = fc.array(fc.nat(12), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parents, (links) => {
        const all = links.map((parent, id) => accountOf(`${id}`, { parent: `${parent}` }));
        const groups = new AccountGroups(all);
        const tops = all.filter((one) => groups.topOf(one) === one);
        const members = tops.flatMap((top) => [top, ...groups.below(top).map(({ account }) => account)]);
        expect(members.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const top of tops)
          for (const { account } of groups.below(top)) expect(groups.topOf(account)).toBe(top);
      }),
      { numRuns: 200 },
    );
  });

  it("[TP9] a chain of 20,000 accounts is walked without running out of stack", () => {
    const all = Array.from({ length: 20_000 }, (_, at) => accountOf(`${at}`, { parent: `${at - 1}` }));
    const groups = new AccountGroups(all.reverse());
    expect(groups.below(all.at(-1)!)).toHaveLength(19_999);
  });

  it("[TP9] a group's total is the sum of its accounts; its profit is known only if each one's is", () => {
    const accounts = accountsOf("A", "B>A", "C>A");
    const known = [purchaseOf("A", 1000, 0.1, { cost: 0.05 }), purchaseOf("B", 1000, 0.2, { cost: 0.1 })];
    const membersWith = (purchases: typeof known) => [
      ...buildCardModel(recordsOf({ accounts, purchases }), 1000).accounts.values(),
    ];
    expect(groupTotal(membersWith(known))).toEqual({ accounts: 3, revenue12: 0.3, profit12: 0.15 });
    const partly = membersWith([...known, purchaseOf("C", 1000, 5)]);
    expect(groupTotal(partly)).toEqual({ accounts: 3, revenue12: 5.3, profit12: null });
  });
});

describe("groups scored as one", () => {
  const asOf = 45_000;
  const ratings = { marketPosition: 5, influence: 5, reputation: 5, potential: 5, fit: 5, complexity: 5 };
  const accounts = [
    accountOf("TOP", { numbers: { wallet: 80 } }),
    accountOf("KID", { parent: "TOP", ratings, numbers: { wallet: 10 } }),
    accountOf("TINY", { parent: "KID" }),
    accountOf("ONE"),
  ];
  // Two members buy on one day; the categories of the group are two; what came back on the same day counts.
  const purchases = [
    purchaseOf("TOP", asOf - 10, 40_000, { category: "tea" }),
    purchaseOf("KID", asOf - 10, 30_000, { category: "tea" }),
    purchaseOf("KID", asOf - 70, 20_000, { category: "silk" }),
    purchaseOf("ONE", asOf - 10, 90_000, { category: "tea" }),
    purchaseOf("ONE", asOf - 400, 1, { category: "tin" }),
  ];
  const records = (scoreGroups: boolean) =>
    recordsOf({ accounts, purchases, settings: { scoreGroups, tierCut: 58 } });
  const scores = (model: CardModel, axis: "economic" | "strategic" = "economic") =>
    model.order.map((id) => model.accounts.get(id)![axis].score);
  const own = buildCardModel(records(false), asOf);
  const together = buildCardModel(records(true), asOf);

  it("[TP9] every account has the economic score of the group's merged purchases, worked out by hand", () => {
    // REV 90,000 / 100,000 · 35, FRQ 2 days / 12 · 20, RCY 170 / 180 · 15, REG 2 months / 12 · 10, BRD 2 / 8 · 10;
    // GRW: nothing in the 180 days before, so its 10 are shared out over the other 90.
    const points = 0.9 * 35 + (2 / 12) * 20 + (170 / 180) * 15 + (2 / 12) * 10 + (2 / 8) * 10;
    const [top, kid, tiny, one] = scores(together);
    expect(top).toBeCloseTo((points / 90) * 100, 9);
    expect([kid, tiny]).toEqual([top, top]);
    expect(one).toBe(scores(own)[3]);
    expect(together.accounts.get("KID")?.group).toMatchObject({ members: 3, top: { id: "TOP" } });
    expect(together.accounts.get("ONE")?.group).toBe(null);
  });

  it("[TP9] the setting is off at first: each account has its own score, and one that never bought has none", () => {
    expect(recordsOf({}).settings.scoreGroups).toBe(false);
    const [top, kid, tiny] = scores(own);
    expect(tiny).toBe(null);
    expect(top).not.toBe(kid);
    expect(own.accounts.get("KID")?.group).toBe(null);
  });

  it("[TP9] ratings, figures and signs stay each account's own; the proposed tier follows the score", () => {
    expect(scores(together, "strategic")).toEqual(scores(own, "strategic"));
    for (const id of own.order) {
      const [before, after] = [own.accounts.get(id)!, together.accounts.get(id)!];
      expect(after.metrics).toEqual(before.metrics);
      expect(after.fired).toEqual(before.fired);
      expect(after.completeness).toEqual(before.completeness);
    }
    const tier = (model: CardModel) =>
      model.order.map((id) => model.accounts.get(id)!.proposedTier[0]).join("");
    // A group of 59.1 points is above the cut of 58; before, KID alone was important, by its ratings.
    expect([tier(own), tier(together)]).toEqual(["gigs", "iiis"]);
  });

  it("[FN8] what-if gives each account of a group what the model would hold, columns of one's own included", () => {
    const wallet = {
      id: "OWN",
      label: "",
      axis: "economic",
      metric: "wallet",
      low: 0,
      high: 100,
      weight: 50,
    } as const;
    const changed = { ...records(true), criteria: [...records(true).criteria, wallet] };
    const { judged } = tryRules(together, changed);
    const built = buildCardModel(changed, asOf);
    for (const id of built.order) {
      expect(judged.get(id)?.economic).toEqual(built.accounts.get(id)?.economic);
      expect(judged.get(id)?.proposedTier).toBe(built.accounts.get(id)?.proposedTier);
    }
    expect(new Set(scores(built).slice(0, 3)).size).toBe(1);
  });

  it("[TP9] another parent is another group, though the purchases are the same rows", () => {
    const moved = accounts.map((one) => (one.id === "KID" ? { ...one, parent: "ONE" } : one));
    const model = buildCardModel({ ...records(true), accounts: moved, purchases }, asOf);
    expect(model.accounts.get("TOP")?.group).toBe(null);
    expect(model.accounts.get("ONE")?.group?.metrics.revenue12).toBe(140_000);
    expect(together.accounts.get("TOP")?.group?.metrics.revenue12).toBe(90_000);
  });

  it("[S09] proposed bounds count a group as one where it is scored as one; watch rules keep each account's own", () => {
    const apart = proposeBounds(records(false), asOf);
    const grouped = proposeBounds(records(true), asOf);
    // 12-month revenue of the accounts: 40,000, 50,000, 90,000; of what is scored: the group's 90,000 and ONE's 90,000.
    expect([apart.highs.revenue12, grouped.highs.revenue12]).toEqual([86_000, 90_000]);
    expect(grouped.watchMinimum).toBe(50_000);
    expect({ ...grouped, highs: apart.highs }).toEqual(apart);
  });
});
