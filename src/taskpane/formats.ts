import { dateOf, dayFromIso } from "../core/calendar/days";
import type { Day, Language, Money, Ratio } from "../core/units";
import type { Texts } from "../locales/texts";

/** A moment of that day in UTC, for Intl. */
function momentOf(day: Day): Date {
  const { year, month, date } = dateOf(Math.floor(day));
  return new Date(Date.UTC(year, month - 1, date));
}

/** Days and figures as the pane writes them in its language. */
export interface Formats {
  /** `8 May`, with the year where it is not the year of the as-of day. */
  date(day: Day): string;
  /** `Fri 8 May`. */
  weekdayDate(day: Day): string;
  /** `Wednesday 6 May`. */
  longDate(day: Day): string;
  /** `6 May 1998`. */
  fullDate(day: Day): string;
  /** `May`, of the month that ends on this day. */
  month(day: Day): string;
  /** `May 1998` of a cycle id `1998-05` or `1998-05-2`. */
  cycle(id: string): string;
  number(value: number, digits?: number): string;
  /** With its sign: `+2`. */
  signed(value: number): string;
  money(value: Money): string;
  /** `1.5k`, for chart scales. */
  compact(value: number): string;
  percent(value: Ratio): string;
  /** With its sign: `+86%`. */
  change(value: Ratio): string;
}

// British order of day and month is the plain one for an English pane that does not know the country.
const localeOf = (language: Language): string => (language === "en" ? "en-GB" : language);

function moneyFormat(locale: string, currency: string): (value: Money) => string {
  try {
    const format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      maximumFractionDigits: 0,
    });
    return (value) => format.format(value);
  } catch (error) {
    // A currency the person wrote in their own words ("元", "kCHF") is no ISO code.
    if (!(error instanceof RangeError)) throw error;
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    return (value) => [format.format(value), currency].filter(Boolean).join(" ");
  }
}

function dateFormats(language: Language, asOf: Day, texts: Texts) {
  const locale = localeOf(language);
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (day: Day): string => format.format(momentOf(day));
  };
  const monthStyle = language === "en" ? "short" : "long";
  const short = make({ day: "numeric", month: monthStyle });
  const full = make({ day: "numeric", month: monthStyle, year: "numeric" });
  const sameYear = (day: Day): boolean => dateOf(Math.floor(day)).year === dateOf(asOf).year;
  const date = (day: Day): string => (sameYear(day) ? short(day) : full(day));
  const weekday = make({ weekday: "short" });
  const longWeekday = make({ weekday: "long" });
  const longDay = make({ day: "numeric", month: "long" });
  const monthAndYear = make({ month: "long", year: "numeric" });
  return {
    date,
    fullDate: full,
    weekdayDate: (day: Day) => texts("date.withWeekday", { weekday: weekday(day), date: date(day) }),
    longDate: (day: Day) => texts("date.withWeekday", { weekday: longWeekday(day), date: longDay(day) }),
    month: make({ month: "short" }),
    cycle: (id: string) => {
      const first = dayFromIso(`${id.slice(0, 7)}-01`);
      if (first === null) return id;
      const again = id.slice(8);
      return again
        ? texts("date.cycleAgain", { month: monthAndYear(first), number: again })
        : monthAndYear(first);
    },
  };
}

export function formatsFor(language: Language, texts: Texts, asOf: Day, currency: string): Formats {
  const locale = localeOf(language);
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number): string => format.format(value);
  };
  const whole = number({ maximumFractionDigits: 0 });
  const compact = number({ notation: "compact", maximumFractionDigits: 1 });
  // Chinese counts in ten thousands (万), English in thousands; what is below stays as it is.
  const shortest = language === "zh-CN" ? 10_000 : 1_000;
  return {
    ...dateFormats(language, asOf, texts),
    number: (value, digits = 0) =>
      number({ minimumFractionDigits: digits, maximumFractionDigits: digits })(value),
    signed: number({ signDisplay: "exceptZero" }),
    money: moneyFormat(locale, currency),
    compact: (value) => (Math.abs(value) < shortest ? whole(value) : compact(value)),
    percent: number({ style: "percent", maximumFractionDigits: 0 }),
    change: number({ style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" }),
  };
}
