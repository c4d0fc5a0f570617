import type { Money, Ratio } from "../units";

/** Amounts of groups: accounts of one parent together, those without one each alone. Only what is above 0 counts. */
export function mergedByParent(
  values: readonly (Money | null)[],
  parents: readonly (string | null)[] | null,
): Money[] {
  const merged = new Map<string, Money>();
  values.forEach((value, index) => {
    if (value === null) return;
    const parent = parents?.[index] ?? null;
    const key = parent === null ? `row ${index}` : `parent ${parent}`;
    merged.set(key, (merged.get(key) ?? 0) + value);
  });
  return [...merged.values()].filter((value) => value > 0);
}

export interface Concentration {
  /** Herfindahl–Hirschman: Σ share², 1/n … 1. */
  readonly index: Ratio;
  readonly points: number;
  /** 0 for equal shares, 1 for one alone. */
  readonly normalised: Ratio;
  /** As many equal accounts would be as concentrated. */
  readonly effective: number;
}

/** null of nothing. */
export function concentrationOf(values: readonly Money[]): Concentration | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  const index = values.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const n = values.length;
  const normalised = n === 1 ? 1 : Math.max(0, (index - 1 / n) / (1 - 1 / n));
  return { index, points: 10_000 * index, normalised, effective: 1 / index };
}

/** Share of the `k` largest; null of nothing. */
export function topShare(values: readonly Money[], k: number): Ratio | null {
  const sorted = [...values].sort((a, b) => b - a);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  return Math.min(1, sorted.slice(0, k).reduce((sum, value) => sum + value, 0) / total);
}

export interface StressedAccount {
  readonly revenue: Money;
  /** Share of the revenue. */
  readonly margin: Ratio;
}

/** What is left when the `lose` largest leave; of equals the more profitable goes. `change` is of the profit. */
export function stressOf(accounts: readonly StressedAccount[], fixed: Money, lose: number) {
  const profitOf = (left: readonly StressedAccount[]): Money =>
    left.reduce((sum, { revenue, margin }) => sum + revenue * margin, 0) - fixed;
  const sorted = [...accounts].sort((a, b) => b.revenue - a.revenue || b.margin - a.margin);
  const left = sorted.slice(lose);
  const [before, after] = [profitOf(sorted), profitOf(left)];
  return {
    revenue: left.reduce((sum, { revenue }) => sum + revenue, 0),
    profit: after,
    change: before === 0 ? null : (after - before) / Math.abs(before),
  };
}
