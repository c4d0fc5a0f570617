import { useState } from "react";
import type { LogDraft, LogReceipt } from "../../workbook/card";
import type { Issue } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { useCard, useEnvironment, useModel } from "../card-context";
import { useFormats, useTexts } from "../language";
import { useOutcome } from "../use-outcome";
import { dropDraft, keepDraft } from "./draft-store";
import { isBlank, proposalFor, type LogProblem, type Proposal } from "./log-form";
import { draftsOf, freshDraft, type Opening } from "./open-draft";
import { savedSentence } from "./saved-sentence";
import { useDraft } from "./use-draft";

interface SavedEntry {
  readonly draft: LogDraft;
  readonly receipt: LogReceipt;
}

export interface LogForm {
  readonly draft: LogDraft;
  /** The day as typed; null while it is blank or half typed. */
  readonly date: number | null;
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

/** One entry from the first key to the verified row. Every change is kept on this computer at once. */
export function useLogForm(opening: Opening): LogForm {
  const card = useCard();
  const environment = useEnvironment();
  const { storage } = environment;
  const model = useModel();
  const texts = useTexts();
  const formats = useFormats();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [name, setName] = useState(environment.author());
  const [askName, setAskName] = useState(name === "");
  const [saved, setSaved] = useState<SavedEntry | null>(null);
  const [undone, setUndone] = useState(false);
  const { draft, date, problems, show, change, check, changeDate, resumed } = useDraft(opening, name);

  const save: LogForm["save"] = async () => {
    if (attempt.busy) return "stopped";
    const found = check();
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
    keepDraft(storage, saved.draft, environment.today());
    setSaved(null);
    setUndone(true);
  };
  return {
    draft,
    date,
    proposal: proposalFor(card, draft),
    resumed,
    waiting: draftsOf(storage, model.accounts).find(({ ids }) => ids[0] !== draft.ids[0]) ?? null,
    problems,
    name,
    askName,
    busy: attempt.busy,
    issue: attempt.issue,
    saved,
    undone,
    change: (part) => {
      setUndone(false);
      change(part);
    },
    changeDate,
    changeName: setName,
    save,
    undo,
    resume: (next) => show(next, true),
    startOver: () => {
      dropDraft(storage, draft);
      show(freshDraft(card, { account: draft.accounts[0] ?? null }), false);
    },
  };
}
