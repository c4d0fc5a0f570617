import type { AccountFigures } from "../figures";
import type { Day, Ratio } from "../units";

/**
 * How much of what is known of an account is recent: a contact within the call maximum, a visit within the visit maximum,
 * and a review that is not overdue. Never counts as not recent.
 */
export function freshnessOf({ silence, call, visit, account, nextReview }: AccountFigures, asOf: Day): Ratio {
  const recent = [
    silence !== null && silence <= call.maximum,
    visit.last !== null && asOf - visit.last <= visit.maximum,
    account.lastReview !== null && nextReview >= asOf,
  ];
  return recent.filter(Boolean).length / recent.length;
}
