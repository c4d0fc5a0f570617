import type { CardModel } from "../../core/figures";
import { textsFor } from "../../locales/texts";
import type { Card, LogDraft } from "../card";
import type { DailyVerbs, HandOverReceipt, Undoable } from "../daily-verbs";
import type { Desk } from "../desk";
import { loadPart } from "../load-part";
import type { AddedRow } from "../operations/add-row";
import type { Edited } from "../operations/edit-cells";
import { done } from "../operations/failure";
import type { Outcome } from "../outcome";
import type { CardSnapshot } from "../read-card";
import { accountTables } from "../schema/account-tables";
import type { TableId } from "../schema/schema";
import { cardParts } from "./card-parts";

/** What of the card these verbs stand on. */
export interface VerbGround {
  readonly card: Pick<Card, "newLogDraft" | "log" | "undoLog">;
  model(): CardModel | null;
  snapshot(): CardSnapshot | null;
  /** Runs an operation alone on the card as it was read last; the tables named are read again afterwards. */
  run<T>(
    tables: readonly TableId[],
    run: (desk: Desk, snapshot: CardSnapshot) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>>;
}

const edited = (outcome: Outcome<Edited>): Outcome<Undoable> =>
  outcome.ok ? done({ back: outcome.value.back, added: null, logged: [] }) : outcome;

const added = (outcome: Outcome<AddedRow>): Outcome<Undoable> =>
  outcome.ok ? done({ back: [], added: outcome.value, logged: [] }) : outcome;

/** The verbs of Today and of an account over a live card. */
export class LiveDailyVerbs implements DailyVerbs {
  /** Plans that were not saved for certain, by account and kind: a second try has their ids and doubles nothing. */
  private readonly unsaved = new Map<string, readonly string[]>();

  constructor(private readonly ground: VerbGround) {}

  finish: DailyVerbs["finish"] = (action) =>
    this.ground.run(["actions"], async (desk, { book }) => {
      const { finishAction } = await loadPart(cardParts.daily);
      return edited(await finishAction(desk, book, action, this.asOf(desk)));
    });

  postpone: DailyVerbs["postpone"] = (action, day) =>
    this.ground.run(["actions"], async (desk, { book }) => {
      const { postponeAction } = await loadPart(cardParts.daily);
      return edited(await postponeAction(desk, book, action, day));
    });

  snooze: DailyVerbs["snooze"] = async (account, touch, day) => {
    const planned = this.ground
      .model()
      ?.accounts.get(account)
      ?.interactions.find(({ id, completed }) => id !== "" && id === touch.agreedIn && !completed);
    if (planned) {
      return this.ground.run(["interactions"], async (desk, { book }) => {
        const { movePlanned } = await loadPart(cardParts.daily);
        return edited(await movePlanned(desk, book, planned, day));
      });
    }
    // An earlier try may have planned it and not lived to say so.
    const stands = this.ground
      .model()
      ?.accounts.get(account)
      ?.interactions.find(({ kind, at, completed }) => kind === touch.item && at === day && !completed);
    if (stands) return done({ back: [], added: null, logged: [stands.id] });
    const key = `${touch.item} ${account}`;
    const draft = this.plan(account, touch.item, day);
    const ids = this.openIds(account, this.unsaved.get(key)) ?? draft.ids;
    const outcome = await this.ground.card.log({ ...draft, ids });
    if (outcome.ok) this.unsaved.delete(key);
    else this.unsaved.set(key, ids);
    return outcome.ok ? done({ back: [], added: null, logged: outcome.value.ids }) : outcome;
  };

  acknowledge: DailyVerbs["acknowledge"] = (warning) =>
    this.ground.run(["actions", "watchlist"], async (desk, { book, records }) => {
      const { acknowledgeEntry, acknowledgeRule } = await loadPart(cardParts.daily);
      if ("entry" in warning) return edited(await acknowledgeEntry(desk, book, warning));
      return added(await acknowledgeRule(desk, book, warning, { records, asOf: this.asOf(desk) }));
    });

  setTier: DailyVerbs["setTier"] = (account, tier, reason) =>
    this.ground.run(["accounts"], async (desk, { book }) => {
      const { setTier } = await loadPart(cardParts.daily);
      const shown = this.ground.model()?.accounts.get(account)?.account.tier ?? null;
      return edited(await setTier(desk, book, { account, shown, tier, reason }));
    });

  handOver: DailyVerbs["handOver"] = (request) =>
    this.ground.run(["accounts", "actions", "interactions"], async (desk, { book, records }) => {
      const { handOver, planHandOver } = await loadPart(cardParts.daily);
      const plan = planHandOver(book, request, { records, asOf: this.asOf(desk) });
      const outcome = edited(await handOver(desk, book, plan));
      if (!outcome.ok) return outcome;
      const { accounts, actions, visits } = plan;
      return done<HandOverReceipt>({ undo: outcome.value, accounts, actions, visits });
    });

  changeAccount: DailyVerbs["changeAccount"] = (change) =>
    this.ground.run(accountTables, async (desk, { book }) => {
      const { changeAccount } = await loadPart(cardParts.changeAccount);
      return changeAccount(desk, book, change);
    });

  undo: DailyVerbs["undo"] = async ({ back, added: row, logged }) => {
    if (logged.length > 0) {
      const outcome = await this.ground.card.undoLog(logged);
      return outcome.ok ? done(undefined) : outcome;
    }
    const tables = [...new Set([...back.map(({ table }) => table), ...(row ? [row.table] : [])])];
    return this.ground.run(tables, async (desk, { book }) => {
      const { takeBack } = await loadPart(cardParts.daily);
      return takeBack(desk, book, { back, added: row });
    });
  };

  insertFormula: DailyVerbs["insertFormula"] = (formula, account, { rows, replace = false }) =>
    this.ground.run([], async (desk) => {
      const { insertFormula } = await loadPart(cardParts.insertFormula);
      return insertFormula(desk, { formula, account, rows, replace });
    });

  insertWritten: DailyVerbs["insertWritten"] = (formula, { replace = false } = {}) =>
    this.ground.run([], async (desk) => {
      const { insertWritten } = await loadPart(cardParts.insertFormula);
      return insertWritten(desk, formula, replace);
    });

  /** Ids of an earlier try, unless its entry took place meanwhile and is no plan any more. */
  private openIds(account: string, ids: readonly string[] = []): readonly string[] | null {
    const interactions = this.ground.model()?.accounts.get(account)?.interactions ?? [];
    const over = interactions.some(({ id, completed }) => completed && ids.includes(id));
    return ids.length > 0 && !over ? ids : null;
  }

  /** A planned visit or call is an interaction that has not taken place; its date is the one that counts (section 8). */
  private plan(account: string, item: "visit" | "call", day: number): LogDraft {
    const model = this.ground.model();
    const texts = textsFor(model?.settings.language ?? "en");
    const content = texts(`labels:planned.${item}`);
    const channel = item === "visit" ? "in-person" : "phone";
    return {
      ...this.ground.card.newLogDraft(account),
      kind: item,
      channel,
      date: day,
      content,
      nextDate: null,
      planned: true,
    };
  }

  private asOf(desk: Desk): number {
    return this.ground.model()?.asOf ?? desk.today();
  }
}
