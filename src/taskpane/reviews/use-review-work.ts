import { useState } from "react";
import type { Tier } from "../../core/units";
import type { ApplyReport, ReviewPreview } from "../../workbook/card";
import type { Outcome } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { useCard, useModel } from "../card-context";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";

type TierCounts = Readonly<Record<Tier, number>>;

interface Applied {
  readonly report: ApplyReport;
  /** Accounts per tier in force before the decisions were applied. */
  readonly before: TierCounts;
}

type Work = "generate" | "preview" | "apply" | null;

function useTierCounts(): TierCounts {
  const model = useModel();
  const counts = { important: 0, special: 0, general: 0 };
  for (const { tierInForce } of model.accounts.values()) counts[tierInForce] += 1;
  return counts;
}

/** The operations of the review, what runs now and what the last one brought. */
export function useReviewWork() {
  const { texts } = usePaneLanguage();
  const card = useCard();
  const counts = useTierCounts();
  const announcer = useAnnouncer();
  const { open, toArea } = useRouting();
  const attempt = useOutcome();
  const [work, setWork] = useState<Work>(null);
  const [preview, setPreview] = useState<ReviewPreview | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);

  const run = async <T>(
    name: Exclude<Work, null>,
    operation: () => Promise<Outcome<T>>,
  ): Promise<T | null> => {
    setWork(name);
    const value = await attempt.run(operation);
    setWork(null);
    return value;
  };
  const generate = async (): Promise<void> => {
    setApplied(null);
    const written = await run("generate", () => card.generateReview());
    if (written) announcer.say(texts("reviews.written", { count: written.sheets.length }));
  };
  const look = async (): Promise<void> => {
    const found = await run("preview", () => card.previewReview());
    if (!found) return;
    setPreview(found);
    setApplied(null);
    open({ kind: "preview" });
  };
  const settle = async (operation: () => Promise<Outcome<ApplyReport>>): Promise<void> => {
    const before = counts;
    const report = await run("apply", operation);
    if (!report) return;
    setApplied({ report, before });
    announcer.say(texts("reviews.applied", { count: report.applied }));
    toArea("reviews");
  };
  const takeBack = async (): Promise<void> => {
    const taken = await run("apply", () => card.takeBackPending());
    if (taken) announcer.say(texts("reviews.takenBack", { count: taken.rows }));
  };
  return { attempt, work, preview, applied, generate, look, settle, takeBack, close: () => setApplied(null) };
}
