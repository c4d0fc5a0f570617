import { dateOf } from "../../core/calendar/days";
import { nextLunarBirthday, nextSolarBirthday, type Birth } from "../../core/lunar/birthdays";
import { festivalsOf } from "../../core/lunar/festivals";
import { dayOfLunar, lunarDateOf, lunarText } from "../../core/lunar/lunar-dates";
import { dayIn, isBlank, isErrorValue } from "../cells";
import { cellOfDay } from "../date-system";
import { pureCell, pureRow, pureTable } from "../declare/declare";
import { anyCell, choice, date, flag, number } from "../declare/parameters";
import { badInput, festivalText, notAvailable } from "../problem";

export const lunarDate = pureRow("LUNARDATE", { date }, ["year", "month", "leap", "day", "text"], (given) => {
  const found = lunarDateOf(given.date);
  if (found === null) throw notAvailable("outsideLunar");
  return [found.year, found.month, found.leap, found.day, lunarText(found)];
});

export const solarDate = pureCell(
  "SOLARDATE",
  {
    year: number(null, { from: 1, to: 9_999, whole: true }),
    month: number(null, { from: 1, to: 12, whole: true }),
    day: number(null, { from: 1, to: 30, whole: true }),
    leap: flag(false),
  },
  (given) => {
    const day = dayOfLunar(given);
    if (day === null) throw notAvailable("noLunarDate");
    return cellOfDay(day);
  },
);

export const holidays = pureTable(
  "HOLIDAYS",
  { year: number(null, { from: 1, to: 9_999, whole: true }) },
  ["date", "code", "label"],
  ({ year }) => {
    const festivals = festivalsOf(year);
    if (festivals === null) throw notAvailable("outsideFestivals");
    return festivals.map(({ day, code }) => [cellOfDay(day), code, festivalText(code)]);
  },
);

export const birthday = pureRow(
  "BIRTHDAY",
  { birth: anyCell, asOf: date, calendar: choice("calendar", ["solar", "lunar"]), leap: flag(false) },
  ["date", "days", "age"],
  ({ birth, asOf, calendar, leap }) => {
    const next =
      calendar === "solar" ? nextSolarBirthday(birthIn(birth, false), asOf) : nextLunar(birth, leap, asOf);
    if (next === null) throw notAvailable("outsideLunar");
    return [cellOfDay(next.day), next.day - asOf, next.age !== null && next.age >= 0 ? next.age : ""];
  },
);

/** An Excel date is the solar day of birth, which names its lunar date; a text is the lunar date itself. */
function nextLunar(cell: unknown, leap: boolean, asOf: number) {
  if (typeof cell !== "number") return nextLunarBirthday({ ...birthIn(cell, true), leap }, asOf);
  const day = dayIn(cell);
  const born = typeof day === "number" ? lunarDateOf(day) : null;
  if (born === null) throw notAvailable("outsideLunar");
  return nextLunarBirthday({ year: born.year, month: born.month, date: born.day, leap: born.leap }, asOf);
}

const written = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function birthIn(cell: unknown, lunar: boolean): Birth {
  if (isBlank(cell) || cell === 0) throw notAvailable("noBirthday");
  if (isErrorValue(cell)) throw badInput("errorInArgument", { argument: "birth" });
  const day = typeof cell === "number" ? dayIn(cell) : null;
  if (typeof day === "number") return { ...dateOf(day), leap: false };
  return writtenBirth(String(cell), lunar);
}

function writtenBirth(text: string, lunar: boolean): Birth {
  const match = written.exec(text.normalize("NFKC").trim());
  const [month, date] = [Number(match?.[2]), Number(match?.[3])];
  const longest = lunar ? 30 : (longestMonths[month - 1] ?? 0);
  if (!match || !(month >= 1 && month <= 12) || date < 1 || date > longest) throw badInput("noBirth");
  return { year: match[1] === undefined ? null : Number(match[1]), month, date, leap: false };
}
