import { useState } from "react";
import type { LogDraft, LogReceipt } from "../../workbook/card";
import type { Issue } from "../../workbook/outcome";
import { useFollowedAccount } from "../account/follow-account";
import { useAnnouncer } from "../announcer";
import { useCard, useEnvironment, useModel } from "../card-context";
import { useFormats, useTexts } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";
import { dropDraft, keepDraft, keptDrafts } from "./draft-store";
import { changed, isBlank, problemsOf, proposalFor, type LogProblem, type Proposal } from "./log-form";
import { savedSentence } from "./saved-sentence";

export interface SavedEntry {
  readonly draft: LogDraft;
  readonly receipt: LogReceipt;
}

export interface LogForm {
  readonly draft: LogDraft;
  readonly proposal: Proposal;
  /** The form opened with an entry left earlier. */
  readonly resumed: boolean;
  /** Another entry that waits, if any. */
  readonly waiting: LogDraft | null;
  readonly problems: readonly LogProblem[];
  readonly name: string;
  readonly askName: boolean;
  readonly busy: boolean;
  readonly issue: Issue | null;
  readonly saved: SavedEntry | null;
  readonly undone: boolean;
  change(change: Partial<LogDraft>): void;
  changeDate(date: number | null): void;
  changeName(name: string): void;
  /** The fields to correct, or [] when the entry was sent. */
  save(): Promise<"saved" | "stopped" | readonly LogProblem[]>;
  undo(): Promise<void>;
  resume(draft: LogDraft): void;
  startOver(): void;
}

interface Opening {
  readonly account: string | null;
  readonly interaction?: "visit" | "call" | undefined;
}

/** The kept entry of that account, or the newest one when no account is asked for. */
function keptFor(kept: readonly LogDraft[], account: string | null): LogDraft | undefined {
  return account === null ? kept[0] : kept.find(({ accounts }) => accounts.includes(account));
}

/** One entry from the first key to the verified row. Every change is kept on this computer at once. */
export function useLogForm(opening: Opening): LogForm {
  const card = useCard();
  const environment = useEnvironment();
  const { storage } = environment;
  const model = useModel();
  const follow = useFollowedAccount();
  const { place } = useRouting();
  const texts = useTexts();
  const formats = useFormats();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  // A draft of another workbook names accounts this one does not have.
  const kept = (): readonly LogDraft[] =>
    keptDrafts(storage).filter(({ accounts }) => accounts.every((id) => model.accounts.has(id)));
  const fresh = (account: string | null): LogDraft => {
    const draft = card.newLogDraft(account);
    return opening.interaction ? changed(card, draft, { kind: opening.interaction }) : withProposal(draft);
  };
  const withProposal = (draft: LogDraft): LogDraft =>
    draft.nextDate === null ? { ...draft, nextDate: proposalFor(card, draft)?.date ?? null } : draft;
  const open = (): { draft: LogDraft; resumed: boolean } => {
    const onShow = place.area === "account" ? follow.account : null;
    const account = opening.account ?? follow.selected ?? onShow;
    const earlier = keptFor(kept(), account);
    return earlier ? { draft: earlier, resumed: true } : { draft: fresh(account), resumed: false };
  };
  const [{ draft, resumed }, setEntry] = useState(open);
  const [date, setDate] = useState<number | null>(draft.date);
  const [problems, setProblems] = useState<readonly LogProblem[]>([]);
  const [name, setName] = useState(environment.author());
  const [askName, setAskName] = useState(name === "");
  const [saved, setSaved] = useState<SavedEntry | null>(null);
  const [undone, setUndone] = useState(false);

  const show = (next: LogDraft, isResumed: boolean): void => {
    setEntry({ draft: next, resumed: isResumed });
    setDate(next.date);
    setProblems([]);
  };
  const change = (part: Partial<LogDraft>): void => {
    const next = changed(card, draft, part);
    setEntry({ draft: next, resumed });
    setUndone(false);
    if (isBlank(next)) dropDraft(storage, next);
    else keepDraft(storage, next);
    if (problems.length > 0) setProblems(problemsOf(next, date, name));
  };
  const save: LogForm["save"] = async () => {
    if (attempt.busy) return "stopped";
    const found = problemsOf(draft, date, name);
    setProblems(found);
    if (found.length > 0) return found;
    if (askName) environment.setAuthor(name.trim());
    announcer.say(texts("log.saving"));
    const receipt = await attempt.run(() => card.log(draft));
    if (!receipt) return "stopped";
    dropDraft(storage, draft);
    setAskName(false);
    setSaved({ draft, receipt });
    setUndone(false);
    announcer.say(savedSentence({ texts, formats, model }, { draft, receipt }));
    show(card.newLogDraft(null), false);
    return "saved";
  };
  const undo = async (): Promise<void> => {
    if (!saved) return;
    const done = await attempt.run(() => card.undoLog(saved.receipt.ids));
    if (!done) return;
    announcer.say(texts("log.undone"));
    if (isBlank(draft)) show(saved.draft, false);
    keepDraft(storage, saved.draft);
    setSaved(null);
    setUndone(true);
  };
  return {
    draft,
    proposal: proposalFor(card, draft),
    resumed,
    waiting: kept().find(({ ids }) => ids[0] !== draft.ids[0]) ?? null,
    problems,
    name,
    askName,
    busy: attempt.busy,
    issue: attempt.issue,
    saved,
    undone,
    change,
    changeDate: (next) => {
      setDate(next);
      if (next !== null) change({ date: next });
    },
    changeName: setName,
    save,
    undo,
    resume: (next) => show(next, true),
    startOver: () => {
      dropDraft(storage, draft);
      show(fresh(draft.accounts[0] ?? null), false);
    },
  };
}
