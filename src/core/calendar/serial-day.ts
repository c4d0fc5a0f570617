import type { Day } from "../units";

/** Serial of a 1904 workbook + 1462 = serial of the 1900 system (WB7). */
const offset1904 = 1462;
/** Excel's 1900 system counts a 29 February 1900 that never was. */
const fictitiousLeapDay = 60;
/** 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * Day of a cell's serial; a time of day is dropped. null for serial 60, which is no day, and outside Excel's
 * calendar.
 */
export function dayOfSerial(serial: number, date1904: boolean): Day | null {
  const whole = Math.floor(serial);
  if (date1904) return whole >= 0 && whole + offset1904 <= lastSerial ? whole + offset1904 : null;
  if (whole < 1 || whole > lastSerial || whole === fictitiousLeapDay) return null;
  return whole < fictitiousLeapDay ? whole + 1 : whole;
}

/** Serial a cell must hold to show this day in the workbook's date system. */
export function serialOfDay(day: Day, date1904: boolean): number {
  if (date1904) return day - offset1904;
  return day <= fictitiousLeapDay ? day - 1 : day;
}

/** Date and time: the whole part as above, the fraction kept. */
export function momentOfSerial(serial: number, date1904: boolean): number | null {
  const day = dayOfSerial(serial, date1904);
  return day === null ? null : day + (serial - Math.floor(serial));
}

export function serialOfMoment(moment: number, date1904: boolean): number {
  const day = Math.floor(moment);
  return serialOfDay(day, date1904) + (moment - day);
}

const writtenDay = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** Year-month-day as people and other systems write it; null for anything that could be read two ways. */
export function dayOfText(text: string): Day | null {
  const match = writtenDay.exec(text.trim());
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date) return null;
  return time / 86_400_000 + 25_569;
}
