import { scoreRows, type ScoredColumn } from "../../core/scoring/score-rows";
import { isBlank, lineOf, matrixOf, numberIn } from "../cells";
import { choiceOf } from "../choices";
import { badInput, cellError, isReadable, notAvailable, Problem } from "../problem";

export interface ScoresArguments {
  readonly metrics: unknown;
  readonly weights: unknown;
  readonly directions: unknown;
  readonly scale: unknown;
  readonly bounds: unknown;
  readonly missing: unknown;
}

/** SCORES: n×1. A row with a text gets its own error and takes no part; wrong shapes throw a problem for the call. */
export function scoresOf(given: ScoresArguments): (number | CustomFunctions.Error)[][] {
  const cells = matrixOf(given.metrics) ?? [];
  const width = cells[0]?.length ?? 0;
  if (width === 0 || cells.some((row) => row.length !== width)) throw badInput("noMetrics");
  const scale = choiceOf(given.scale, "scale", ["target", "minmax", "percentile"]);
  const missing = choiceOf(given.missing, "missing", ["renorm", "zero", "na"]);
  const columns = columnsOf(given, width, scale === "target");
  const rows = cells.map(readRow);
  const readable = rows.filter(isReadable);
  const scores = scoreRows(readable, columns, scale, missing);
  let next = 0;
  return rows.map((row) => {
    if (row instanceof Problem) return [cellError(row)];
    const score = scores[next++] ?? null;
    return [score ?? cellError(notAvailable(missing === "na" ? "metricMissing" : "tooLittleForScore"))];
  });
}

/** The numbers of a row, or the first problem in it. An #N/A cell is a way to say "missing". */
function readRow(cells: readonly unknown[]): (number | null)[] | Problem {
  const numbers: (number | null)[] = [];
  for (const cell of cells) {
    const value = isNotAvailable(cell) ? null : numberIn(cell);
    if (value instanceof Problem) return value;
    numbers.push(value);
  }
  return numbers;
}

function columnsOf({ weights, directions, bounds }: ScoresArguments, width: number, needsBounds: boolean) {
  const weightCells = lineOf(weights, "weights", width);
  if (weightCells === null) throw badInput("notThatMany", { argument: "weights", count: width });
  const directionCells = lineOf(directions, "directions", width);
  const boundCells = boundsOf(bounds, width, needsBounds);
  const columns = weightCells.map((weight, index): ScoredColumn => ({
    weight: weightIn(weight),
    lessIsBetter: isLess(directionCells?.[index]),
    bounds: boundCells?.[index] ?? null,
  }));
  if (columns.every(({ weight }) => weight === 0)) throw badInput("noWeight");
  return columns;
}

/** A blank weight switches its column off, as 0 does; hosts cannot tell the two apart. */
function weightIn(cell: unknown): number {
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

function boundsOf(bounds: unknown, width: number, needed: boolean): { low: number; high: number }[] | null {
  if (!needed) return null;
  const rows = matrixOf(bounds);
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
