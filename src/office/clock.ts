import type { Day } from "../core/units";

/** 1899-12-30 before 1970-01-01, in days. */
const epoch = 25_569;
const dayMilliseconds = 86_400_000;

/** Local date and time as a serial of the 1900 system: the wall clock, with no time zone in it. */
export function serialNow(date: Date): number {
  const wall = Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  );
  return wall / dayMilliseconds + epoch;
}

/** The day the person's calendar shows. */
export const dayNow = (date: Date): Day => Math.floor(serialNow(date));
