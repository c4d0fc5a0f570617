import type { PurchaseDays } from "../purchases/purchase-groups";
import { medianOfFirst } from "../statistics/sort-in-place";
import type { Day, Money, Ratio } from "../units";

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
 * Frequency needs two purchase days in the window before, amount a positive one. `room` is for as many numbers as there
 * are days; it may be given again for the next account.
 */
export function churnSignals(
  purchases: PurchaseDays | null,
  csat: { readonly now: number | null; readonly before: number | null },
  asOf: Day,
  window: number,
  room?: Float64Array,
): AccountSignals {
  const { now, before, last, usual } = habitsOf(purchases ?? nothing, asOf, window, room);
  const silence = last === null ? null : asOf - last;
  const figures = {
    frequency: before.days < 2 ? null : now.days / before.days - 1,
    amount: before.amount <= 0 ? null : now.amount / before.amount - 1,
    gap: silence === null ? null : gapOf(silence, usual),
    satisfaction: csat.now === null || csat.before === null ? null : csat.now - csat.before,
    silence,
  };
  const points = Math.max(csat.now ?? 0, csat.before ?? 0) > 1 ? 100 : 1;
  return { ...figures, signals: signalsIn(figures, satisfactionFall * points) };
}

const gapOf = (silence: number, usual: number | null): number | null =>
  usual === null || usual <= 0 ? null : silence / usual;

/** Purchase days and net amount of a window. */
interface Window {
  days: number;
  amount: Money;
}

/** The last window and the one before it, the last purchase day, and the usual interval (null with fewer than three). */
function habitsOf(
  { days, nets }: PurchaseDays,
  asOf: Day,
  window: number,
  intervals: Float64Array = new Float64Array(days.length),
) {
  const windows: readonly [Window, Window] = [
    { days: 0, amount: 0 },
    { days: 0, amount: 0 },
  ];
  let known = 0;
  let last: Day | null = null;
  for (let at = 0; at < days.length; at += 1) {
    const [day, net] = [days[at] ?? 0, nets[at] ?? 0];
    const back = windows[Math.floor((asOf - day) / window)];
    if (back) back.amount += net;
    if (net <= 0) continue;
    if (back) back.days += 1;
    if (last !== null) {
      intervals[known] = day - last;
      known += 1;
    }
    last = day;
  }
  return {
    now: windows[0],
    before: windows[1],
    last,
    usual: known < 3 ? null : medianOfFirst(intervals, known),
  };
}

const nothing: PurchaseDays = { id: "", days: [], nets: [] };

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
