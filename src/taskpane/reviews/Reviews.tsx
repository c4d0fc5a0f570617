import { tiers } from "../../core/units";
import { useCard, useCardState, useModel } from "../card-context";
import { ProgressSteps } from "../elements/ProgressSteps";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { Preview } from "./Preview";
import { Result } from "./Result";
import { ReviewSteps } from "./ReviewSteps";
import { useReviewWork } from "./use-review-work";

/** The cycle: write the sheets, decide there, see what will change, apply, print. */
export function Reviews() {
  const state = useCardState();
  const { texts } = usePaneLanguage();
  // A damaged workbook says at the top what is missing; reviews need all of it.
  if (state.kind !== "ready")
    return <ViewFrame title={texts("area.reviews")}>{texts("reviews.damaged")}</ViewFrame>;
  return <ReadyReviews />;
}

function ReadyReviews() {
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const model = useModel();
  const { place, back } = useRouting();
  const { attempt, work, preview, applied, generate, look, settle, takeBack, close } = useReviewWork();

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
        onClose={close}
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
