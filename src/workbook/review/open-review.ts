/** The review at hand: its cycle, its sheets and what is decided on them. */
import type { CardModel } from "../../core/figures";
import type { Decision } from "../card";
import type { Desk } from "../desk";
import { done, failed } from "../operations/failure";
import type { Outcome } from "../outcome";
import { currentCycle, type CycleRow } from "./cycle";
import { planDecisions, type DecisionPlan } from "./plan-decisions";
import { readGround } from "./review-ground";
import { readReviews, type HeldReviews } from "./review-state";

export interface OpenReview {
  readonly held: HeldReviews;
  readonly model: CardModel;
  readonly cycle: CycleRow;
  readonly plan: DecisionPlan;
  /** Rows of Reviews a broken-off Apply left behind. */
  readonly pending: number;
}

/** Account → decision of its newest applied review of the cycle. */
export function appliedDecisions({ reviews }: HeldReviews, cycle: string): Map<string, Decision> {
  const newest = new Map<string, { at: number; decision: Decision }>();
  for (const { values } of reviews.rows) {
    const { account, state, decision } = values;
    if (values.cycle !== cycle || state !== "applied" || decision === "") continue;
    const at = values.reviewedAt ?? 0;
    if (at >= (newest.get(account)?.at ?? -1)) newest.set(account, { at, decision });
  }
  return new Map([...newest].map(([account, { decision }]) => [account, decision]));
}

export const pendingRows = ({ reviews }: HeldReviews) =>
  reviews.rows.filter((row) => row.values.state !== "applied");

/** What stands on the sheets of the cycle. */
export function planOfCycle(
  held: HeldReviews,
  model: CardModel,
  cycle: CycleRow,
  reviewer: string,
): DecisionPlan {
  return planDecisions({
    sheets: held.sheets.filter((sheet) => sheet.mark.cycle === cycle.values.id),
    model,
    labels: held.book.dialect.labels,
    reviewer,
    applied: appliedDecisions(held, cycle.values.id),
  });
}

/** Reads tables and sheets anew. `review.none` before the first cycle, `review.noSheets` if its sheets are gone. */
export async function openReview(desk: Desk): Promise<Outcome<OpenReview>> {
  const ground = await readGround(desk);
  if (!ground.ok) return ground;
  const { book, model } = ground.value;
  const held = await readReviews(desk.gateway, book, model);
  const cycle = currentCycle(held);
  if (!cycle) return failed("review.none");
  const plan = planOfCycle(held, model, cycle, desk.author());
  const pending = pendingRows(held).length;
  if (pending === 0 && !held.sheets.some((sheet) => sheet.mark.cycle === cycle.values.id)) {
    return failed("review.noSheets", { cycle: cycle.values.id });
  }
  return done({ held, model, cycle, plan, pending });
}
