import type { FiredRule, Touch } from "../../core/figures";
import type { Action, WatchEntry } from "../../core/records";
import type { Day } from "../../core/units";
import type { Texts } from "../../locales/texts";
import type { Formats } from "../formats";

/** A claim and the figures that bear it out; `over` = beyond its limit. */
export interface Evidence {
  readonly lead: string;
  readonly rest: string;
  readonly over: boolean;
}

interface Speech {
  readonly texts: Texts;
  readonly formats: Formats;
}

export function touchEvidence({ texts, formats }: Speech, touch: Touch, asOf: Day): Evidence {
  const over = asOf > touch.latest;
  const lead =
    touch.overdue > 0
      ? texts(`today.${touch.item}.over`, { count: touch.overdue })
      : texts(`today.${touch.item}.today`);
  const last =
    touch.last === null
      ? texts("today.neverYet")
      : texts("today.last", { date: formats.date(touch.last), limit: touch.maximum });
  const agreed = touch.agreedIn === null ? "" : texts("today.agreed", { date: formats.date(touch.due) });
  return { lead, rest: agreed || last, over };
}

export function actionEvidence({ texts, formats }: Speech, action: Action, asOf: Day): Evidence {
  if (action.due === null) return { lead: texts("today.noDate"), rest: action.text, over: false };
  const late = asOf - action.due;
  if (late > 0) return { lead: texts("today.late", { count: late }), rest: action.text, over: true };
  const lead = late === 0 ? texts("today.dueToday") : formats.weekdayDate(action.due);
  return { lead, rest: action.text, over: false };
}

/** Figures of a fired rule as text; churn names the sign that is there: fewer days, else less money. */
export function ruleEvidence({ texts, formats }: Speech, { rule, evidence }: FiredRule): Evidence {
  const { days = 0, usual = 0, now = 0, before = 0, limit = 0 } = evidence;
  const values = {
    days: formats.number(days),
    usual: formats.number(usual),
    now: formats.money(now),
    before: formats.money(before),
    limit: formats.number(limit),
  };
  return { lead: texts(`rule.${rule}.name`), rest: texts(`rule.${rule}.evidence`, values), over: false };
}

export function watchEvidence({ texts, formats }: Speech, entry: WatchEntry): Evidence {
  const told = [entry.cause, entry.detail].filter(Boolean).join(texts("comma"));
  const since = texts("today.watchSince", { date: formats.date(entry.since) });
  return {
    lead: texts(`labels:watchKind.${entry.kind}`),
    rest: [told, since].filter(Boolean).join(texts("separator")),
    over: false,
  };
}
