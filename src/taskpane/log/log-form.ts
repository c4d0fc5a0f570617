import type { Channel, InteractionKind } from "../../core/records";
import type { Card, LogDraft } from "../../workbook/card";
import { lists } from "../../workbook/schema/lists";

export const interactionKinds: readonly InteractionKind[] = lists.interactionKind;
export const channels: readonly Channel[] = lists.channel;

/** The channel a kind normally takes; what is not here is left open. */
const usualChannel: Partial<Record<InteractionKind, Channel>> = {
  visit: "in-person",
  revisit: "in-person",
  meeting: "in-person",
  event: "in-person",
  call: "phone",
  mail: "email",
  message: "wechat",
};

export type LogProblem = "name" | "account" | "date" | "content" | "nextDate";

/** Kept contacts are joined as the workbook shows them. */
const SEPARATOR = "; ";

/** Nothing typed yet: not worth keeping. */
export function isBlank(draft: LogDraft): boolean {
  const typed = [
    draft.content,
    draft.result,
    draft.usage,
    draft.newNeeds,
    draft.productsIntroduced,
    draft.nextAction,
    draft.contacts,
  ];
  return typed.every((text) => text.trim() === "");
}

/** The next date of a call is a call, of everything that brings people together a visit; a letter promises none. */
export function nextItem(kind: InteractionKind): "visit" | "call" | null {
  if (kind === "call") return "call";
  return kind === "mail" || kind === "message" || kind === "web" || kind === "care" ? null : "visit";
}

export type Proposal = ReturnType<Card["proposeNext"]>;

export function proposalFor(card: Card, draft: LogDraft): Proposal {
  const item = nextItem(draft.kind);
  const account = draft.accounts[0];
  return item && account ? card.proposeNext(account, item) : null;
}

/** The same entry with other accounts, kind or date; a next date nobody changed follows the proposal. */
export function changed(card: Card, draft: LogDraft, change: Partial<LogDraft>): LogDraft {
  const next = { ...draft, ...change };
  if (change.kind && change.kind !== draft.kind) {
    next.channel = usualChannel[change.kind] ?? null;
  }
  const untouched = draft.nextDate === (proposalFor(card, draft)?.date ?? null);
  const moved = change.kind !== undefined || change.accounts !== undefined;
  return moved && untouched ? { ...next, nextDate: proposalFor(card, next)?.date ?? null } : next;
}

/** What stops saving, in the order of the form. */
export function problemsOf(draft: LogDraft, date: number | null, name: string): readonly LogProblem[] {
  const problems: LogProblem[] = [];
  if (name.trim() === "") problems.push("name");
  if (draft.accounts.filter(Boolean).length === 0) problems.push("account");
  if (date === null) problems.push("date");
  if (draft.content.trim() === "") problems.push("content");
  if (date !== null && draft.nextDate !== null && draft.nextDate < date) problems.push("nextDate");
  return problems;
}

export const contactNames = (text: string): readonly string[] =>
  text
    .split(/[;；、]/u)
    .map((name) => name.trim())
    .filter(Boolean);

export function toggleContact(text: string, name: string): string {
  const names = contactNames(text);
  const next = names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
  return next.join(SEPARATOR);
}

/** The entry with an account at that place; each account has a row, and so an id, of its own. */
export function withAccount(card: Card, draft: LogDraft, place: number, account: string): Partial<LogDraft> {
  const accounts = [...draft.accounts];
  const ids = [...draft.ids];
  accounts[place] = account;
  ids[place] = ids[place] ?? card.newLogDraft(account).ids[0] ?? "";
  return { accounts, ids };
}

export function withoutAccount(draft: LogDraft, place: number): Partial<LogDraft> {
  const accounts = draft.accounts.filter((_account, index) => index !== place);
  // The first id stays even without an account: it names the draft.
  const ids = draft.ids.filter((_id, index) => index !== place || draft.ids.length === 1);
  return { accounts, ids };
}
