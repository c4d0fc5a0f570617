/** What an example is made of: its formula as a person types it and the arguments it hands over, from one description. */
import { dayFromIso } from "../src/core/calendar/days";
import type { CardModel } from "../src/core/figures";
import type { CreditRatings } from "../src/core/records";
import type { Language } from "../src/core/units";
import type { DeclaredFunction } from "../src/functions/declare/declare";
import { library } from "../src/functions/library";
import { registerLiveFigures } from "../src/functions/live-figures";
import type { TableId } from "../src/workbook/schema/schema";
import { errorOf } from "./functions-runtime";
import { sampleOf } from "./functions-sample";

export type Argument =
  | string
  | number
  | boolean
  | null
  | { readonly day: string }
  /** A column of days, `yyyy-mm-dd` or with ` hh:mm`; "" is blank. */
  | { readonly days: readonly string[] }
  | { readonly table: TableId; readonly column: string }
  | { readonly cells: readonly (readonly (string | number | boolean)[])[] };

export interface FunctionExample {
  readonly args: readonly Argument[];
  /** Columns of the result that hold dates, from 0. */
  readonly dates?: readonly number[];
  /** Typed into Accounts first, for the account of the first argument: the sample has no ratings. */
  readonly creditRatings?: CreditRatings;
}

/** `=KAM.RFM(Purchases[Account ID],…)` */
export function exampleFormula(id: string, { args }: FunctionExample, language: Language): string {
  return `=KAM.${id}(${args.map((argument) => typed(argument, language)).join(",")})`;
}

function typed(argument: Argument, language: Language): string {
  if (argument === null) return "";
  if (typeof argument !== "object") return literal(argument);
  if ("day" in argument) return `DATE(${argument.day.split("-").map(Number).join(",")})`;
  if ("days" in argument) return `{${argument.days.map((day) => momentOf(day) ?? '""').join(";")}}`;
  if ("table" in argument) return sampleOf(language).reference(argument.table, argument.column);
  return `{${argument.cells.map((row) => row.map(literal).join(",")).join(";")}}`;
}

/** The serial of a day, with the time of day where one is given; null for a blank. */
export function momentOf(text: string): number | null {
  const [day = "", time = ""] = text.split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const serial = dayFromIso(day);
  return serial === null ? null : serial + (hours + minutes / 60) / 24;
}

function literal(value: string | number | boolean): string {
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
}

/** The arguments as Excel hands them over; what is left out is null. */
export function exampleArguments(
  { parameters }: DeclaredFunction,
  { args }: FunctionExample,
  language: Language,
): unknown[] {
  return parameters.map((_, index) => handedOver(args[index] ?? null, language));
}

function handedOver(argument: Argument, language: Language): unknown {
  if (argument === null || typeof argument !== "object") return argument;
  if ("day" in argument) return momentOf(argument.day);
  if ("days" in argument) return argument.days.map((day) => [momentOf(day) ?? ""]);
  if ("table" in argument)
    return sampleOf(language)
      .column(argument.table, argument.column)
      .map((cell) => [cell]);
  return argument.cells;
}

/** What the cells show: computed by the function itself, in a workbook of this language with the sample. */
export function exampleResult(id: string, example: FunctionExample, language: Language): unknown[][] {
  const declared = library.find((each) => each.id === id);
  if (!declared) throw new Error(`no function ${id}`);
  const withdraw = registerLiveFigures({
    state: "ready",
    model: () => modelFor(example, language),
    language: () => language,
    date1904: () => false,
    subscribe: () => () => undefined,
    accountOfRow: () => Promise.resolve({ kind: "outside" }),
    onRowsMoved: () => () => undefined,
    bareCells: () => Promise.resolve([]),
    onBareCells: () => () => undefined,
  });
  try {
    const value = answerOf(declared, exampleArguments(declared, example, language));
    return Array.isArray(value) ? value : [[value]];
  } finally {
    withdraw();
  }
}

function modelFor({ args: [account], creditRatings }: FunctionExample, language: Language): CardModel {
  const sample = sampleOf(language);
  return creditRatings ? sample.modelWithRatings(String(account), creditRatings) : sample.model;
}

function answerOf({ run, kind }: DeclaredFunction, args: readonly unknown[]): unknown {
  if (kind !== "live") return run(...args);
  let told: unknown;
  run(...args, { setResult: (value: unknown) => (told = value) });
  return told;
}

/** Cells as a page prints them: four decimals, dates as yyyy-mm-dd, errors with their sentence. */
export function printed(value: unknown, isDate: boolean, asDate: (day: number) => string): string {
  const error = errorOf(value);
  if (error) return `${error.code} ${error.message}`;
  if (typeof value === "number") return isDate ? asDate(value) : String(Math.round(value * 1e4) / 1e4);
  if (typeof value === "boolean") return String(value).toUpperCase();
  return String(value ?? "");
}
