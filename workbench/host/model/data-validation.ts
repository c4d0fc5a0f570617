/** Data validation of cells: rule, prompt, error alert; and which cells break the rule. */
import type { BookSheet, Rect, ValidationRecord } from "../../book/book";
import type { HostContext } from "../class-model";
import { formatAddress } from "./addresses";
import { rectsOf, sheetOfCells, type CellsTarget } from "./cells";
import { areasObject, defineModel } from "./host-object";
import { booleanValue } from "./cell-format";
import { invalidArgument, itemNotFound } from "./host-errors";
import { isRange } from "./resolve-address";
import { intersect, rectsOfMask } from "./rect-algebra";
import { isBag, type Bag } from "./rule-parts";
import { breaksRule } from "./validation-check";
import { assertAllowed } from "./write-guard";

const types: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
  custom: "Custom",
};

const emptyPrompt = { title: "", message: "", showPrompt: true };
const emptyAlert = { title: "", message: "", showAlert: true, style: "Stop" };

const blank = (): ValidationRecord => ({ rule: {}, ignoreBlanks: true, prompt: null, errorAlert: null });

const recordsOf = (target: CellsTarget) => rectsOf(target).map((area) => target.sheet.validation(area));

/** The record all areas share. */
function shared(target: CellsTarget): ValidationRecord | null {
  const records = recordsOf(target);
  const same = records.every((record) => JSON.stringify(record) === JSON.stringify(records[0]));
  return same ? (records[0] ?? null) : null;
}

function update(target: CellsTarget, change: Partial<ValidationRecord>, context: HostContext): void {
  assertAllowed(target.sheet, context);
  for (const area of rectsOf(target)) {
    const now = target.sheet.validation(area) ?? blank();
    target.sheet.setValidation(area, { ...now, ...change });
  }
}

/** A list's source and bounds may be ranges, which become references. */
function plain(value: unknown): unknown {
  if (isRange(value)) return `=${formatAddress(value.target.sheet.name, value.target.rect, true)}`;
  return value;
}

/** One kind of rule; clearing is the empty object. */
function checkedRule(value: unknown): Bag {
  if (!isBag(value)) throw invalidArgument();
  const given = Object.entries(value).filter(([, rule]) => rule !== null && rule !== undefined);
  if (given.length === 0) return {};
  const [[kind, rule]] = given as [[string, unknown]];
  if (given.length > 1 || !types[kind] || !isBag(rule)) throw invalidArgument();
  const result = Object.fromEntries(
    Object.entries(rule)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => [key, plain(each)]),
  );
  const needed = kind === "list" ? ["source"] : kind === "custom" ? ["formula"] : ["formula1", "operator"];
  if (needed.some((key) => result[key] === undefined)) throw invalidArgument();
  // Excel takes 255 characters of a list written as text.
  const { source } = result;
  if (typeof source === "string" && !source.startsWith("=") && source.length > 255) throw invalidArgument();
  if (kind === "list") result.inCellDropDown ??= true;
  return { [kind]: result };
}

const typeOf = (record: ValidationRecord | null) => types[Object.keys(record?.rule ?? {})[0] ?? ""] ?? "None";

function type(target: CellsTarget): string {
  const names = new Set(recordsOf(target).map(typeOf));
  return names.size > 1 ? "MixedCriteria" : [...names][0]!;
}

function text(value: unknown, defaults: Bag): Bag {
  if (!isBag(value)) throw invalidArgument();
  return { ...defaults, ...Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) };
}

/** Cells in use that break their rule, joined into rectangles. */
function invalidCells(sheet: BookSheet, area: Rect): Rect[] {
  const used = sheet.usedRect(true);
  const looked = used && intersect(used, area);
  const record = sheet.validation(area);
  if (!looked || !record) return [];
  const breaks = breaksRule(sheet, record);
  return rectsOfMask(
    sheet.content(looked).map((line) => line.map((content) => breaks(content))),
    looked,
  );
}

const invalidAreas = (target: CellsTarget) =>
  rectsOf(target).flatMap((area) => invalidCells(target.sheet, area));

defineModel<CellsTarget>({
  className: "DataValidation",
  sheetOf: sheetOfCells,
  read: {
    Type: type,
    Rule: (target) => shared(target)?.rule ?? {},
    IgnoreBlanks: (target) => shared(target)?.ignoreBlanks ?? true,
    Prompt: (target) => shared(target)?.prompt ?? emptyPrompt,
    ErrorAlert: (target) => shared(target)?.errorAlert ?? emptyAlert,
    Valid: (target) => invalidAreas(target).length === 0,
  },
  write: {
    Rule: (target, value, context) => {
      const rule = checkedRule(value);
      if (Object.keys(rule).length > 0) return update(target, { rule }, context);
      assertAllowed(target.sheet, context);
      for (const area of rectsOf(target)) target.sheet.setValidation(area, null);
    },
    IgnoreBlanks: (target, value, context) => update(target, { ignoreBlanks: booleanValue(value) }, context),
    Prompt: (target, value, context) =>
      update(target, { prompt: text(value, emptyPrompt) as ValidationRecord["prompt"] }, context),
    ErrorAlert: (target, value, context) =>
      update(target, { errorAlert: text(value, emptyAlert) as ValidationRecord["errorAlert"] }, context),
  },
  call: {
    Clear: (target, _args, context) => {
      assertAllowed(target.sheet, context);
      for (const area of rectsOf(target)) target.sheet.setValidation(area, null);
    },
    GetInvalidCells: (target) => {
      const rects = invalidAreas(target);
      if (rects.length === 0) throw itemNotFound();
      return areasObject(target.sheet, rects);
    },
    GetInvalidCellsOrNullObject: (target) => {
      const rects = invalidAreas(target);
      return rects.length > 0 ? areasObject(target.sheet, rects) : null;
    },
  },
  differs: { Valid: "Rules with formulas other than constants and lists of cells count as kept." },
});
