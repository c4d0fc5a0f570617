import { dayOf } from "../calendar/days";
import type { Day } from "../units";
import { lunarYearCodes } from "./lunar-years";

export interface LunarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** The second month of that number in a year of thirteen. */
  readonly leap: boolean;
  /** 1–30 */
  readonly day: number;
}

export const firstLunarYear = 1900;
const codes = lunarYearCodes.split(" ").map((code) => parseInt(code, 36));
export const lastLunarYear = firstLunarYear + codes.length - 1;

/** 1900-01-31, the first day of lunar 1900. */
const firstDay = dayOf(1900, 1, 31);

/** Day each lunar year begins, and the one the table ends with. */
const beginnings = codes.reduce((days, _, index) => [...days, (days.at(-1) ?? 0) + yearLength(index)], [
  firstDay,
] as readonly Day[]);

function codeOf(year: number): number {
  return codes[year - firstLunarYear] ?? 0;
}

function yearLength(index: number): number {
  return monthsOf(firstLunarYear + index).reduce((days, { length }) => days + length, 0);
}

/** Months of a lunar year in order, the leap month after the one whose number it shares. */
export function monthsOf(
  year: number,
): { readonly month: number; readonly leap: boolean; readonly length: number }[] {
  const code = codeOf(year);
  const leapMonth = (code >> 13) & 15;
  return Array.from({ length: leapMonth > 0 ? 13 : 12 }, (_, place) => {
    const leap = leapMonth > 0 && place === leapMonth;
    const month = leapMonth > 0 && place >= leapMonth ? place : place + 1;
    return { month, leap, length: (code >> place) & 1 ? 30 : 29 };
  });
}

/** The lunar date of a day; null before 1900-01-31 and after lunar 2100. */
export function lunarDateOf(day: Day): LunarDate | null {
  const next = beginnings.findIndex((beginning) => beginning > day);
  if (next < 1) return null;
  const year = firstLunarYear + next - 1;
  let left = day - (beginnings[next - 1] ?? 0);
  for (const { month, leap, length } of monthsOf(year)) {
    if (left < length) return { year, month, leap, day: left + 1 };
    left -= length;
  }
  return null;
}

/** The day of a lunar date; null where the calendar has no such date. */
export function dayOfLunar({ year, month, leap, day }: LunarDate): Day | null {
  let at = beginnings[year - firstLunarYear];
  if (at === undefined || year > lastLunarYear) return null;
  for (const each of monthsOf(year)) {
    if (each.month === month && each.leap === leap)
      return day >= 1 && day <= each.length ? at + day - 1 : null;
    at += each.length;
  }
  return null;
}

/** Day of Qingming (清明) of a solar year of the table. */
export function qingmingOf(year: number): Day {
  return dayOf(year, 4, codeOf(year) >> 17);
}

const digits = "〇一二三四五六七八九";
const monthNames = "正二三四五六七八九十冬腊";

/** `二〇二六年正月初一`, `二〇二五年闰六月初一`: as it is written in any language. */
export function lunarText({ year, month, leap, day }: LunarDate): string {
  const yearText = [...String(year)].map((digit) => digits[Number(digit)]).join("");
  const tens = ["初", "十", "廿", "三"][day % 10 === 0 ? day / 10 - 1 : Math.floor(day / 10)] ?? "";
  const dayText =
    day === 10
      ? "初十"
      : day === 20
        ? "二十"
        : day === 30
          ? "三十"
          : `${tens}${"一二三四五六七八九"[(day % 10) - 1]}`;
  return `${yearText}年${leap ? "闰" : ""}${monthNames[month - 1]}月${dayText}`;
}
