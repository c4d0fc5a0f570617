import type { CalendarDay } from "../records";
import type { Day } from "../units";
import { weekday } from "./days";

/** How far a working day is searched for before the calendar is taken to have none. */
const searchLimit = 400;

/** Monday to Friday without the Calendar's holidays, plus its make-up days (调休). */
export class WorkingDays {
  private readonly kinds: ReadonlyMap<Day, CalendarDay["kind"]>;

  constructor(calendar: readonly CalendarDay[]) {
    this.kinds = new Map(calendar.map((entry) => [entry.date, entry.kind]));
  }

  includes(day: Day): boolean {
    const kind = this.kinds.get(day);
    if (kind !== undefined) return kind === "workday";
    const place = weekday(day);
    return place >= 1 && place <= 5;
  }

  /** The first working day on or after `day`; `day` itself if none comes within 400 days. */
  firstFrom(day: Day): Day {
    for (let candidate = day; candidate < day + searchLimit; candidate += 1) {
      if (this.includes(candidate)) return candidate;
    }
    return day;
  }

  /** The last working day of `from` … `to`, both included; null if there is none. */
  lastBetween(from: Day, to: Day): Day | null {
    for (let candidate = to; candidate >= from; candidate -= 1) {
      if (this.includes(candidate)) return candidate;
    }
    return null;
  }
}
