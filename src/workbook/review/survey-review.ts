import { tiers } from "../../core/units";
import type { ReviewState, TierProgress } from "../card";
import type { OpenBook } from "../open-book";
import type { WorkbookGateway } from "../workbook-gateway";
import { currentCycle } from "./cycle";
import { appliedDecisions, pendingRows } from "./open-review";
import { readReviews, type HeldReviews } from "./review-state";

function progressOf(held: HeldReviews, cycle: string): TierProgress[] {
  const applied = appliedDecisions(held, cycle);
  return tiers.map((tier) => {
    const sheets = held.sheets.filter(({ mark }) => mark.cycle === cycle && mark.tier === tier);
    const rows = sheets.flatMap((sheet) => sheet.rows).filter((row) => !row.gone);
    const listed = new Set(rows.map((row) => row.typed.account));
    const decided = new Set(
      rows
        .filter(({ typed }) => typed.decision !== "" || applied.has(typed.account))
        .map((row) => row.typed.account),
    );
    const open = rows.find((row) => !decided.has(row.typed.account));
    return {
      tier,
      sheet: sheets[0]?.sheet ?? null,
      listed: listed.size,
      decided: decided.size,
      ...(open ? { nextOpen: { row: open.row + 1, column: (sheets[0]?.decisionColumn ?? 0) + 1 } } : {}),
    };
  });
}

/** State of the review at hand, from what was read. */
function reviewState(held: HeldReviews): ReviewState {
  const cycle = currentCycle(held);
  if (!cycle) return { kind: "none" };
  const { id, asOf, state } = cycle.values;
  return {
    kind: state === "open" ? "open" : "applied",
    cycle: id,
    asOf: asOf ?? 0,
    tiers: progressOf(held, id),
    pending: pendingRows(held).length,
  };
}

/** The same, read in one trip; the tables and marked sheets are those of `book`. Throws WorkbookError. */
export async function surveyReview(gateway: WorkbookGateway, book: OpenBook): Promise<ReviewState> {
  return reviewState(await readReviews(gateway, book, null));
}
