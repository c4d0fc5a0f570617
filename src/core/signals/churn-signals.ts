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
 * Signs of the customer at a place drifting away; of one who never bought without a place. Satisfaction counts in
 * shares, or in points where either figure is above 1. Frequency needs two purchase days in the window before, amount a
 * positive one. `room` is for as many numbers as any customer has days; what is in it is overwritten.
 */
export function churnSignals(
  purchases: PurchaseDays,
  place: number | undefined,
  csat: { readonly now: number | null; readonly before: number | null },
  asOf: Day,
  window: number,
  room: Float64Array,
): AccountSignals {
  const { now, before, last, usual } =
    place === undefined ? noHabits : habitsOf(purchases, place, asOf, window, room);
  const silence = last === null ? null : asOf - last;
  const frequency = before.days < 2 ? null : now.days / before.days - 1;
  const amount = before.amount <= 0 ? null : now.amount / before.amount - 1;
  const gap = silence === null ? null : gapOf(silence, usual);
  const satisfaction = csat.now === null || csat.before === null ? null : csat.now - csat.before;
  const points = Math.max(csat.now ?? 0, csat.before ?? 0) > 1 ? 100 : 1;
  const signals =
    combinations[
      Number(fallen(frequency, fall)) +
        2 * Number(fallen(amount, fall)) +
        4 * Number(gap !== null && gap >= longGap) +
        8 * Number(fallen(satisfaction, satisfactionFall * points))
    ] ?? [];
  return { frequency, amount, gap, satisfaction, silence, signals };
}

const fallen = (change: Ratio | null, limit: number): boolean => change !== null && change <= limit + 1e-12;

/** Every set of signals, the first at bit 0: accounts with the same ones share the list. */
const combinations: readonly (readonly ChurnSignal[])[] = Array.from({ length: 16 }, (_, set) =>
  (["frequency", "amount", "gap", "satisfaction"] as const).filter((_signal, bit) => set & (1 << bit)),
);

const gapOf = (silence: number, usual: number | null): number | null =>
  usual === null || usual <= 0 ? null : silence / usual;

/** Purchase days and net amount of a window. */
interface Window {
  days: number;
  amount: Money;
}

const noHabits = {
  now: { days: 0, amount: 0 },
  before: { days: 0, amount: 0 },
  last: null,
  usual: null,
};

/** The last window and the one before it, the last purchase day, and the usual interval (null with fewer than three). */
function habitsOf(
  { starts, days, nets }: PurchaseDays,
  place: number,
  asOf: Day,
  window: number,
  intervals: Float64Array,
) {
  const end = starts[place + 1] ?? 0;
  const now: Window = { days: 0, amount: 0 };
  const before: Window = { days: 0, amount: 0 };
  let known = 0;
  let last: Day | null = null;
  for (let at = starts[place] ?? 0; at < end; at += 1) {
    const [day, net] = [days[at] ?? 0, nets[at] ?? 0];
    const age = asOf - day;
    const inside = age < window ? now : age < 2 * window ? before : null;
    if (inside) inside.amount += net;
    if (net <= 0) continue;
    if (inside) inside.days += 1;
    if (last !== null) {
      intervals[known] = day - last;
      known += 1;
    }
    last = day;
  }
  return { now, before, last, usual: known < 3 ? null : medianOfFirst(intervals, known) };
}
