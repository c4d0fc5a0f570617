import { dateOf } from "../../core/calendar/days";
import type { Day, Language } from "../../core/units";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const fullMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Number format of a date in a table cell. */
export const dateFormat = (language: Language): string => (language === "en" ? "d mmm yy" : "yy/m/d");

/** "6 May 1998", "1998年5月6日". */
export function dayInSentence(day: Day, language: Language): string {
  const { year, month, date } = dateOf(day);
  return language === "en" ? `${date} ${fullMonths[month - 1]} ${year}` : `${year}年${month}月${date}日`;
}

/** As `dateFormat` shows it, for cells that hold two dates as text. */
export function dayInTable(day: Day, language: Language): string {
  const { year, month, date } = dateOf(day);
  const short = String(year % 100).padStart(2, "0");
  return language === "en" ? `${date} ${months[month - 1]} ${short}` : `${short}/${month}/${date}`;
}

/** As `dayInTable`, the year left out where it is that of `asOf`. */
export function dayNear(day: Day, asOf: Day, language: Language): string {
  const { year, month, date } = dateOf(day);
  if (year !== dateOf(asOf).year) return dayInTable(day, language);
  return language === "en" ? `${date} ${months[month - 1]}` : `${month}/${date}`;
}

/** "May 98", "98/5". */
export function monthInTable(day: Day, language: Language): string {
  const { year, month } = dateOf(day);
  const short = String(year % 100).padStart(2, "0");
  return language === "en" ? `${months[month - 1]} ${short}` : `${short}/${month}`;
}

/** `yyyy-mm`, the beginning of a cycle id. */
export function monthId(day: Day): string {
  const { year, month } = dateOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}
