import { weekday } from "../calendar/days";
import type { Day, Ratio } from "../units";

export interface OfficeHours {
  /** Fractions of a day. */
  readonly start: Ratio;
  readonly end: Ratio;
  readonly holidays: ReadonlySet<Day>;
  /** Make-up days (调休): worked although they fall on a weekend. */
  readonly workdays: ReadonlySet<Day>;
}

/** A day in Excel's serials with its time. */
export type Moment = number;

/**
 * Working hours between two moments. Counts working days by whole weeks, so that a span of years costs no more than one
 * of days. `to` before `from` is no span: 0.
 */
export function workingHours(from: Moment, to: Moment, office: OfficeHours): number {
  if (to <= from) return 0;
  const [first, last] = [Math.floor(from), Math.floor(to)];
  const within = (moment: Moment): number =>
    Math.min(office.end, Math.max(office.start, moment - Math.floor(moment))) - office.start;
  const atEnd = isWorkingDay(last, office) ? within(to) : 0;
  const notAtStart = isWorkingDay(first, office) ? within(from) : 0;
  const days = workingDaysBetween(first, last, office);
  // Serials carry about a hundredth of a second; the dust is taken off.
  return Math.round((days * (office.end - office.start) + atEnd - notAtStart) * 24 * 1e6) / 1e6;
}

export function isWorkingDay(
  day: Day,
  { holidays, workdays }: Pick<OfficeHours, "holidays" | "workdays">,
): boolean {
  if (workdays.has(day)) return true;
  const place = weekday(day);
  return place >= 1 && place <= 5 && !holidays.has(day);
}

/** Working days of `from` ≤ day < `to`. */
function workingDaysBetween(from: Day, to: Day, office: OfficeHours): number {
  const weeks = Math.floor((to - from) / 7);
  let days = 5 * weeks;
  for (let day = from + 7 * weeks; day < to; day += 1) if (weekday(day) >= 1 && weekday(day) <= 5) days += 1;
  const inside = (day: Day): boolean => day >= from && day < to;
  const onWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6;
  for (const day of office.holidays)
    if (inside(day) && !onWeekend(day) && !office.workdays.has(day)) days -= 1;
  for (const day of office.workdays) if (inside(day) && onWeekend(day)) days += 1;
  return days;
}
