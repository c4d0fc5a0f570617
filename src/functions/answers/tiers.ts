import { defaultCuts, tierCodes, tierOfRows, type TierCode, type TierRow } from "../../core/tier/tier-codes";
import { columnOf, isBlank, isErrorValue, numberIn, optionalNumber } from "../cells";
import { choiceOf, wordIn } from "../choices";
import { badInput, cellError, isReadable, Problem } from "../problem";

export interface TiersArguments {
  readonly values: unknown;
  readonly watch: unknown;
  readonly cut: unknown;
  readonly mode: unknown;
  readonly previous: unknown;
  readonly band: unknown;
}

/** TIERS: n×1 codes. A row with a text where a number belongs gets its own error and takes no part in the ranks. */
export function tiersOf(given: TiersArguments): (string | CustomFunctions.Error)[][] {
  const values = columnOf(given.values, "values");
  if (values === null) throw badInput("noValues");
  const watch = columnLike(values, given.watch, "watch");
  const previous = columnLike(values, given.previous, "previous");
  const mode = choiceOf(given.mode, "mode", ["score", "share", "rank"]);
  const cut = optionalNumber(given.cut, "cut", defaultCuts[mode]);
  const band = optionalNumber(given.band, "band", 0);
  if (band < 0) throw badInput("negativeBand");
  const rows = values.map((value, index) => readRow(value, watch?.[index], previous?.[index]));
  const readable = rows.filter(isReadable);
  const codes = tierOfRows(readable, mode, cut, band);
  let next = 0;
  return rows.map((row) => [row instanceof Problem ? cellError(row) : (codes[next++] ?? "GENERAL")]);
}

function columnLike(values: readonly unknown[], argument: unknown, name: string): unknown[] | null {
  const column = columnOf(argument, name);
  if (column === null || column.length === values.length) return column;
  throw badInput("notThatMany", { argument: name, count: values.length });
}

function readRow(value: unknown, watch: unknown, previous: unknown): TierRow | Problem {
  const number = numberIn(value);
  if (number instanceof Problem) return number;
  if (isErrorValue(watch)) return badInput("errorInRow");
  const tier = previousIn(previous);
  if (tier instanceof Problem) return tier;
  return { value: number, watched: !isBlank(watch) && watch !== false && watch !== 0, previous: tier };
}

/** A code, or the word for it in any language of the card; a blank that arrives as 0 is a blank, too. */
function previousIn(cell: unknown): TierCode | null | Problem {
  if (isBlank(cell) || cell === 0) return null;
  if (isErrorValue(cell)) return badInput("errorInRow");
  return wordIn(String(cell), "tier", tierCodes) ?? badInput("unknownTier", { text: String(cell) });
}
