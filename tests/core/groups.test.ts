import fc from "fast-check";
import { buildCardModel } from "../../src/core/card-model";
import { AccountGroups } from "../../src/core/groups/account-groups";
import { groupTotal } from "../../src/core/groups/group-total";
import type { Account } from "../../src/core/records";
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
