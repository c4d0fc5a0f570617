/** Whether a cell breaks its validation rule. Bounds that are calculations can't be checked and count as kept. */
import type { BookSheet, CellContent, ValidationRecord } from "../../book/book";
import { parseRect, splitSheet } from "./addresses";
import { isBag, type Bag } from "./rule-parts";
import { wireValue } from "./wire-values";

type Compare = (value: number, from: number, to: number) => boolean;

const operators: Readonly<Record<string, Compare>> = {
  Between: (value, from, to) => value >= from && value <= to,
  NotBetween: (value, from, to) => value < from || value > to,
  EqualTo: (value, from) => value === from,
  NotEqualTo: (value, from) => value !== from,
  GreaterThan: (value, from) => value > from,
  LessThan: (value, from) => value < from,
  GreaterThanOrEqualTo: (value, from) => value >= from,
  LessThanOrEqualTo: (value, from) => value <= from,
};

/** Numbers as such or as text, dates as ISO text; NaN for anything else. */
function bound(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return NaN;
  if (/^\d{4}-\d{2}-\d{2}/.test(value))
    return Date.parse(`${value.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
  const text = value.replace(/^=/, "").trim();
  return text === "" ? NaN : Number(text);
}

function listItems(sheet: BookSheet, source: unknown): Set<string> | null {
  if (typeof source !== "string") return null;
  if (!source.startsWith("=")) return new Set(source.split(",").map((item) => item.trim().toLowerCase()));
  const { sheetName, rest } = splitSheet(source);
  const area = parseRect(rest);
  if (!area || (sheetName !== null && sheetName !== sheet.name)) return null;
  return new Set(
    sheet
      .content(area)
      .flat()
      .map((content) => String(wireValue(content)).toLowerCase()),
  );
}

function listCheck(sheet: BookSheet, rule: Bag): (content: CellContent) => boolean {
  const items = listItems(sheet, rule.source);
  return (content) => items !== null && !items.has(String(wireValue(content)).toLowerCase());
}

function numberCheck(kind: string, rule: Bag): (content: CellContent) => boolean {
  const compare = operators[String(rule.operator)];
  const [from, to] = [bound(rule.formula1), bound(rule.formula2)];
  const unknown =
    !compare || Number.isNaN(from) || (/Between/.test(String(rule.operator)) && Number.isNaN(to));
  return (content) => {
    const value = kind === "textLength" ? String(wireValue(content)).length : content;
    if (typeof value !== "number" || (kind === "wholeNumber" && !Number.isInteger(value))) return true;
    return !unknown && !compare(value, from, to);
  };
}

export function breaksRule(sheet: BookSheet, record: ValidationRecord): (content: CellContent) => boolean {
  const [kind, rule] = Object.entries(record.rule)[0] ?? ["custom", {}];
  if (kind === "custom" || !isBag(rule)) return () => false;
  const check = kind === "list" ? listCheck(sheet, rule) : numberCheck(kind, rule);
  return (content) => (content === null ? !record.ignoreBlanks : check(content));
}
