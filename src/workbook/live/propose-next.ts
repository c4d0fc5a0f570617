import { touchRhythm } from "../../core/cadence/cadence-rules";
import { jitterOf } from "../../core/calendar/jitter";
import { WorkingDays } from "../../core/calendar/working-days";
import type { CardModel } from "../../core/figures";
import type { CardRecords } from "../../core/records";
import type { Day, Tier } from "../../core/units";

export interface NextProposal {
  readonly date: Day;
  /** Days of the cadence behind it. */
  readonly target: number;
  readonly tier: Tier;
}

/** When to meet again after a contact on the as-of day: a working day by the cadence of the tier; null for an unknown account. */
export function proposeNext(
  model: CardModel,
  records: CardRecords,
  account: string,
  item: "visit" | "call",
): NextProposal | null {
  const figures = model.accounts.get(account);
  if (!figures) return null;
  const tier = figures.tierInForce;
  const { target, maximum, jitter } = touchRhythm(records.cadence, tier, item);
  const days = new WorkingDays(records.calendar);
  const due = model.asOf + target + jitterOf(account, model.asOf, jitter);
  const latest = model.asOf + maximum;
  const first = days.firstFrom(due);
  const date = first > latest ? (days.lastBetween(model.asOf, latest) ?? first) : first;
  return { date, target, tier };
}
