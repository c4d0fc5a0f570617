/** Days in cells as this workbook counts them (WB7). A workbook the add-in has not looked at yet is taken for 1900. */
import { dayOfSerial, serialOfDay } from "../core/calendar/serial-day";
import type { Day } from "../core/units";
import { liveFigures } from "./live-figures";

const date1904 = (): boolean => liveFigures()?.date1904() ?? false;

/** The day of a cell's serial, its time dropped; null for what is no day. */
export type DayOfCell = (serial: number) => Day | null;

/** How the cells of one call are read: they all count days the same way. */
export function cellDays(): DayOfCell {
  const from1904 = date1904();
  return (serial) => dayOfSerial(serial, from1904);
}

/** What a cell must hold to show the day. */
export const cellOfDay = (day: Day): number => serialOfDay(day, date1904());
