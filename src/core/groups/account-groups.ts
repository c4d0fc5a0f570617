import type { Account } from "../records";

/** An account below another one. */
export interface GroupMember {
  readonly account: Account;
  /** 1 = right below, 2 = a child of a child … */
  readonly level: number;
}

/**
 * Parents and children by the Parent account column, which names the parent's id. A blank, an unknown or the own id is
 * no parent. Of links that run in a circle the last one in the order of the table does not count, so every account has
 * exactly one account at the top of its group.
 */
export class AccountGroups {
  private readonly parents = new Map<string, Account>();
  private readonly children = new Map<string, Account[]>();
  /** A way up, shortened by every look-up. */
  private readonly above = new Map<string, Account>();

  /** Of two accounts with the same id the first counts, as in the model. */
  constructor(rows: Iterable<Account>) {
    const accounts = new Map<string, Account>();
    for (const account of rows) if (!accounts.has(account.id)) accounts.set(account.id, account);
    for (const account of accounts.values()) {
      const parent = account.parent === "" ? undefined : accounts.get(account.parent);
      if (parent && this.topOf(parent) !== account) this.link(account, parent);
    }
  }

  private link(account: Account, parent: Account): void {
    this.parents.set(account.id, parent);
    this.above.set(account.id, parent);
    const siblings = this.children.get(parent.id);
    if (siblings) siblings.push(account);
    else this.children.set(parent.id, [account]);
  }

  /** Some account is below another one. */
  get any(): boolean {
    return this.parents.size > 0;
  }

  parentOf({ id }: Account): Account | null {
    return this.parents.get(id) ?? null;
  }

  /** The account itself where it has no parent. */
  topOf(account: Account): Account {
    let top = account;
    for (let next = this.above.get(top.id); next; next = this.above.get(top.id)) top = next;
    for (let here = account; here !== top;) {
      const next = this.above.get(here.id) ?? top;
      this.above.set(here.id, top);
      here = next;
    }
    return top;
  }

  /** All accounts below, each child followed by its own, in the order of the table; empty for a single account. */
  below({ id }: Account): readonly GroupMember[] {
    const found: GroupMember[] = [];
    const waiting = this.childrenAt(id, 1);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      found.push(next);
      waiting.push(...this.childrenAt(next.account.id, next.level + 1));
    }
    return found;
  }

  /** Last one first, for a list that is taken from its end. */
  private childrenAt(id: string, level: number): GroupMember[] {
    return (this.children.get(id) ?? []).map((account) => ({ account, level })).reverse();
  }
}
