import type { CardRecords } from "../../../src/core/records";
import type { Day } from "../../../src/core/units";
import { acknowledgementOf } from "../../../src/core/watch/acknowledged";
import type { DailyVerbs, Undoable } from "../../../src/workbook/daily-verbs";
import type { Outcome } from "../../../src/workbook/outcome";

/** What the fake verbs stand on. */
interface Ground {
  records(): CardRecords;
  asOf(): Day;
  become(records: CardRecords): void;
  answer<T>(verb: keyof DailyVerbs, given: readonly unknown[], done: () => T): Promise<Outcome<T>>;
}

/** The verbs of Today over records without a workbook; undo puts the records back. */
export function fakeDailyVerbs({ records, asOf, become, answer }: Ground): DailyVerbs {
  const before = new Map<Undoable, CardRecords>();
  const changed = (next: (now: CardRecords) => CardRecords): Undoable => {
    const undo: Undoable = { back: [], added: null, logged: [] };
    const now = records();
    before.set(undo, now);
    become(next(now));
    return undo;
  };
  return {
    finish: (action) =>
      answer("finish", [action], () =>
        changed((now) => ({
          ...now,
          actions: now.actions.map((one) => (one.id === action.id ? { ...one, doneOn: asOf() } : one)),
        })),
      ),
    postpone: (action, day) =>
      answer("postpone", [action, day], () =>
        changed((now) => ({
          ...now,
          actions: now.actions.map((one) => (one.id === action.id ? { ...one, due: day } : one)),
        })),
      ),
    snooze: (account, touch, day) =>
      answer("snooze", [account, touch, day], () =>
        changed((now) => {
          const [any] = now.interactions;
          if (!any) throw new Error("There is no interaction to copy.");
          const planned = {
            ...any,
            id: `PLAN-${account}`,
            account,
            kind: touch.item,
            at: day,
            completed: false,
          };
          return { ...now, interactions: [...now.interactions, planned] };
        }),
      ),
    acknowledge: (warning) =>
      answer("acknowledge", [warning], () =>
        changed((now) => {
          if (!("rule" in warning)) {
            const noted = (id: string) => (id === warning.entry.id ? "Anne" : "");
            return {
              ...now,
              watchlist: now.watchlist.map((one) => ({ ...one, acknowledged: noted(one.id) })),
            };
          }
          const action = {
            id: `ACK-${warning.account}`,
            account: warning.account,
            text: warning.sentence,
            source: acknowledgementOf(warning.rule),
            owner: "Anne",
            due: asOf(),
            doneOn: asOf(),
            promise: false,
            status: "done" as const,
          };
          return { ...now, actions: [...now.actions, action] };
        }),
      ),
    setTier: (account, tier, reason) =>
      answer("setTier", [account, tier, reason], () =>
        changed((now) => ({
          ...now,
          accounts: now.accounts.map((one) => (one.id === account ? { ...one, tier } : one)),
        })),
      ),
    handOver: (request) =>
      answer("handOver", [request], () => {
        const undo = changed((now) => ({
          ...now,
          accounts: now.accounts.map((one) =>
            request.accounts.includes(one.id) ? { ...one, owner: request.to } : one,
          ),
        }));
        return { undo, accounts: request.accounts.length, actions: 0, visits: 0 };
      }),
    changeAccount: (change) =>
      answer("changeAccount", [change], () => {
        const { from, to } = change;
        const followed = <Row extends { readonly account: string }>(row: Row): Row =>
          row.account === from.id ? { ...row, account: to.id } : row;
        const now = records();
        become({
          ...now,
          accounts: now.accounts.map((one) => (one.id === from.id ? { ...one, ...to } : one)),
          purchases: now.purchases.map(followed),
          interactions: now.interactions.map(followed),
          contacts: now.contacts.map(followed),
          actions: now.actions.map(followed),
        });
        return { ...change, rows: now.purchases.filter(({ account }) => account === from.id).length };
      }),
    undo: (what) =>
      answer("undo", [what], () => {
        const earlier = before.get(what);
        if (earlier) become(earlier);
      }),
    insertFormula: (formula, account, options) =>
      answer("insertFormula", [formula, account, options], () => ({ address: "C5" })),
    insertWritten: (formula, options) =>
      answer("insertWritten", [formula, options], () => ({ address: "D4" })),
  };
}
