import { paretoColumns } from "../../core/portfolio/pareto";
import { answerRows, labelsOf, numbersOf, rowProblems } from "../declare/columns";
import { pureTable } from "../declare/declare";
import { labels, number, numbers, optional } from "../declare/parameters";
import { badInput, notAvailable } from "../problem";

const columns = ["rank", "value", "share", "cumulative", "class"];

/** Rows in the order of the input; a blank value has no place in the ranking. */
export const pareto = pureTable(
  "PARETO",
  {
    values: numbers,
    ids: optional(labels),
    cutA: number(0.8, { from: 0, to: 1 }),
    cutB: number(0.95, { from: 0, to: 1 }),
  },
  columns,
  ({ values, ids, cutA, cutB }) => {
    if (cutA > cutB) throw badInput("cutsReversed", { first: "cutA", second: "cutB" });
    const problems = rowProblems({ values, ids });
    values.forEach((value, row) => {
      if (value === null && !problems.has(row)) problems.set(row, notAvailable("missingInRow"));
    });
    const amounts = numbersOf(values, problems);
    const names = ids === null ? null : labelsOf(ids, problems);
    const { ranks, shares, cumulative, classes } = paretoColumns(amounts, names, cutA, cutB);
    return answerRows(values.length, columns.length, problems, (readable, row) => [
      ranks[readable] ?? 0,
      // As it was handed over: the same number once more would be an object more.
      values[row] as number,
      shares[readable] ?? 0,
      cumulative[readable] ?? 0,
      classes[readable] ?? "C",
    ]);
  },
);
