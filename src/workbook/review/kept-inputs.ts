/** What regenerating carries over from the sheets of the same cycle (RV2). */
import type { Tier } from "../../core/units";
import type { ReadSheet } from "./read-review-sheet";
import { hasInput, type TypedRow } from "./review-row";

/** Rows whose account nobody can tell keep what was typed under a key no account has. */
const nobody = "?";

const filled = (first: string, second: string) => (first === "" ? second : first);

/** Of two rows for one account (the sheet was copied) the first speaks, the second fills its blanks. */
function merged(first: TypedRow, second: TypedRow): TypedRow {
  return {
    account: first.account,
    name: filled(first.name, second.name),
    decision: filled(first.decision, second.decision),
    reason: filled(first.reason, second.reason),
    approver: filled(first.approver, second.approver),
    nextStep: filled(first.nextStep, second.nextStep),
    nextCheck: first.nextCheck ?? second.nextCheck,
  };
}

/** Account → what was typed for it on the sheets of this tier, the given sheet's word first. */
export function keptInputs(
  sheets: readonly ReadSheet[],
  tier: Tier,
  main: string | null,
): Map<string, TypedRow> {
  const ofTier = sheets.filter((sheet) => sheet.mark.tier === tier);
  const ordered = [...ofTier].sort((a, b) => Number(b.sheet === main) - Number(a.sheet === main));
  const kept = new Map<string, TypedRow>();
  for (const { rows } of ordered) {
    for (const { typed, mixed } of rows) {
      if (!hasInput(typed)) continue;
      const account = mixed ? `${nobody}${typed.name}` : typed.account;
      const known = kept.get(account);
      kept.set(account, known ? merged(known, typed) : { ...typed, account });
    }
  }
  return kept;
}
