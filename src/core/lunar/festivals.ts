import { dayOf } from "../calendar/days";
import type { Day } from "../units";
import { dayOfLunar, firstLunarYear, lastLunarYear, qingmingOf } from "./lunar-dates";

export interface Festival {
  readonly day: Day;
  readonly code: string;
}

const solar: readonly (readonly [code: string, month: number, date: number])[] = [
  ["NEWYEAR", 1, 1],
  ["VALENTINE", 2, 14],
  ["WOMEN", 3, 8],
  ["LABOUR", 5, 1],
  ["CHILDREN", 6, 1],
  ["TEACHERS", 9, 10],
  ["NATIONAL", 10, 1],
  ["CHRISTMAS", 12, 25],
];

const lunar: readonly (readonly [code: string, month: number, date: number])[] = [
  ["SPRING", 1, 1],
  ["LANTERN", 1, 15],
  ["DRAGONBOAT", 5, 5],
  ["QIXI", 7, 7],
  ["ZHONGYUAN", 7, 15],
  ["MIDAUTUMN", 8, 15],
  ["DOUBLENINTH", 9, 9],
  ["LABA", 12, 8],
];

/** Festivals of a solar year by rule, in order; null outside the table of lunar years. Days off are not known here. */
export function festivalsOf(year: number): Festival[] | null {
  if (year <= firstLunarYear || year > lastLunarYear) return null;
  const found: Festival[] = solar.map(([code, month, date]) => ({ code, day: dayOf(year, month, date) }));
  found.push({ code: "QINGMING", day: qingmingOf(year) });
  for (const lunarYear of [year - 1, year]) {
    for (const [code, month, day] of lunar) {
      found.push({ code, day: dayOfLunar({ year: lunarYear, month, leap: false, day }) ?? NaN });
    }
  }
  // New Year's Eve is the last day of month 12, whether that has 29 days or 30.
  found.push({ code: "EVE", day: (dayOfLunar({ year, month: 1, leap: false, day: 1 }) ?? NaN) - 1 });
  const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  return found.filter(({ day }) => day >= from && day <= to).sort((a, b) => a.day - b.day);
}
