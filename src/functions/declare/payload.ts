import { badInput } from "../problem";
import type { Cell } from "./rows";

/** What Excel carries between a cell and a function; beyond it the cell stays busy for ever without a word. */
const mostBytes = 5_000_000;

/** The answer, unless it is too large for Excel to take: a sentence is better than a cell that never ends. */
export function limited(answer: Cell[][]): Cell[][] {
  let bytes = 0;
  for (const row of answer) {
    for (const cell of row) bytes += typeof cell === "string" ? 3 + 2 * cell.length : 10;
    if (bytes > mostBytes) throw badInput("tooLarge");
  }
  return answer;
}
