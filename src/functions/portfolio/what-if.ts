import { whatIfGrid } from "../../core/portfolio/what-if";
import { previousIn } from "../answers/tiers";
import { isLine, numberIn } from "../cells";
import { pure } from "../declare/declare";
import { anything, cells, choice, numbers, optional } from "../declare/parameters";
import { rowsOf, type Cell } from "../declare/rows";
import { badInput, isReadable, Problem } from "../problem";

/** The grid with the cuts down its left edge and the bands along its top. Rows with a text or an error are left out. */
export const whatIf = pure(
  "WHATIF",
  {
    values: numbers,
    amounts: numbers,
    cuts: cells,
    bands: optional(cells),
    out: choice("out", ["count", "amount", "moves"]),
    current: optional(anything),
  },
  ({ values, amounts, cuts, bands, out, current }) => {
    if (out === "moves" && current === null) throw badInput("movesNeedCurrent");
    const rows = rowsOf({ values, amounts, current: current?.map(previousIn) ?? null });
    const bad = rows.findIndex((row) => row instanceof Problem);
    if (bad >= 0) throw badInput("badRow", { row: bad + 1 });
    const readable = rows.filter(isReadable);
    const edges = { cuts: lineIn(cuts, "cuts"), bands: bands === null ? [0] : lineIn(bands, "bands") };
    if (edges.bands.some((band) => band < 0)) throw badInput("notFrom", { argument: "bands", from: 0 });
    const grid = whatIfGrid(
      readable.map((row) => ({ value: row.values, amount: row.amounts ?? 0, current: row.current })),
      edges.cuts,
      edges.bands,
      out,
    );
    const body = grid.map((cellsOfCut, index): Cell[] => [edges.cuts[index] ?? "", ...cellsOfCut]);
    return [["", ...edges.bands], ...body];
  },
);

/** Numbers side by side or below each other. */
export function lineIn(matrix: unknown[][], argument: string): number[] {
  if (!isLine(matrix)) throw badInput("notALine", { argument });
  return matrix.flat().map((cell) => {
    const value = numberIn(cell);
    if (typeof value !== "number") throw badInput("notANumber", { argument });
    return value;
  });
}
