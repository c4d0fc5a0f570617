import type { AccountFigures, CardModel, FiredRule, Touch, WatchRule } from "../../core/figures";
import type { Action, WatchEntry } from "../../core/records";
import { tiers, type Day } from "../../core/units";

export interface DueTouch {
  readonly figures: AccountFigures;
  readonly touch: Touch;
}

export interface DueAction {
  readonly figures: AccountFigures;
  readonly action: Action;
}

/** A rule that fired, or an open watch entry somebody wrote. */
export type Warning =
  | { readonly figures: AccountFigures; readonly fired: FiredRule }
  | { readonly figures: AccountFigures; readonly entry: WatchEntry };

export interface TodayList {
  readonly touches: readonly DueTouch[];
  readonly promises: readonly DueAction[];
  readonly warnings: readonly Warning[];
  /** The first visit or call after today. */
  readonly next: DueTouch | null;
}

/** Promises are shown this many days before they are due. */
const AHEAD = 7;

const urgency: readonly WatchRule[] = ["lost", "churn", "decline", "silence", "growing"];

const tierRank = ({ tierInForce }: AccountFigures): number => tiers.indexOf(tierInForce);

/**
 * A visit restarts the calls, too: an account due for both is one line, and a visit that is agreed for the next days
 * makes the call needless.
 */
function dueTouch(figures: AccountFigures, asOf: Day): DueTouch | null {
  const { visit, call } = figures;
  const visitSoon = visit.agreedIn !== null && visit.due > asOf && visit.due <= asOf + AHEAD;
  const touch = (visitSoon ? [] : [visit, call]).find(({ due }) => due <= asOf);
  return touch ? { figures, touch } : null;
}

function nextTouch(accounts: readonly AccountFigures[], asOf: Day): DueTouch | null {
  const coming = accounts
    .flatMap((figures) => [figures.visit, figures.call].map((touch) => ({ figures, touch })))
    .filter(({ touch }) => touch.due > asOf)
    .sort((a, b) => a.touch.plan - b.touch.plan || tierRank(a.figures) - tierRank(b.figures));
  return coming[0] ?? null;
}

/** What somebody took note of warns no more: a rule until the next review, a watch entry until its next check is due. */
function warningsOf(figures: AccountFigures, asOf: Day): readonly Warning[] {
  const kinds = new Set(figures.fired.map(({ kind }) => kind));
  const fired = figures.fired.filter(({ rule }) => !figures.acknowledged.includes(rule));
  const entries = figures.openWatch.filter(
    ({ kind, acknowledged, nextCheck }) =>
      !kinds.has(kind) && (acknowledged === "" || (nextCheck !== null && nextCheck <= asOf)),
  );
  return [...fired.map((one) => ({ figures, fired: one })), ...entries.map((entry) => ({ figures, entry }))];
}

const atStake = ({ metrics }: AccountFigures): number => Math.max(metrics.revenue12, metrics.revenueBefore);

// An entry somebody wrote by hand stands before what the rules found.
const warningRank = (warning: Warning): number =>
  "fired" in warning ? urgency.indexOf(warning.fired.rule) : -1;

/** What is due on the as-of day, who matters most first; `owner` null = everybody's. */
export function todayOf(model: CardModel, owner: string | null): TodayList {
  const { asOf } = model;
  const all = model.order.flatMap((id) => model.accounts.get(id) ?? []);
  const accounts = all.filter(({ account }) => owner === null || account.owner === owner);
  const touches = accounts
    .flatMap((figures) => dueTouch(figures, asOf) ?? [])
    .sort((a, b) => tierRank(a.figures) - tierRank(b.figures) || a.touch.due - b.touch.due);
  const promises = all
    .flatMap((figures) => figures.openActions.map((action) => ({ figures, action })))
    .filter(({ figures, action }) => owner === null || (action.owner || figures.account.owner) === owner)
    .filter(({ action }) => action.due === null || action.due <= asOf + AHEAD)
    .sort((a, b) => (a.action.due ?? Infinity) - (b.action.due ?? Infinity));
  const warnings = accounts
    .flatMap((figures) => warningsOf(figures, asOf))
    .sort(
      (a, b) =>
        tierRank(a.figures) - tierRank(b.figures) ||
        warningRank(a) - warningRank(b) ||
        atStake(b.figures) - atStake(a.figures),
    );
  return { touches, promises, warnings, next: nextTouch(accounts, asOf) };
}

/** Lines of Today, for the counter of its tab. */
export const countToday = ({ touches, promises, warnings }: TodayList): number =>
  touches.length + promises.length + warnings.length;

/** Owners of accounts, each once, in the order of their names. */
export function ownersOf(model: CardModel): readonly string[] {
  const owners = new Set([...model.accounts.values()].map(({ account }) => account.owner));
  owners.delete("");
  return [...owners].sort((a, b) => a.localeCompare(b));
}
