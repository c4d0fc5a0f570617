/** Dates as people and other systems write them, in any country. */
import { dateOf, dayOf } from "../../core/calendar/days";
import type { Day } from "../../core/units";

export type DateOrder = "dmy" | "mdy" | "ymd";
export const dateOrders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

/** A text that is one day whatever the country, or three numbers that depend on their order. */
export type DateForm =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "numbers"; readonly days: Readonly<Partial<Record<DateOrder, Day>>> };

const time =
  /(?:[T\s]|\s(?:上午|下午))\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AP]M)?\s*(?:Z|[-+]\d{2}:?\d{2})?$/i;
const yearFirst = /^(\d{4})(?:[-/. ]|年)\s*(\d{1,2})(?:[-/. ]|月)\s*(\d{1,2})日?$/;
const compact = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/;
const numbers = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayThenName = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./]*(\p{L}+)\.?[\s\-./,]*(\d{4}|\d{2})$/u;
const nameThenDay = /^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const weekday = /^\p{L}{2,}\.?,\s+(?=\d)/u;
/** 1927 to 2173: a year or a quantity is not taken for a day. */
const serial = /^[1-9]\d{4}(?:\.\d+)?$/;

function existing(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const day = dayOf(year, month, date);
  return dateOf(day).date === date ? day : null;
}

/** Two digits as Excel takes them: 00–29 this century, 30–99 the last. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length === 4 ? year : year <= 29 ? 2000 + year : 1900 + year;
};

const monthLanguages = ["en", "de", "fr", "es", "it", "pt", "nl"] as const;
const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([["sept", 9]]);
  for (const language of monthLanguages) {
    for (const style of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1)
        names.set(plainName(format.format(Date.UTC(2024, month - 1, 15))), month);
    }
  }
  return names;
}
let months: ReadonlyMap<string, number> | null = null;
const monthOf = (name: string): number => (months ??= monthNames()).get(plainName(name)) ?? 0;

const known = (day: Day | null): DateForm | null => (day === null ? null : { kind: "day", day });

function named(text: string): DateForm | null {
  const dayFirst = dayThenName.exec(text);
  if (dayFirst)
    return known(existing(fullYear(dayFirst[3] ?? ""), monthOf(dayFirst[2] ?? ""), Number(dayFirst[1])));
  const nameFirst = nameThenDay.exec(text);
  if (!nameFirst) return null;
  return known(existing(Number(nameFirst[3]), monthOf(nameFirst[1] ?? ""), Number(nameFirst[2])));
}

function threeNumbers(text: string): DateForm | null {
  const match = numbers.exec(text);
  if (!match) return null;
  const [, first = "", mark, second = "", third = ""] = match;
  const [a, b] = [Number(first), Number(second)];
  const dmy = existing(fullYear(third), b, a);
  // Points stand between day, month and year wherever they are used with the day in front.
  if (mark === ".") return known(dmy);
  const mdy = existing(fullYear(third), a, b);
  const short = third.length === 2 && first.length === 2;
  const ymd = short ? existing(fullYear(first), b, Number(third)) : null;
  const days = {
    ...(dmy === null ? {} : { dmy }),
    ...(mdy === null ? {} : { mdy }),
    ...(ymd === null ? {} : { ymd }),
  };
  return Object.keys(days).length === 0 ? null : { kind: "numbers", days };
}

/** How a text writes its day, a time of day dropped; null where it names none. Serials are of the 1900 system. */
export function dateForm(text: string): DateForm | null {
  const plain = text.normalize("NFKC").trim().replace(time, "").replace(weekday, "").trim();
  const match = yearFirst.exec(plain) ?? compact.exec(plain);
  if (match) return known(existing(Number(match[1]), Number(match[2]), Number(match[3])));
  if (serial.test(plain)) return { kind: "day", day: Math.floor(Number(plain)) };
  return threeNumbers(plain) ?? named(plain);
}

/** The day a text means; null where it names none or needs an order nobody has given. */
export function readDay(text: string, order: DateOrder | null): Day | null {
  const form = dateForm(text);
  if (!form) return null;
  if (form.kind === "day") return form.day;
  const days = [...new Set(Object.values(form.days))];
  if (order !== null) return form.days[order] ?? null;
  return days.length === 1 ? (days[0] ?? null) : null;
}
