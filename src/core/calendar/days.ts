import type { Day } from "../units";

/** 1899-12-30 as milliseconds of UTC: day 0 of Excel's 1900 system for every day from 1 March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);
const millisecondsPerDay = 86_400_000;

/**
 * The day of a date of the proleptic Gregorian calendar; `month` is 1–12. Overflow runs on as in JavaScript.
 * Plain arithmetic in UTC, so no time zone or daylight saving can shift it (WB7).
 */
export function dayOf(year: number, month: number, date: number): Day {
  return Math.round((Date.UTC(year, month - 1, date) - dayZero) / millisecondsPerDay);
}

export interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly date: number;
}

export function dateOf(day: Day): CalendarDate {
  const utc = new Date(dayZero + day * millisecondsPerDay);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** `yyyy-mm-dd` */
export function isoText(day: Day): string {
  const { year, month, date } = dateOf(day);
  return [String(year).padStart(4, "0"), pad(month), pad(date)].join("-");
}

/** The day a `yyyy-mm-dd` text names; null for any other text and for dates that do not exist. */
export function dayFromIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoText(day) === text ? day : null;
}

/** Excel's EDATE: the same date `months` later or earlier, the last day of the month where it has no such date. */
export function edate(day: Day, months: number): Day {
  const { year, month, date } = dateOf(day);
  const lastOfMonth = dateOf(dayOf(year, month + months + 1, 0)).date;
  return dayOf(year, month + months, Math.min(date, lastOfMonth));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: Day): number {
  return (((day - 1) % 7) + 7) % 7;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
