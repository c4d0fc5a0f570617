import { useState } from "react";
import type { Issue, Outcome } from "../workbook/outcome";
import { useAnnouncer } from "./announcer";
import { issueSentence } from "./issue-sentence";
import { useTexts } from "./language";

interface Attempt {
  readonly busy: boolean;
  readonly issue: Issue | null;
  clear(): void;
  /** Runs one operation at a time; its issue stays on show until the next attempt. */
  run<T>(operation: () => Promise<Outcome<T>>): Promise<T | null>;
}

/** One operation of a view: is it running, what stopped it. A failure is also read out. */
export function useOutcome(): Attempt {
  const [busy, setBusy] = useState(false);
  const [issue, setIssue] = useState<Issue | null>(null);
  const announcer = useAnnouncer();
  const texts = useTexts();
  return {
    busy,
    issue,
    clear: () => setIssue(null),
    run: async (operation) => {
      if (busy) return null;
      setBusy(true);
      setIssue(null);
      try {
        const outcome = await operation();
        if (outcome.ok) return outcome.value;
        setIssue(outcome.issue);
        announcer.alert(issueSentence(texts, outcome.issue));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
