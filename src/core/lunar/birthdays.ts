import { dateOf, dayOf } from "../calendar/days";
import type { Day } from "../units";
import { dayOfLunar, lunarDateOf, monthsOf } from "./lunar-dates";

/** A birthday in its own calendar; without a year no age. */
export interface Birth {
  readonly year: number | null;
  readonly month: number;
  readonly date: number;
  readonly leap: boolean;
}

export interface NextBirthday {
  readonly day: Day;
  /** Age on that day, in years of its calendar; null without a year of birth. */
  readonly age: number | null;
}

/** The next solar birthday on or after the as-of day; 29 February falls on the 28th in common years. */
export function nextSolarBirthday({ year, month, date }: Birth, asOf: Day): NextBirthday {
  const thisYear = dateOf(asOf).year;
  for (const each of [thisYear, thisYear + 1]) {
    const exact = dayOf(each, month, date);
    const day = dateOf(exact).month === month ? exact : dayOf(each, month + 1, 0);
    if (day >= asOf) return { day, age: year === null ? null : each - year };
  }
  return { day: dayOf(thisYear + 1, month, date), age: null };
}

/**
 * The next lunar birthday on or after the as-of day; null beyond the table. Day 30 falls on the 29th in a short month; a
 * birthday in a leap month falls into that leap month if the year has it, otherwise into the ordinary one.
 */
export function nextLunarBirthday(birth: Birth, asOf: Day): NextBirthday | null {
  const now = lunarDateOf(asOf);
  if (now === null) return null;
  for (const year of [now.year, now.year + 1]) {
    const months = monthsOf(year);
    const ordinary = months.find(({ month, leap }) => month === birth.month && !leap);
    const ofLeap = months.find(({ month, leap }) => month === birth.month && leap);
    const month = (birth.leap ? ofLeap : undefined) ?? ordinary;
    if (!month) return null;
    const date = Math.min(birth.date, month.length);
    const day = dayOfLunar({ year, month: month.month, leap: month.leap, day: date });
    if (day !== null && day >= asOf) return { day, age: birth.year === null ? null : year - birth.year };
  }
  return null;
}
