import { median } from "../../core/statistics/order-statistics";
import { classifyValues, profitSegments } from "../../core/portfolio/segment";
import { isErrorValue, lineOf, numberIn } from "../cells";
import { pure } from "../declare/declare";
import { cells, choice, maybeNumber, number, numbers, optional, type Reading } from "../declare/parameters";
import { eachRow, inRowOrder, rowsOf } from "../declare/rows";
import type { Problem } from "../problem";
import { badInput, isReadable, notAvailable } from "../problem";

/** CORE, KEEP or EXIT per account with a figure. */
export const segment = pure(
  "SEGMENT",
  {
    profit: numbers,
    top: number(0.2, { from: 0, to: 1 }),
    bottom: number(0.2, { from: 0, to: 1 }),
    rule: choice("rule", ["count", "loss"]),
  },
  ({ profit, top, bottom, rule }) =>
    inRowOrder(profit.map(needed), 1, (readable) =>
      profitSegments(readable, top, bottom, rule).map((code) => [code]),
    ),
);

/** HIGH, MEDIUM or LOW per value, by thirds or by two cuts. */
export const classify = pure("CLASSIFY", { values: numbers, cuts: optional(cells) }, ({ values, cuts }) => {
  const bounds = cuts === null ? null : cutsIn(cuts);
  return inRowOrder(values.map(needed), 1, (readable) =>
    classifyValues(readable, bounds).map((level) => [level]),
  );
});

/** The quadrant of two figures: HH, HL, LH, LL (x first), or the caller's words. */
export const matrix = pure(
  "MATRIX",
  {
    x: numbers,
    y: numbers,
    cutX: maybeNumber(),
    cutY: maybeNumber(),
    labels: optional(cells),
  },
  ({ x, y, cutX, cutY, labels }) => {
    const words = quadrantWords(labels);
    const [middleX, middleY] = [cutX ?? medianOf(x), cutY ?? medianOf(y)];
    return eachRow(rowsOf({ x, y }), (row) => {
      if (row.x === null || row.y === null) return notAvailable("missingInRow");
      return words[row.y >= middleY ? "high" : "low"][row.x >= middleX ? 1 : 0];
    });
  },
);

function needed(value: Reading<number>): number | Problem {
  return value ?? notAvailable("missingInRow");
}

function medianOf(values: readonly Reading<number>[]): number {
  return median(values.filter(isReadable).filter((value) => value !== null)) ?? 0;
}

function cutsIn(matrix: unknown[][]): [number, number] {
  const [low, high] = (lineOf(matrix, "cuts", 2) ?? []).map(numberIn);
  if (typeof low !== "number" || typeof high !== "number") throw badInput("notANumber", { argument: "cuts" });
  return [low, high];
}

type Quadrants = { readonly high: readonly [string, string]; readonly low: readonly [string, string] };

/** As a picture of the quadrants: the upper row is high y, the right column high x. */
function quadrantWords(labels: unknown[][] | null): Quadrants {
  if (labels === null) return { high: ["LH", "HH"], low: ["LL", "HL"] };
  if (labels.length !== 2 || labels.some((row) => row.length !== 2)) throw badInput("labelsShape");
  if (labels.flat().some(isErrorValue)) throw badInput("errorInArgument", { argument: "labels" });
  const word = (row: number, column: number): string => String(labels[row]?.[column] ?? "");
  return { high: [word(0, 0), word(0, 1)], low: [word(1, 0), word(1, 1)] };
}
