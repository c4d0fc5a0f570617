import { channels, interactionKinds } from "./log-form";
import type { LogDraft } from "../../workbook/card";
import type { PaneStorage } from "../environment";

const STORED = "log-drafts";
const KEPT = 5;

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

/** Drafts kept on this computer, newest first. They survive a reload and a closed pane. */
export function keptDrafts(storage: PaneStorage): readonly LogDraft[] {
  const stored = parsed(storage.get(STORED) ?? "[]");
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown) =>
    typeof one === "object" && one !== null ? (draftOf({ ...one }) ?? []) : [],
  );
}

const others = (storage: PaneStorage, draft: LogDraft): readonly LogDraft[] =>
  keptDrafts(storage).filter(({ ids }) => ids[0] !== draft.ids[0]);

export function keepDraft(storage: PaneStorage, draft: LogDraft): void {
  storage.set(STORED, JSON.stringify([draft, ...others(storage, draft)].slice(0, KEPT)));
}

export function dropDraft(storage: PaneStorage, draft: LogDraft): void {
  const left = others(storage, draft);
  storage.set(STORED, left.length === 0 ? null : JSON.stringify(left));
}
