import type { Card, LogDraft } from "../../workbook/card";
import type { PaneStorage } from "../environment";
import { keptDrafts } from "./draft-store";
import { changed, proposalFor } from "./log-form";

export interface Opening {
  /** null = none is asked for: the newest kept entry, else a blank form. */
  readonly account: string | null;
  readonly interaction?: "visit" | "call" | undefined;
}

export interface OpenedDraft {
  readonly draft: LogDraft;
  /** It was left earlier and kept. */
  readonly resumed: boolean;
}

/** Kept entries of this workbook: a draft of another one names accounts this one does not have. */
export function draftsOf(storage: PaneStorage, accounts: ReadonlyMap<string, unknown>): readonly LogDraft[] {
  return keptDrafts(storage).filter((draft) => draft.accounts.every((id) => accounts.has(id)));
}

/** A blank entry with the next date its cadence proposes. */
export function freshDraft(card: Card, { account, interaction }: Opening): LogDraft {
  const draft = card.newLogDraft(account);
  if (interaction) return changed(card, draft, { kind: interaction });
  return draft.nextDate === null ? { ...draft, nextDate: proposalFor(card, draft)?.date ?? null } : draft;
}

/** The kept entry of that account, or a fresh one. */
export function openDraft(card: Card, kept: readonly LogDraft[], opening: Opening): OpenedDraft {
  const { account } = opening;
  const earlier = account === null ? kept[0] : kept.find(({ accounts }) => accounts.includes(account));
  return earlier ? { draft: earlier, resumed: true } : { draft: freshDraft(card, opening), resumed: false };
}
