/** Calls of functions with the arguments of their examples, and what may come out of any call. */
import { exampleArguments } from "../../scripts/functions-example";
import { functionExamples } from "../../scripts/functions-examples";
import type { DeclaredFunction } from "../../src/functions/declare/declare";
import { library } from "../../src/functions/library";
import { shown } from "./custom-functions-global";
import "../../src/functions/index";

export const pure = library.filter(({ kind }) => kind === "pure");
export const withRanges = pure.filter(({ parameters }) => parameters.some(({ range }) => range));

/** For `it.each`. */
export const byName = (functions: readonly DeclaredFunction[]): [string, DeclaredFunction][] =>
  functions.map((declared) => [declared.id, declared]);

export function argumentsOf(declared: DeclaredFunction): unknown[] {
  const example = functionExamples[declared.id];
  if (!example) throw new Error(`${declared.id} has no example`);
  // Long columns of the sample are cut: what is asked here does not depend on their length.
  return exampleArguments(declared, example, "en").map((argument) =>
    Array.isArray(argument) ? argument.slice(0, 60) : argument,
  );
}

/** What Excel would show; anything thrown but an error of Excel fails the test. */
export function answer({ run }: DeclaredFunction, args: readonly unknown[]): unknown {
  try {
    return shown(run(...args));
  } catch (thrown) {
    const error = shown(thrown);
    if (typeof error !== "string") throw thrown;
    return error;
  }
}

export function cellsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flat(2) : [value];
}

/** No gaps, no infinities, no sentence that is only its key, and nothing the add-in could not compute. */
export function expectSound(value: unknown): void {
  for (const cell of cellsOf(value)) {
    expect(["number", "string", "boolean"]).toContain(typeof cell);
    if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
    if (typeof cell === "string" && cell.startsWith("#")) {
      expect(cell).toMatch(/^#(VALUE!|N\/A): \S+ /);
      expect(cell).not.toContain("could not compute");
    }
  }
}

/** The arguments with the cell in the middle of a range replaced. */
export function withCell(
  args: readonly unknown[],
  index: number,
  cell: (old: unknown) => unknown,
): unknown[] {
  return args.map((argument, place) => {
    if (place !== index || !Array.isArray(argument)) return argument;
    const row = Math.floor(argument.length / 2);
    return argument.map((cells: unknown[], at: number) =>
      at === row ? cells.map((old, column) => (column === 0 ? cell(old) : old)) : cells,
    );
  });
}

export const rangesOf = (args: readonly unknown[]): number[] =>
  args.map((argument, index) => (Array.isArray(argument) ? index : -1)).filter((index) => index >= 0);
