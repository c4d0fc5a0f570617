import { buyingDays, type PurchaseDays } from "../purchases/purchase-groups";
import { median } from "../statistics/order-statistics";
import type { Day, Ratio } from "../units";

type ChurnSignal = "frequency" | "amount" | "gap" | "satisfaction";

export interface AccountSignals {
  /** Change against the window before; null without a base. */
  readonly frequency: Ratio | null;
  readonly amount: Ratio | null;
  /** Days since the last purchase ÷ median interval; null with fewer than three intervals. */
  readonly gap: number | null;
  readonly satisfaction: number | null;
  /** Days since the last purchase; null if there is none. */
  readonly silence: number | null;
  readonly signals: readonly ChurnSignal[];
}

/** A fall this deep is a sign (section 8). */
const fall = -0.3;
const longGap = 2;
const satisfactionFall = -0.1;

/**
 * Signs of a customer drifting away. Satisfaction counts in shares, or in points where either figure is above 1.
 * Frequency needs two purchase days in the window before, amount a positive one.
 */
export function churnSignals(
  purchases: PurchaseDays | null,
  csat: { readonly now: number | null; readonly before: number | null },
  asOf: Day,
  window: number,
): AccountSignals {
  const days = purchases === null ? [] : buyingDays(purchases);
  const inWindow = (day: Day, windowsBack: number): boolean =>
    asOf - day >= windowsBack * window && asOf - day < (windowsBack + 1) * window;
  const countOf = (back: number): number => days.filter((day) => inWindow(day, back)).length;
  const amountOf = (back: number): number =>
    (purchases?.days ?? []).reduce(
      (sum, day, at) => sum + (inWindow(day, back) ? (purchases?.nets[at] ?? 0) : 0),
      0,
    );
  const [countBefore, amountBefore] = [countOf(1), amountOf(1)];
  const last = days.at(-1);
  const silence = last === undefined ? null : asOf - last;
  const intervals = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const usual = intervals.length < 3 ? null : median(intervals);
  const figures = {
    frequency: countBefore < 2 ? null : countOf(0) / countBefore - 1,
    amount: amountBefore <= 0 ? null : amountOf(0) / amountBefore - 1,
    gap: usual === null || usual <= 0 || silence === null ? null : silence / usual,
    satisfaction: csat.now === null || csat.before === null ? null : csat.now - csat.before,
    silence,
  };
  const points = Math.max(csat.now ?? 0, csat.before ?? 0) > 1 ? 100 : 1;
  return { ...figures, signals: signalsIn(figures, satisfactionFall * points) };
}

function signalsIn(
  { frequency, amount, gap, satisfaction }: Omit<AccountSignals, "signals">,
  satisfactionLimit: number,
): ChurnSignal[] {
  const signals: ChurnSignal[] = [];
  const fallen = (change: number | null, limit: number): boolean =>
    change !== null && change <= limit + 1e-12;
  if (fallen(frequency, fall)) signals.push("frequency");
  if (fallen(amount, fall)) signals.push("amount");
  if (gap !== null && gap >= longGap) signals.push("gap");
  if (fallen(satisfaction, satisfactionLimit)) signals.push("satisfaction");
  return signals;
}
