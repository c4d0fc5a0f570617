import type { Day, Ratio } from "../units";

export interface DatedPromise {
  readonly due: Day;
  readonly done: Day | null;
}

/** How many were done by their day; open ones count once they are overdue. */
export function onTimeOf(promises: readonly DatedPromise[], asOf: Day) {
  const counted = promises.filter(({ due, done }) => done !== null || due < asOf);
  const onTime = counted.filter(({ due, done }) => done !== null && done <= due).length;
  return { onTime, overdue: counted.length - onTime, n: counted.length };
}

export interface OwnerCoverage {
  readonly owner: string;
  readonly accounts: number;
  /** Accounts in touch within their maximum. */
  readonly covered: number;
  readonly share: Ratio;
}

/** Per owner how many accounts were contacted within their maximum of days; most accounts first, then by name. */
export function coverageByOwner(
  rows: readonly { readonly owner: string; readonly last: Day | null; readonly maximum: number }[],
  asOf: Day,
): OwnerCoverage[] {
  const owners = new Map<string, { accounts: number; covered: number }>();
  for (const { owner, last, maximum } of rows) {
    const count = owners.get(owner) ?? { accounts: 0, covered: 0 };
    owners.set(owner, count);
    count.accounts += 1;
    if (last !== null && last <= asOf && asOf - last <= maximum) count.covered += 1;
  }
  return [...owners]
    .map(([owner, { accounts, covered }]) => ({ owner, accounts, covered, share: covered / accounts }))
    .sort((a, b) => b.accounts - a.accounts || (a.owner < b.owner ? -1 : 1));
}
