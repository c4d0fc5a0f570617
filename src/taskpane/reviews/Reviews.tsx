import { useState } from "react";
import type { Tier } from "../../core/units";
import { tiers } from "../../core/units";
import type { ApplyReport, ReviewPreview } from "../../workbook/card";
import type { Outcome } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { useCard, useCardState, useModel } from "../card-context";
import { ProgressSteps } from "../elements/ProgressSteps";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";
import { Preview } from "./Preview";
import { Result } from "./Result";
import { ReviewSteps } from "./ReviewSteps";

type TierCounts = Readonly<Record<Tier, number>>;

interface Applied {
  readonly report: ApplyReport;
  /** Accounts per tier in force before the decisions were applied. */
  readonly before: TierCounts;
}

type Work = "generate" | "preview" | "apply" | null;

/** The cycle: write the sheets, decide there, see what will change, apply, print. */
export function Reviews() {
  const state = useCardState();
  const { texts } = usePaneLanguage();
  // A damaged workbook says at the top what is missing; reviews need all of it.
  if (state.kind !== "ready")
    return <ViewFrame title={texts("area.reviews")}>{texts("reviews.damaged")}</ViewFrame>;
  return <ReadyReviews />;
}

function useTierCounts(): TierCounts {
  const model = useModel();
  const counts = { important: 0, special: 0, general: 0 };
  for (const { tierInForce } of model.accounts.values()) counts[tierInForce] += 1;
  return counts;
}

function ReadyReviews() {
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const model = useModel();
  const counts = useTierCounts();
  const announcer = useAnnouncer();
  const { place, open, back, toArea } = useRouting();
  const attempt = useOutcome();
  const [work, setWork] = useState<Work>(null);
  const [preview, setPreview] = useState<ReviewPreview | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);

  const run = async <T,>(
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

  if (work === "generate")
    return (
      <ViewFrame
        title={texts("reviews.writing")}
        context={texts("reviews.accounts", { count: model.order.length })}
      >
        <ProgressSteps name={texts("reviews.writing")} cancelEffect={texts("reviews.cancelEffect")} />
      </ViewFrame>
    );
  if (place.drillIn?.kind === "preview" && preview)
    return (
      <Preview
        preview={preview}
        attempt={attempt}
        onApply={() => void settle(() => card.applyReview())}
        onLookAgain={() => void look()}
        onBack={back}
      />
    );
  if (applied) {
    const after = { ...applied.before };
    for (const { from, to } of applied.report.moved) {
      after[from] -= 1;
      after[to] += 1;
    }
    return (
      <Result
        report={applied.report}
        title={texts("reviews.title", { cycle: formats.cycle(applied.report.cycle) })}
        rows={tiers.map((tier) => ({ tier, before: applied.before[tier], after: after[tier] }))}
        onClose={() => setApplied(null)}
      />
    );
  }
  return (
    <ReviewSteps
      attempt={attempt}
      busy={work !== null}
      onGenerate={() => void generate()}
      onPreview={() => void look()}
      onFinish={() => void settle(() => card.finishPending())}
      onTakeBack={() => void takeBack()}
    />
  );
}
