import { scoreRows, type ScoredColumn } from "../../core/scoring/score-rows";
import { isBlank, lineOf, numberIn } from "../cells";
import { choiceOf } from "../choices";
import { pure } from "../declare/declare";
import { cells, choice, optional } from "../declare/parameters";
import { inRowOrder } from "../declare/rows";
import { badInput, notAvailable, Problem } from "../problem";

/** A row with a text gets its own error and takes no part; wrong shapes throw a problem for the call. */
export const scores = pure(
  "SCORES",
  {
    metrics: cells,
    weights: cells,
    directions: optional(cells),
    scale: choice("scale", ["target", "minmax", "percentile"]),
    bounds: optional(cells),
    missing: choice("missing", ["renorm", "zero", "na"]),
  },
  ({ metrics, weights, directions, scale, bounds, missing }) => {
    const width = metrics[0]?.length ?? 0;
    if (width === 0 || metrics.some((row) => row.length !== width))
      throw badInput("noCells", { argument: "metrics" });
    const columns = columnsOf({ weights, directions, bounds }, width, scale === "target");
    const tooLittle = notAvailable(missing === "na" ? "metricMissing" : "tooLittleForScore");
    return inRowOrder(metrics.map(readRow), 1, (readable) =>
      scoreRows(readable, columns, scale, missing).map((score) => (score === null ? tooLittle : [score])),
    );
  },
);

/** The numbers of a row, or the first problem in it. An #N/A cell is a way to say "missing". */
function readRow(row: readonly unknown[]): (number | null)[] | Problem {
  const numbers: (number | null)[] = [];
  for (const cell of row) {
    const value = isNotAvailable(cell) ? null : numberIn(cell);
    if (value instanceof Problem) return value;
    numbers.push(value);
  }
  return numbers;
}

interface ColumnArguments {
  readonly weights: unknown[][];
  readonly directions: unknown[][] | null;
  readonly bounds: unknown[][] | null;
}

function columnsOf({ weights, directions, bounds }: ColumnArguments, width: number, needsBounds: boolean) {
  const weightCells = lineOf(weights, "weights", width);
  if (weightCells === null) throw badInput("notThatMany", { argument: "weights", count: width });
  const directionCells = lineOf(directions, "directions", width);
  const boundCells = needsBounds ? boundsOf(bounds, width) : null;
  const columns = weightCells.map((weight, index): ScoredColumn => ({
    weight: weightIn(weight),
    lessIsBetter: isLess(directionCells?.[index]),
    bounds: boundCells?.[index] ?? null,
  }));
  if (columns.every(({ weight }) => weight === 0)) throw badInput("noWeight");
  return columns;
}

/** A blank weight switches its column off, as 0 does; hosts cannot tell the two apart. */
export function weightIn(cell: unknown): number {
  const weight = numberIn(cell) ?? 0;
  if (weight instanceof Problem) throw badInput("notANumber", { argument: "weights" });
  if (weight < 0) throw badInput("negativeWeight");
  return weight;
}

/** 1 or "more" (also blank): more is better; −1 or "less": less is better. */
function isLess(cell: unknown): boolean {
  if (isBlank(cell) || cell === 0 || cell === 1) return false;
  if (cell === -1) return true;
  return choiceOf(cell, "direction", ["more", "less"]) === "less";
}

function boundsOf(rows: unknown[][] | null, width: number): { low: number; high: number }[] {
  if (rows === null) throw badInput("needsBounds");
  if (rows.length !== 2 || rows.some((row) => row.length !== width))
    throw badInput("boundsShape", { count: width });
  return Array.from({ length: width }, (_, index) => {
    const low = numberIn(rows[0]?.[index]);
    const high = numberIn(rows[1]?.[index]);
    if (low instanceof Problem || high instanceof Problem || low === null || high === null) {
      throw badInput("notANumber", { argument: "bounds" });
    }
    if (low === high) throw badInput("equalBounds", { column: index + 1 });
    return { low, high };
  });
}

function isNotAvailable(cell: unknown): boolean {
  return typeof cell === "object" && cell !== null && "code" in cell && cell.code === "#N/A";
}
