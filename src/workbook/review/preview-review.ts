import type { ReviewPreview } from "../card";
import type { Desk } from "../desk";
import { done, failed, refusable } from "../operations/failure";
import type { Outcome } from "../outcome";
import { openReview } from "./open-review";
import { decisionRow } from "./plan-decisions";

/** What Apply would do now, and which rows it would leave out. Writes nothing. */
export function previewReview(desk: Desk): Promise<Outcome<ReviewPreview>> {
  return refusable("action", async () => {
    const review = await openReview(desk);
    if (!review.ok) return review;
    const { plan, cycle, pending } = review.value;
    if (pending > 0) return failed("review.pendingFirst", { count: pending });
    return done({
      cycle: cycle.values.id,
      toApply: plan.toApply.map(decisionRow),
      stopped: plan.stopped,
      undecided: plan.undecided,
      alreadyApplied: plan.alreadyApplied,
    });
  });
}
