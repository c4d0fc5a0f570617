import { screenRow } from "../../core/portfolio/screen";
import { flagIn, lineOf, numberIn } from "../cells";
import { pureTable } from "../declare/declare";
import { cells, maybeNumber, numberTable, optional, type Reading } from "../declare/parameters";
import { inRowOrder } from "../declare/rows";
import { badInput, Problem } from "../problem";

/** Screening by minimums, row by row; a blank metric meets none. */
export const screen = pureTable(
  "SCREEN",
  {
    metrics: numberTable,
    minimum: cells,
    must: optional(cells),
    need: maybeNumber({ from: 0, whole: true }),
  },
  ["pass", "met", "firstFailed"],
  ({ metrics, minimum, must, need }) => {
    const width = metrics[0]?.length ?? 0;
    const minimums = (lineOf(minimum, "minimum", width) ?? []).map((cell) => {
      const value = numberIn(cell);
      if (value instanceof Problem) throw badInput("notANumber", { argument: "minimum" });
      return value;
    });
    const musts = (lineOf(must, "must", width) ?? []).map((cell) => flagIn(cell) === true);
    return inRowOrder(metrics.map(rowIn), 3, (readable) =>
      readable.map((row) => {
        const { pass, met, firstFailed } = screenRow(row, minimums, musts, need);
        return [pass, met, firstFailed ?? ""];
      }),
    );
  },
);

/** The numbers of a row, or the first problem in it. */
export function rowIn(row: readonly Reading<number>[]): (number | null)[] | Problem {
  const values: (number | null)[] = [];
  for (const cell of row) {
    if (cell instanceof Problem) return cell;
    values.push(cell);
  }
  return values;
}
