import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ReviewState } from "../../workbook/card";
import { useReadyCard } from "../card-context";
import { Message } from "../elements/Message";
import { StepMark, type StepState } from "../elements/StepMark";
import { ViewFrame } from "../elements/ViewFrame";
import { issueIntent, issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import type { useOutcome } from "../use-outcome";
import { PendingApply } from "./PendingApply";
import { TierProgressRows } from "./TierProgressRows";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalM} 0 0`, padding: 0, listStyleType: "none" },
  step: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalM,
    // The line from this step's mark to the next one.
    ":not(:last-child)::before": {
      content: '""',
      position: "absolute",
      left: "10px",
      top: "24px",
      bottom: tokens.spacingVerticalXS,
      borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  plain: { fontWeight: tokens.fontWeightRegular },
  current: { fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  action: { marginTop: tokens.spacingVerticalS },
  link: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

interface ReviewStepsProps {
  readonly attempt: ReturnType<typeof useOutcome>;
  readonly busy: boolean;
  readonly onGenerate: () => void;
  readonly onPreview: () => void;
  readonly onFinish: () => void;
  readonly onTakeBack: () => void;
}

interface Sums {
  readonly listed: number;
  readonly decided: number;
}

function sumsOf(review: ReviewState): Sums {
  if (review.kind === "none") return { listed: 0, decided: 0 };
  return review.tiers.reduce(
    (sum, tier) => ({ listed: sum.listed + tier.listed, decided: sum.decided + tier.decided }),
    { listed: 0, decided: 0 },
  );
}

/** Which of the five steps is the one to do now: 1 write, 2 decide, 3 apply, 4 print. */
function currentStep(review: ReviewState, { listed, decided }: Sums): number {
  if (review.kind === "none") return 1;
  if (review.kind === "applied") return 4;
  return decided < listed ? 2 : 3;
}

export function ReviewSteps(props: ReviewStepsProps) {
  const { texts, formats } = usePaneLanguage();
  const { review, model, stale } = useReadyCard();
  const styles = useStyles();
  const { attempt } = props;
  const sums = sumsOf(review);
  const current = currentStep(review, sums);
  const pending = review.kind !== "none" && review.pending > 0;
  const context = [
    texts("reviews.accounts", { count: model.order.length }),
    review.kind === "none" ? "" : texts("footer.asOf", { date: formats.fullDate(review.asOf) }),
  ];
  const title =
    review.kind === "none"
      ? texts("reviews.newTitle")
      : texts("reviews.title", { cycle: formats.cycle(review.cycle) });
  const step = (index: number, name: string, body: ReactNode) => (
    <Step index={index} current={current} name={texts(`reviews.step.${name}`)}>
      {body}
    </Step>
  );
  return (
    <ViewFrame title={title} context={context.filter(Boolean).join(texts("separator"))}>
      {attempt.issue ? (
        <Message intent={issueIntent(attempt.issue)} sentence={issueSentence(texts, attempt.issue)} />
      ) : null}
      {pending ? <PendingApply count={review.pending} {...props} /> : null}
      <ol className={styles.list}>
        <Step index={0} current={stale && current <= 1 ? 0 : current} name={texts("reviews.step.refreshed")}>
          {[
            stale ? texts("reviews.refreshedWith") : texts("footer.current"),
            texts("why.version", { version: model.settings.ruleVersion }),
          ].join(texts("separator"))}
        </Step>
        {step(1, "written", <WrittenStep {...props} current={current} />)}
        {step(
          2,
          "decide",
          <>
            {texts("reviews.decideText")}
            {review.kind === "none" ? null : <TierProgressRows tiers={review.tiers} />}
          </>,
        )}
        {step(3, "apply", <ApplyStep {...props} sums={sums} pending={pending} />)}
        {step(4, "print", texts("reviews.printText"))}
      </ol>
    </ViewFrame>
  );
}

function Step(props: { index: number; current: number; name: string; children: ReactNode }) {
  const styles = useStyles();
  const isCurrent = props.index === props.current;
  const state: StepState = isCurrent ? "current" : props.index < props.current ? "done" : "waiting";
  return (
    <li className={styles.step} aria-current={isCurrent ? "step" : undefined}>
      <StepMark state={state} />
      <div>
        <h3 className={mergeClasses(styles.title, isCurrent ? styles.current : styles.plain)}>
          {props.name}
        </h3>
        <div className={styles.text}>{props.children}</div>
      </div>
    </li>
  );
}

function ApplyStep(props: ReviewStepsProps & { sums: Sums; pending: boolean }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { review } = useReadyCard();
  const { sums, busy, pending } = props;
  if (review.kind === "none") return texts("reviews.applyText");
  return (
    <>
      {texts("reviews.decided", { decided: sums.decided, listed: sums.listed })}
      {sums.decided > 0 ? (
        <div className={styles.action}>
          <Button
            appearance={review.kind === "open" && !pending ? "primary" : "secondary"}
            disabledFocusable={busy || pending}
            data-opener="preview"
            onClick={props.onPreview}
          >
            {texts("reviews.preview")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function WrittenStep({ current, busy, onGenerate }: ReviewStepsProps & { current: number }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { model } = useReadyCard();
  if (current > 1)
    return (
      <Link as="button" className={styles.link} disabled={busy} onClick={onGenerate}>
        {texts("reviews.again")}
      </Link>
    );
  if (model.order.length === 0) return texts("empty.accounts");
  return (
    <>
      {texts("reviews.writeText")}
      <div className={styles.action}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onGenerate}>
          {texts("reviews.generate")}
        </Button>
      </div>
    </>
  );
}
