import { weekday } from "../../core/calendar/days";
import type { Day } from "../../core/units";

export interface SnoozeDay {
  readonly name: "tomorrow" | "friday" | "monday";
  readonly day: Day;
}

const FRIDAY = 5;
const MONDAY = 1;

/** The first day of that weekday after `day`. */
const next = (day: Day, wanted: number): Day => day + 1 + ((((wanted - weekday(day + 1)) % 7) + 7) % 7);

/** Tomorrow, the Friday of this week if it is later than that, and next Monday: each day once. */
export function snoozeDays(asOf: Day): readonly SnoozeDay[] {
  const tomorrow = asOf + 1;
  const monday = next(asOf, MONDAY);
  const friday = next(asOf, FRIDAY);
  const days: SnoozeDay[] = [{ name: "tomorrow", day: tomorrow }];
  if (friday > tomorrow && friday < monday) days.push({ name: "friday", day: friday });
  if (monday > tomorrow) days.push({ name: "monday", day: monday });
  return days;
}
