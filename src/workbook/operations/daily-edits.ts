import { isOpen } from "../../core/actions/open-actions";
import { acknowledgementOf } from "../../core/watch/acknowledged";
import type { CardRecords } from "../../core/records";
import type { Day, Tier } from "../../core/units";
import { textsFor } from "../../locales/texts";
import { encodeCell, type Meaning } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { ActionRow, HandOver, NotedWarning, Undoable } from "../daily-verbs";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { drawId } from "../row-ids";
import { tableIn } from "../open-book";
import { addRow, takeBackRow, type AddedRow } from "./add-row";
import { editCells, type Edited } from "./edit-cells";
import type { CellEdit } from "./edited-table";
import { done, failed } from "./failure";
import type { TableId } from "../schema/schema";
import type { CellInput } from "../workbook-gateway";

const cells = (
  book: OpenBook,
  table: TableId,
  meanings: Readonly<Record<string, Meaning>>,
): Readonly<Record<string, CellInput>> =>
  Object.fromEntries(
    Object.entries(meanings).map(([column, meaning]) => [
      column,
      encodeCell(columnOf(table, column), meaning, book.dialect),
    ]),
  );

/** A row typed by hand has no id; its account and its words tell it then. */
const ofAction = ({ id, account, text }: ActionRow) => ({ id, account, text });

/** One row of Actions; `shown` as Today showed it (WB15). */
const editAction = (
  desk: Desk,
  book: OpenBook,
  action: ActionRow,
  shown: CellEdit["shown"],
  meanings: Readonly<Record<string, Meaning>>,
): Promise<Outcome<Edited>> =>
  editCells(
    desk,
    book,
    [{ table: "actions", where: ofAction(action), shown, wanted: cells(book, "actions", meanings) }],
    { source: "today" },
  );

/** A promise or task is done; so it says itself, and the day. */
export const finishAction = (desk: Desk, book: OpenBook, action: ActionRow, day: Day) =>
  editAction(desk, book, action, { doneOn: action.doneOn }, { doneOn: day, status: "done" });

export const postponeAction = (desk: Desk, book: OpenBook, action: ActionRow, day: Day) =>
  editAction(desk, book, action, { due: action.due }, { due: day });

/** The planned visit or call takes place on another day. */
export const movePlanned = (
  desk: Desk,
  book: OpenBook,
  planned: { readonly id: string; readonly at: Day },
  day: Day,
): Promise<Outcome<Edited>> =>
  editCells(
    desk,
    book,
    [
      {
        table: "interactions",
        where: { id: planned.id },
        shown: { at: planned.at },
        wanted: cells(book, "interactions", { at: day }),
      },
    ],
    { source: "today" },
  );

/** Who took note, in the watch entry itself. */
export const acknowledgeEntry = (
  desk: Desk,
  book: OpenBook,
  { entry }: Extract<NotedWarning, { entry: unknown }>,
): Promise<Outcome<Edited>> =>
  editCells(
    desk,
    book,
    [
      {
        table: "watchlist",
        where: { id: entry.id, account: entry.account },
        shown: { acknowledged: entry.acknowledged },
        wanted: cells(book, "watchlist", {
          acknowledged: desk.author() || textsFor(book.language)("labels:yesNo.yes"),
        }),
      },
    ],
    { source: "today" },
  );

/**
 * A fired rule has no row of its own: that somebody took note is an action that is done. A second try on the same day
 * takes the row that the first one wrote before its answer was lost.
 */
export function acknowledgeRule(
  desk: Desk,
  book: OpenBook,
  warning: Extract<NotedWarning, { rule: unknown }>,
  { records, asOf }: { readonly records: CardRecords; readonly asOf: Day },
): Promise<Outcome<AddedRow>> {
  const taken = new Set(records.actions.map(({ id }) => id));
  const account = records.accounts.find(({ id }) => id === warning.account);
  const texts = textsFor(book.language);
  const source = acknowledgementOf(warning.rule);
  const known = records.actions.find(
    (row) => row.account === warning.account && row.source === source && row.doneOn === asOf,
  );
  return addRow(
    desk,
    book,
    "actions",
    {
      id: known?.id || drawId("ACT", desk.today(), () => desk.chance(), taken),
      account: warning.account,
      source,
      text: texts("labels:noted", { warning: warning.sentence }),
      owner: desk.author() || (account?.owner ?? ""),
      due: asOf,
      doneOn: asOf,
      promise: false,
      status: "done",
    },
    "today",
  );
}

/** The tier column of one account, with the reason as a line of its own in the trail. */
export function setTier(
  desk: Desk,
  book: OpenBook,
  wanted: {
    readonly account: string;
    readonly shown: Tier | null;
    readonly tier: Tier;
    readonly reason: string;
  },
): Promise<Outcome<Edited>> {
  const { account, shown, tier, reason } = wanted;
  const { sheet } = tableIn(book, "accounts").facts;
  const column = columnOf("reviews", "reason").header[book.language];
  const edit: CellEdit = {
    table: "accounts",
    where: { id: account },
    shown: { tier: shown ?? "" },
    wanted: cells(book, "accounts", { tier }),
  };
  const note = { table: sheet, row: account, column, before: "", after: reason, source: "tier" } as const;
  return editCells(desk, book, [edit], { source: "tier", notes: [note] });
}

export interface HandedOver {
  readonly edits: readonly CellEdit[];
  readonly accounts: number;
  readonly actions: number;
  readonly visits: number;
}

/** What moves with the accounts: their owner, the colleague's open actions on them, and the planned visits and calls. */
export function planHandOver(
  book: OpenBook,
  { from, to, accounts }: HandOver,
  { records, asOf }: { readonly records: CardRecords; readonly asOf: Day },
): HandedOver {
  const chosen = new Set(accounts);
  const owned = records.accounts.filter(({ id, owner }) => chosen.has(id) && owner === from);
  const moving = new Set(owned.map(({ id }) => id));
  const open = records.actions.filter(
    (action) => moving.has(action.account) && action.owner === from && isOpen(action, asOf),
  );
  const planned = records.interactions.filter(
    ({ id, account, completed, author }) => id !== "" && moving.has(account) && !completed && author === from,
  );
  return {
    edits: [
      ...owned.map(({ id }) => ownerEdit(book, "accounts", { id }, "owner", from, to)),
      ...open.map((action) => ownerEdit(book, "actions", ofAction(action), "owner", from, to)),
      ...planned.map(({ id }) => ownerEdit(book, "interactions", { id }, "author", from, to)),
    ],
    accounts: owned.length,
    actions: open.length,
    visits: planned.length,
  };
}

const ownerEdit = (
  book: OpenBook,
  table: "accounts" | "actions" | "interactions",
  where: CellEdit["where"],
  column: string,
  from: string,
  to: string,
): CellEdit => ({ table, where, shown: { [column]: from }, wanted: cells(book, table, { [column]: to }) });

export const handOver = (desk: Desk, book: OpenBook, { edits }: HandedOver): Promise<Outcome<Edited>> =>
  edits.length === 0
    ? Promise.resolve(failed("nothingToHandOver"))
    : editCells(desk, book, edits, { source: "hand-over" });

/** Takes back what was edited or added, if the rows still hold it. */
export async function takeBack(
  desk: Desk,
  book: OpenBook,
  { back, added }: Pick<Undoable, "back" | "added">,
): Promise<Outcome<void>> {
  if (added) return takeBackRow(desk, book, added);
  const outcome = await editCells(desk, book, back, { source: "undo" });
  return outcome.ok ? done(undefined) : outcome;
}
