import type { AccountFigures } from "../../core/figures";
import type { Day, Tier } from "../../core/units";
import type { Decision } from "../card";

/** What a person typed into one row of a review sheet, as it stands in the cells; "" is blank. */
export interface TypedRow {
  readonly account: string;
  /** Name as the sheet shows it. */
  readonly name: string;
  readonly decision: string;
  readonly reason: string;
  readonly approver: string;
  readonly nextStep: string;
  /** Text where it is no date, null where blank. */
  readonly nextCheck: Day | string | null;
}

/** One account on a review sheet. */
export interface ReviewRow {
  /** From 1, in the order of the sheet. */
  readonly rank: number;
  readonly figures: AccountFigures;
  /** Tier at the account's last applied review, before that review; null if never reviewed. */
  readonly was: Tier | null;
  readonly proposed: Decision;
  readonly typed: TypedRow | null;
}

/** An account has been typed at if any of its inputs holds something. */
export const hasInput = (typed: TypedRow): boolean =>
  [typed.decision, typed.reason, typed.approver, typed.nextStep].some((text) => text !== "") ||
  typed.nextCheck !== null;
