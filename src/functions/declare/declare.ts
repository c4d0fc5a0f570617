/**
 * A custom function declared as data: its id, its parameters in order, and its answer. Excel's metadata, the help page
 * and the catalogue are made from the same declaration that reads the arguments, so they cannot disagree.
 */
import type { Answer, CardAnswer } from "../live-calls";
import { callsOfThisRuntime } from "../live-calls";
import { answered, tableText } from "../problem";
import { limited } from "./payload";
import { flag, type Parameter } from "./parameters";
import type { Cell } from "./rows";

interface DeclaredParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly range: boolean;
}

export interface DeclaredFunction {
  readonly id: string;
  /** Live ones stream the card's figures, pure ones depend on their arguments alone, card ones answer once. */
  readonly kind: "live" | "pure" | "card";
  readonly parameters: readonly DeclaredParameter[];
  /** One cell, or cells that spill. */
  readonly spills: boolean;
  /** What Excel calls. */
  readonly run: (...args: readonly unknown[]) => unknown;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What the parameters read, by name. */
export type Given<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer Value> ? Value : never;
};

/** A pure function that answers a column or a block of cells without headers. */
export function pure<P extends Parameters>(
  id: string,
  parameters: P,
  answer: (given: Given<P>) => Cell[][],
): DeclaredFunction {
  const run = (...args: readonly unknown[]): unknown =>
    answered(() => limited(answer(given(parameters, args))));
  return { id, kind: "pure", parameters: described(parameters), spills: true, run };
}

/** A pure function that answers one cell. */
export function pureCell<P extends Parameters>(
  id: string,
  parameters: P,
  answer: (given: Given<P>) => Cell,
): DeclaredFunction {
  const run = (...args: readonly unknown[]): unknown => answered(() => answer(given(parameters, args)));
  return { id, kind: "pure", parameters: described(parameters), spills: false, run };
}

/**
 * A pure function that answers a table; `columns` are keys of the texts. Its last argument is `headers` (FN9): TRUE for
 * tables, FALSE for a single row of figures, which people point other formulas at.
 */
export function pureTable<P extends Parameters>(
  id: string,
  parameters: P,
  columns: readonly string[],
  answer: (given: Given<P>) => Cell[][],
  headersByDefault = true,
): DeclaredFunction {
  const all = { ...parameters, headers: flag(headersByDefault) };
  return pure(id, all, (values) => {
    const rows = answer(values as Given<P>);
    return values.headers ? [headerRow(columns), ...rows] : rows;
  });
}

/** A single row of figures with names. */
export function pureRow<P extends Parameters>(
  id: string,
  parameters: P,
  columns: readonly string[],
  answer: (given: Given<P>) => Cell[],
): DeclaredFunction {
  return pureTable(id, parameters, columns, (values) => [answer(values)], false);
}

/** A live function of one account; `optional` names its arguments after the account, one cell each. */
export function live<Result>(
  id: string,
  optional: readonly string[],
  spills: boolean,
  answer: (...args: readonly unknown[]) => Answer<Result>,
): DeclaredFunction {
  const run = (account: unknown, ...rest: readonly unknown[]): void => {
    const invocation = rest[optional.length] as CustomFunctions.StreamingInvocation<Result>;
    callsOfThisRuntime().start(id, account, invocation, answer(...rest.slice(0, optional.length)));
  };
  return { id, kind: "live", parameters: cellsNamed(["account", ...optional]), spills, run };
}

/** A live function of the whole card. */
export function liveCard<Result>(
  id: string,
  optional: readonly string[],
  answer: (...args: readonly unknown[]) => CardAnswer<Result>,
): DeclaredFunction {
  const run = (...args: readonly unknown[]): void => {
    const invocation = args[optional.length] as CustomFunctions.StreamingInvocation<Result>;
    callsOfThisRuntime().startForCard(invocation, answer(...args.slice(0, optional.length)));
  };
  return { id, kind: "live", parameters: cellsNamed(optional), spills: true, run };
}

/** Column names in the user's language. */
export function headerRow(columns: readonly string[]): string[] {
  return columns.map((column) => tableText(column));
}

function given<P extends Parameters>(parameters: P, args: readonly unknown[]): Given<P> {
  const read = Object.entries(parameters).map(([name, parameter], index) => [
    name,
    parameter.read(args[index], name),
  ]);
  return Object.fromEntries(read) as Given<P>;
}

function described(parameters: Parameters): DeclaredParameter[] {
  return Object.entries(parameters).map(([name, { optional, range }]) => ({ name, optional, range }));
}

const cellsNamed = (names: readonly string[]): DeclaredParameter[] =>
  names.map((name) => ({ name, optional: true, range: false }));
