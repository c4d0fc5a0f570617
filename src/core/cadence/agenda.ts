import type { AccountFigures, CardModel } from "../figures";
import type { Day } from "../units";

export interface AgendaEntry {
  readonly day: Day;
  readonly figures: AccountFigures;
  readonly what: "visit" | "call" | "review" | "action";
  /** The text of an action. */
  readonly detail: string;
}

/**
 * What is to be done in the next days, overdue included: visits and calls on their planned day, reviews and open actions
 * on their due day. With `owner` only that person's accounts, and actions that are that person's. By day, then account.
 */
export function agendaOf({ accounts, asOf }: CardModel, owner: string, days: number): AgendaEntry[] {
  const wanted = owner.trim().toLowerCase();
  const isOwner = (name: string): boolean => wanted === "" || name.trim().toLowerCase() === wanted;
  const entries: AgendaEntry[] = [];
  for (const figures of accounts.values()) {
    const { account, visit, call, nextReview, openActions } = figures;
    if (isOwner(account.owner)) {
      entries.push({ day: visit.plan, figures, what: "visit", detail: "" });
      entries.push({ day: call.plan, figures, what: "call", detail: "" });
      entries.push({ day: nextReview, figures, what: "review", detail: "" });
    }
    for (const action of openActions) {
      if (action.due === null || !isOwner(action.owner === "" ? account.owner : action.owner)) continue;
      entries.push({ day: action.due, figures, what: "action", detail: action.text });
    }
  }
  const id = ({ figures }: AgendaEntry): string => figures.account.id;
  return entries
    .filter(({ day }) => day <= asOf + days)
    .sort((a, b) => a.day - b.day || (id(a) < id(b) ? -1 : Number(id(a) > id(b))));
}
