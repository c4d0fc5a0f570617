import type { Day } from "../../core/units";
import { channels, interactionKinds } from "./log-form";
import type { LogDraft } from "../../workbook/card";
import type { PaneStorage } from "../environment";

const STORED = "log-drafts";
const KEPT = 5;
/** A draft that nobody went on with for so many days is forgotten. */
export const keptDays = 14;

const isText = (value: unknown): value is string => typeof value === "string";
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isDay = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

type Stored = Readonly<Record<string, unknown>>;

/** What was stored may come from an earlier version or another hand: a draft that does not fit is left out. */
function draftOf(stored: Stored): LogDraft | null {
  const kind = interactionKinds.find((one) => one === stored["kind"]);
  const channel = channels.find((one) => one === stored["channel"]) ?? null;
  const { ids, accounts, date, nextDate } = stored;
  if (!kind || !areTexts(ids) || !areTexts(accounts) || !isDay(date)) return null;
  const text = (key: string): string => {
    const value = stored[key];
    return isText(value) ? value : "";
  };
  return {
    ids,
    accounts,
    kind,
    channel,
    date,
    contacts: text("contacts"),
    content: text("content"),
    result: text("result"),
    usage: text("usage"),
    newNeeds: text("newNeeds"),
    productsIntroduced: text("productsIntroduced"),
    nextAction: text("nextAction"),
    nextDate: isDay(nextDate) ? nextDate : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A draft with the day it was typed last. */
interface KeptDraft {
  readonly draft: LogDraft;
  readonly keptOn: Day | null;
}

function stored(storage: PaneStorage): readonly KeptDraft[] {
  const found = parsed(storage.get(STORED) ?? "[]");
  if (!Array.isArray(found)) return [];
  return found.flatMap((one: unknown) => {
    const kept: Stored = typeof one === "object" && one !== null ? { ...one } : {};
    const draft = draftOf(kept);
    const { keptOn } = kept;
    return draft ? [{ draft, keptOn: isDay(keptOn) ? keptOn : null }] : [];
  });
}

function store(storage: PaneStorage, drafts: readonly KeptDraft[]): void {
  const texts = drafts.slice(0, KEPT).map(({ draft, keptOn }) => ({ ...draft, keptOn }));
  storage.set(STORED, texts.length === 0 ? null : JSON.stringify(texts));
}

/** Drafts kept on this computer, newest first. They survive a reload and a closed pane. */
export const keptDrafts = (storage: PaneStorage): readonly LogDraft[] =>
  stored(storage).map(({ draft }) => draft);

const others = (storage: PaneStorage, draft: LogDraft): readonly KeptDraft[] =>
  stored(storage).filter(({ draft: { ids } }) => ids[0] !== draft.ids[0]);

export function keepDraft(storage: PaneStorage, draft: LogDraft, today: Day): void {
  store(storage, [{ draft, keptOn: today }, ...others(storage, draft)]);
}

export const dropDraft = (storage: PaneStorage, draft: LogDraft): void =>
  store(storage, others(storage, draft));

/** Entries left lying are forgotten; what does not say since when it lies begins to count today. */
export function forgetOldDrafts(storage: PaneStorage, today: Day): void {
  const aged = stored(storage).map(({ draft, keptOn }) => ({
    draft,
    keptOn: Math.min(keptOn ?? today, today),
  }));
  store(
    storage,
    aged.filter(({ keptOn }) => today - keptOn <= keptDays),
  );
}
