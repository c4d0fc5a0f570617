import { paretoRows } from "../../core/portfolio/pareto";
import { pureTable } from "../declare/declare";
import { labels, number, numbers, optional } from "../declare/parameters";
import { inRowOrder, rowsOf } from "../declare/rows";
import { badInput, notAvailable, Problem } from "../problem";

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
    const rows = rowsOf({ value: values, ids }).map((row) =>
      row instanceof Problem || row.value !== null ? row : notAvailable("missingInRow"),
    );
    return inRowOrder(rows, columns.length, (readable) => {
      const ranked = paretoRows(
        readable.map(({ value }) => value ?? 0),
        ids === null ? null : readable.map((row) => row.ids ?? ""),
        cutA,
        cutB,
      );
      return ranked.map((row) => [row.rank, row.value, row.share, row.cumulative, row.class]);
    });
  },
);
