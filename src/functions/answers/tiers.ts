import { defaultCuts, tierCodes, tierOfRows, type TierCode } from "../../core/tier/tier-codes";
import { isBlank, isErrorValue } from "../cells";
import { wordIn } from "../choices";
import { pure } from "../declare/declare";
import { anything, choice, flags, maybeNumber, number, numbers, optional } from "../declare/parameters";
import { inRowOrder, rowsOf } from "../declare/rows";
import { badInput, type Problem } from "../problem";

/** A row with a text where a number belongs gets its own error and takes no part in the ranks. */
export const tiers = pure(
  "TIERS",
  {
    values: numbers,
    watch: optional(flags),
    cut: maybeNumber(),
    mode: choice("mode", ["score", "share", "rank"]),
    previous: optional(anything),
    band: number(0, { from: 0 }),
  },
  ({ values, watch, cut, mode, previous, band }) => {
    const rows = rowsOf({ value: values, watch, previous: previous?.map(previousIn) ?? null });
    return inRowOrder(rows, 1, (readable) => {
      const tierRows = readable.map((row) => ({ ...row, watched: row.watch ?? false }));
      return tierOfRows(tierRows, mode, cut ?? defaultCuts[mode], band).map((code) => [code]);
    });
  },
);

/** A code, or the word for it in any language of the card; a blank that arrives as 0 is a blank, too. */
export function previousIn(cell: unknown): TierCode | null | Problem {
  if (isBlank(cell) || cell === 0) return null;
  if (isErrorValue(cell)) return badInput("errorInRow");
  return wordIn(String(cell), "tier", tierCodes) ?? badInput("unknownTier", { text: String(cell) });
}
