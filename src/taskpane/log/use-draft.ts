import { useState } from "react";
import type { LogDraft } from "../../workbook/card";
import { useFollowedAccount } from "../account/follow-account";
import { useCard, useEnvironment, useModel } from "../card-context";
import { useRouting } from "../routing";
import { dropDraft, keepDraft } from "./draft-store";
import { changed, isBlank, problemsOf, type LogProblem } from "./log-form";
import { draftsOf, openDraft, type Opening } from "./open-draft";

/** The entry in the form. Every change is kept on this computer at once. */
export function useDraft(opening: Opening, name: string) {
  const card = useCard();
  const { storage, today } = useEnvironment();
  const model = useModel();
  const follow = useFollowedAccount();
  const { place } = useRouting();
  const [{ draft, resumed }, setEntry] = useState(() => {
    const onShow = place.area === "account" ? follow.account : null;
    const account = opening.account ?? follow.selected ?? onShow;
    return openDraft(card, draftsOf(storage, model.accounts), { ...opening, account });
  });
  const [date, setDate] = useState<number | null>(draft.date);
  const [problems, setProblems] = useState<readonly LogProblem[]>([]);
  const replace = (next: LogDraft, day: number | null): void => {
    setEntry({ draft: next, resumed });
    setDate(day);
    if (isBlank(next)) dropDraft(storage, next);
    else keepDraft(storage, next, today());
    // A problem that was shown goes as soon as it is solved.
    if (problems.length > 0) setProblems(problemsOf(next, day, name));
  };
  return {
    draft,
    resumed,
    date,
    problems,
    change: (part: Partial<LogDraft>) => replace(changed(card, draft, part), date),
    changeDate: (day: number | null) => replace(day === null ? draft : { ...draft, date: day }, day),
    show: (next: LogDraft, isResumed: boolean) => {
      setEntry({ draft: next, resumed: isResumed });
      setDate(next.date);
      setProblems([]);
    },
    check: () => {
      const found = problemsOf(draft, date, name);
      setProblems(found);
      return found;
    },
  };
}
