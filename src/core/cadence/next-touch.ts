import type { Touch } from "../figures";
import type { Account, Interaction } from "../records";
import type { Day } from "../units";
import { jitterOf } from "../calendar/jitter";
import type { WorkingDays } from "../calendar/working-days";
import type { TouchRhythm } from "./cadence-rules";
import { isCall, restartsCalls, restartsVisits } from "./contact-kinds";

export interface TouchRequest {
  readonly item: "visit" | "call";
  readonly account: Account;
  /** All interactions of the account, newest first. */
  readonly interactions: readonly Interaction[];
  readonly rhythm: TouchRhythm;
  readonly workingDays: WorkingDays;
  readonly asOf: Day;
}

/**
 * When the account is to be visited or called next (section 8). `due` may lie in the past and is what Today counts the
 * overdue days from; only `plan`, a working day, never does.
 */
export function nextTouch(request: TouchRequest): Touch {
  const { item, account, rhythm, asOf } = request;
  const last = lastRestart(request);
  const base = last ?? account.since ?? asOf - rhythm.target;
  const agreed = plannedTouch(request, last) ?? agreedTouch(request);
  const due = agreed?.day ?? base + rhythm.target + jitterOf(account.id, base, rhythm.jitter);
  const latest = base + rhythm.maximum;
  return {
    item,
    last,
    base,
    due,
    latest,
    plan: planFor(due, latest, request),
    overdue: Math.max(0, asOf - due),
    target: rhythm.target,
    maximum: rhythm.maximum,
    agreedIn: agreed?.interaction ?? null,
  };
}

interface AgreedDay {
  readonly day: Day;
  readonly interaction: string;
}

function lastRestart({ item, interactions, asOf }: TouchRequest): Day | null {
  const restarts = item === "visit" ? restartsVisits : restartsCalls;
  for (const entry of interactions)
    if (entry.completed && entry.at <= asOf && restarts(entry)) return entry.at;
  return null;
}

/** The first planned interaction of the kind after the last one that took place. */
function plannedTouch({ item, interactions }: TouchRequest, last: Day | null): AgreedDay | null {
  const ofKind = item === "visit" ? restartsVisits : isCall;
  let planned: Interaction | null = null;
  for (const entry of interactions) {
    if (!entry.completed && (last === null || entry.at > last) && ofKind(entry)) planned = entry;
  }
  return planned && { day: planned.at, interaction: planned.id };
}

/**
 * The next date of the newest completed interaction. A mail or message without a date is passed over, as it says
 * nothing about meeting; a call or visit without one leaves the computed day.
 */
function agreedTouch({ interactions, asOf }: TouchRequest): AgreedDay | null {
  for (const entry of interactions) {
    const { completed, at, nextDate, id } = entry;
    if (!completed || at > asOf || (nextDate === null && !restartsCalls(entry))) continue;
    return nextDate === null || nextDate < at ? null : { day: nextDate, interaction: id };
  }
  return null;
}

function planFor(due: Day, latest: Day, { workingDays, asOf }: TouchRequest): Day {
  const first = workingDays.firstFrom(Math.max(due, asOf));
  if (first <= latest || latest < asOf) return first;
  return workingDays.lastBetween(asOf, latest) ?? first;
}
