import { bothEnds } from "../../core/portfolio/both-ends";
import { pureTable } from "../declare/declare";
import { labels, maybeNumber, numbers } from "../declare/parameters";
import { rowsOf, type Cell } from "../declare/rows";
import { cellError, notAvailable, Problem } from "../problem";

/** Rows that cannot be read follow the answer with their error, so that none is lost in silence. */
export const ends = pureTable(
  "ENDS",
  { ids: labels, value: numbers, risk: numbers, k: maybeNumber({ from: 1, whole: true }) },
  ["id", "end", "value", "risk"],
  ({ ids, value, risk, k }) => {
    const rows = rowsOf({
      id: ids,
      cells: value.map((each, row) => ({ value: each, risk: risk[row] ?? null })),
      risk: risk.map(() => null),
    });
    const candidates: { id: string; value: number | null; risk: number | null }[] = [];
    const bad: Cell[][] = [];
    for (const row of rows) {
      if (row instanceof Problem) throw row;
      const problem = [row.cells.value, row.cells.risk].find((cell) => cell instanceof Problem);
      if (row.id === null) continue;
      if (problem) bad.push([row.id, ...new Array<Cell>(3).fill(cellError(problem))]);
      else candidates.push({ id: row.id, value: known(row.cells.value), risk: known(row.cells.risk) });
    }
    if (candidates.length === 0 && bad.length === 0) throw notAvailable("noData");
    const answer = bothEnds(candidates, k).map((row): Cell[] => [
      row.id,
      row.end,
      row.value ?? "",
      row.risk ?? "",
    ]);
    if (answer.length + bad.length === 0) throw notAvailable("noEnds");
    return [...answer, ...bad];
  },
);

const known = (cell: number | null | Problem): number | null => (cell instanceof Problem ? null : cell);
