/** Dates as serial numbers in both date systems of Excel. */
const dayMs = 86_400_000;
/** 1900 system: 1970-01-01; the 1904 system counts 1,462 days less. */
const epoch1900 = 25_569;
const days1904 = 1_462;

/** As DATE() counts; before 1900-03-01 Excel counts a 29 February 1900 that never was. */
export function serialOf(year: number, month: number, day: number, date1904: boolean): number {
  const full = year < 1900 ? year + 1900 : year;
  const days = Math.floor(Date.UTC(full, month - 1, day) / dayMs) + epoch1900;
  const serial = days < 61 ? days - 1 : days;
  return date1904 ? days - days1904 : serial;
}

export function dateParts(serial: number, date1904: boolean): { year: number; month: number; day: number } {
  const days = Math.floor(serial) + (date1904 ? days1904 : 0);
  const date = new Date(((days < 61 && !date1904 ? days + 1 : days) - epoch1900) * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Local time, as the person's clock shows it. */
export function serialOfNow(date1904: boolean): number {
  const now = new Date();
  const local = now.getTime() - now.getTimezoneOffset() * 60_000;
  return local / dayMs + epoch1900 - (date1904 ? days1904 : 0);
}
