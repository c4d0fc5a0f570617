/** Workbook.functions: those an add-in asks for facts of the workbook and sums. Others fail by name. */
import type { Book, CellContent } from "../../book/book";
import { defineModel, hostObject } from "./host-object";
import { isRange } from "./resolve-address";
import { isBag } from "./rule-parts";
import { dateParts, serialOf, serialOfNow } from "./serial-dates";

interface FunctionResult {
  readonly value: string | number | boolean | null;
  readonly error: string | null;
}

class FormulaError extends Error {}

/** Ranges become their cells, lists their members; numbers in ranges count, text and booleans there do not. */
function flatten(args: readonly unknown[], inRange = false): { content: CellContent; inRange: boolean }[] {
  return args.flatMap((arg) => {
    if (isRange(arg)) return flatten(arg.target.sheet.content(arg.target.rect).flat(), true);
    if (Array.isArray(arg)) return flatten(arg, inRange);
    if (isBag(arg) && "target" in arg) return flatten([resultOf(arg.target)], inRange);
    return [{ content: (arg ?? null) as CellContent, inRange }];
  });
}

const resultOf = (target: unknown): unknown => (isBag(target) && "value" in target ? target.value : target);

function numbers(args: readonly unknown[]): number[] {
  return flatten(args).flatMap(({ content, inRange }) => {
    if (content !== null && typeof content === "object") throw new FormulaError(content.error);
    if (typeof content === "number") return content;
    if (inRange || content === null) return [];
    if (typeof content === "boolean") return Number(content);
    if (content.trim() === "" || !Number.isFinite(Number(content))) throw new FormulaError("#VALUE!");
    return Number(content);
  });
}

function one(arg: unknown): number {
  const [number = 0] = numbers([arg]);
  return number;
}

const text = (arg: unknown): string => {
  const content = flatten([arg])[0]?.content ?? "";
  return typeof content === "object" ? content.error : String(content);
};

/** Half goes away from zero. */
function round(number: number, digits: number): number {
  const factor = 10 ** digits;
  return (Math.sign(number) * Math.round(Math.abs(number) * factor + 1e-9)) / factor;
}

type Compute = (args: unknown[], date1904: boolean) => FunctionResult["value"];

const average = (list: number[]): number => {
  if (list.length === 0) throw new FormulaError("#DIV/0!");
  return list.reduce((a, b) => a + b, 0) / list.length;
};

const functions: Readonly<Record<string, Compute>> = {
  Date: ([year, month, day], date1904) => serialOf(one(year), one(month), one(day), date1904),
  Today: (_args, date1904) => Math.floor(serialOfNow(date1904)),
  Now: (_args, date1904) => serialOfNow(date1904),
  Year: ([serial], date1904) => dateParts(one(serial), date1904).year,
  Month: ([serial], date1904) => dateParts(one(serial), date1904).month,
  Day: ([serial], date1904) => dateParts(one(serial), date1904).day,
  Sum: (args) => numbers(args).reduce((a, b) => a + b, 0),
  Average: (args) => average(numbers(args)),
  Min: (args) => Math.min(...[numbers(args)].flatMap((list) => (list.length > 0 ? list : [0]))),
  Max: (args) => Math.max(...[numbers(args)].flatMap((list) => (list.length > 0 ? list : [0]))),
  Count: (args) => flatten(args).filter(({ content }) => typeof content === "number").length,
  CountA: (args) => flatten(args).filter(({ content }) => content !== null).length,
  Round: ([number, digits]) => round(one(number), one(digits)),
  Abs: ([number]) => Math.abs(one(number)),
  Int: ([number]) => Math.floor(one(number)),
  Len: ([value]) => text(value).length,
  Upper: ([value]) => text(value).toUpperCase(),
  Lower: ([value]) => text(value).toLowerCase(),
  Trim: ([value]) => text(value).trim().replace(/ +/g, " "),
};

function compute(name: string, args: unknown[], book: Book): FunctionResult {
  try {
    return { value: functions[name]!(args, book.date1904), error: null };
  } catch (error) {
    if (error instanceof FormulaError) return { value: null, error: error.message };
    throw error;
  }
}

defineModel<Book>({
  className: "Functions",
  sheetOf: () => null,
  call: Object.fromEntries(
    Object.keys(functions).map((name) => [
      name,
      async (book: Book, args: unknown[]) => {
        await book.settled();
        return hostObject("FunctionResult", compute(name, args, book));
      },
    ]),
  ),
});

defineModel<FunctionResult>({
  className: "FunctionResult",
  sheetOf: () => null,
  read: { Value: ({ value }) => value, Error: ({ error }) => error },
});
