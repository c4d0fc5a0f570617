import { noTable, type PaperCell } from "./paper";

/** So many operations meet each fault. */
const meetings = 2;

/**
 * The cells that are run each time: one of every operation, its neighbours' faults being others, and as many more as
 * it takes for every fault to be met. Always the same ones for the same paper.
 */
export function sampleOf(
  paper: readonly PaperCell[],
  operations: readonly string[],
  faults: readonly string[],
): readonly PaperCell[] {
  const known = steadyOf(paper.filter(({ end }) => end !== noTable && end !== "wrong"));
  const sample = new Set<PaperCell>();
  operations.forEach((operation, index) => {
    const own = known.filter((cell) => cell.operation === operation);
    const cell = own[index % Math.max(1, own.length)];
    if (cell) sample.add(cell);
  });
  for (const fault of faults) {
    const all = known.filter((cell) => cell.fault === fault);
    const more = all.filter((cell) => !sample.has(cell));
    for (const cell of more.slice(0, Math.max(0, meetings - (all.length - more.length)))) sample.add(cell);
  }
  return [...sample];
}

/**
 * Cells that end as those at the round trips beside theirs. Where two requests are on their way at once, it is chance
 * which of them is the eighth, so a cell at such a border may end either way.
 */
function steadyOf(cells: readonly PaperCell[]): readonly PaperCell[] {
  const keyOf = ({ operation, fault, trip }: PaperCell, by = 0) => `${operation}: ${fault}: ${trip + by}`;
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const alike = (cell: PaperCell, other: PaperCell | undefined) =>
    !other || (other.end === cell.end && other.said === cell.said);
  return cells.filter((cell) => [-1, 1].every((by) => alike(cell, byKey.get(keyOf(cell, by)))));
}
