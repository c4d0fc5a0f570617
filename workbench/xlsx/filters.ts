/**
 * Criteria of filters as a file has them, put into and taken out of its XML: the library writes and reads the area
 * alone. Filters on colours, icons and dates that move with the day are left out.
 */
import { operatorsInFiles, splitCriterion, type Criteria } from "../book/filters/criteria";

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const unescape = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
};

/** The elements of an `<autoFilter>`; without filter buttons each column says so. */
export function filterColumns(filters: readonly (Criteria | null)[], buttons: boolean): string {
  return filters
    .map((criteria, index) => {
      const inner = criteria ? criteriaToFile(criteria) : "";
      if (inner === "" && buttons) return "";
      return `<filterColumn colId="${index}"${buttons ? "" : ' hiddenButton="1"'}>${inner}</filterColumn>`;
    })
    .join("");
}

function criteriaToFile(criteria: Criteria): string {
  const { filterOn, criterion1, criterion2 } = criteria;
  if (filterOn === "Values") return valuesToFile(Array.isArray(criteria.values) ? criteria.values : []);
  if (filterOn === "Custom") {
    const both = criterion2 !== undefined && criterion2 !== null;
    const comparisons = both ? [criterion1, criterion2] : [criterion1];
    const and = both && criteria.operator !== "Or" ? ' and="1"' : "";
    return `<customFilters${and}>${comparisons.map(comparisonToFile).join("")}</customFilters>`;
  }
  const rank = /^(Top|Bottom)(Items|Percent)$/.exec(String(filterOn));
  if (!rank) return "";
  const bottom = rank[1] === "Bottom" ? ' top="0"' : "";
  const percent = rank[2] === "Percent" ? ' percent="1"' : "";
  return `<top10${bottom}${percent} val="${Number(criterion1 ?? 10)}"/>`;
}

function comparisonToFile(criterion: unknown): string {
  const { sign, operand } = splitCriterion(String(criterion ?? ""));
  const operator = sign === "=" ? "" : ` operator="${operatorsInFiles[sign]}"`;
  // A file spells "equal to nothing" as a blank.
  return `<customFilter${operator} val="${escape(operand === "" ? " " : operand)}"/>`;
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

function valuesToFile(values: readonly unknown[]): string {
  const texts = values.filter((value) => typeof value !== "object").map(String);
  const blank = texts.includes("") ? ' blank="1"' : "";
  const filters = texts.filter((text) => text !== "").map((text) => `<filter val="${escape(text)}"/>`);
  // Excel matches cells that hold dates by day, month or year, not by their text.
  const days = texts.filter((text) => isoDay.test(text)).map((text) => dateToFile(text, "day"));
  const dates = values.flatMap((value) => {
    if (typeof value !== "object" || value === null) return [];
    const { date = "", specificity = "Day" } = value as { date?: string; specificity?: string };
    return [dateToFile(date, specificity.toLowerCase())];
  });
  return `<filters${blank}>${[...filters, ...days, ...dates].join("")}</filters>`;
}

const grain = ["year", "month", "day"];

function dateToFile(date: string, specificity: string): string {
  const parts = date.split("-").slice(0, Math.max(1, grain.indexOf(specificity) + 1));
  const named = parts.map((part, index) => `${grain[index]}="${Number(part)}"`);
  return `<dateGroupItem ${named.join(" ")} dateTimeGrouping="${grain[parts.length - 1]}"/>`;
}

/** Criteria by place of the column in the filtered area, from the XML of an `<autoFilter>`. */
export function criteriaFromFile(xml: string): Map<number, Criteria> {
  const result = new Map<number, Criteria>();
  for (const [, tag = "", inner = ""] of xml.matchAll(
    /<filterColumn(\s(?:[^>/]|\/(?!>))*)>([\s\S]*?)<\/filterColumn>/g,
  )) {
    const criteria = columnFromFile(inner);
    if (criteria) result.set(Number(attribute(tag, "colId") ?? -1), criteria);
  }
  return result;
}

function columnFromFile(inner: string): Criteria | null {
  const list = /<filters(\s[^>]*)?>/.exec(inner)?.[0];
  if (list !== undefined) return valuesFromFile(list, inner);
  const custom = /<customFilters(\s[^>]*)?>/.exec(inner)?.[0];
  if (custom !== undefined) return customFromFile(custom, inner);
  const rank = /<top10\s[^>]*>/.exec(inner)?.[0];
  if (rank === undefined) return null;
  const side = attribute(rank, "top") === "0" ? "Bottom" : "Top";
  const kind = attribute(rank, "percent") === "1" ? "Percent" : "Items";
  return { filterOn: `${side}${kind}`, criterion1: attribute(rank, "val") ?? "10" };
}

function valuesFromFile(list: string, inner: string): Criteria {
  const texts = [...inner.matchAll(/<filter\s[^>]*>/g)].map(([tag]) => attribute(tag, "val") ?? "");
  const dates = [...inner.matchAll(/<dateGroupItem\s[^>]*>/g)].map(([tag]) => {
    const grouping = attribute(tag, "dateTimeGrouping") ?? "day";
    const parts = grain.slice(0, Math.max(1, grain.indexOf(grouping) + 1));
    const date = parts.map((part) => (attribute(tag, part) ?? "1").padStart(2, "0")).join("-");
    const word = parts.at(-1) ?? "day";
    return { date, specificity: `${word.charAt(0).toUpperCase()}${word.slice(1)}` };
  });
  const others = dates.filter(({ date }) => !texts.includes(date));
  const blank = attribute(list, "blank") === "1" ? [""] : [];
  return { filterOn: "Values", values: [...texts, ...blank, ...others] };
}

function customFromFile(list: string, inner: string): Criteria {
  const [criterion1, criterion2] = [...inner.matchAll(/<customFilter\s[^>]*>/g)].map(([tag]) => {
    const operator = attribute(tag, "operator") ?? "equal";
    const sign = Object.entries(operatorsInFiles).find(([, word]) => word === operator)?.[0] ?? "=";
    return `${sign}${(attribute(tag, "val") ?? "").trim()}`;
  });
  if (criterion2 === undefined) return { filterOn: "Custom", criterion1 };
  return {
    filterOn: "Custom",
    criterion1,
    criterion2,
    operator: attribute(list, "and") === "1" ? "And" : "Or",
  };
}
