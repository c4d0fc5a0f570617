import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { usePaneLanguage } from "../language";
import { progressText, stepName } from "../progress-text";
import { useProgress, type ProgressStep } from "../use-progress";
import { StepMark } from "./StepMark";

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalM} 0`,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
  step: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1 },
  rows: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  effect: {
    marginTop: tokens.spacingVerticalS,
    marginBottom: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Rows done of the current step; says each finished step, not each row. */
export function ProgressSteps({ name, cancelEffect }: { name: string; cancelEffect: string }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const announcer = useAnnouncer();
  const steps = useProgress();
  const cancel = useRef<HTMLButtonElement>(null);
  const current = steps.at(-1);
  const label = current ? stepName(texts, current.step) : name;
  useEffect(() => announcer.say(label), [announcer, label]);
  useEffect(() => cancel.current?.focus(), []);
  const toCancel = (event: KeyboardEvent): void => {
    if (event.key === "Escape") cancel.current?.focus();
  };
  const rows = (step: ProgressStep): string => {
    if (step.total === 0) return "";
    const total = formats.number(step.total);
    return step.finished ? total : texts("progress.rows", { done: formats.number(step.done), total });
  };
  const known = current && current.total > 0;
  return (
    <div onKeyDown={toCancel}>
      <ProgressBar
        aria-label={current ? progressText(texts, formats, current) : name}
        {...(known ? { value: current.done, max: current.total } : {})}
      />
      <ul className={styles.list}>
        {steps.map((step) => (
          <li key={step.step} className={styles.step}>
            <StepMark state={step.finished ? "done" : "working"} />
            <span className={styles.name}>{stepName(texts, step.step)}</span>
            <span className={styles.rows}>{rows(step)}</span>
          </li>
        ))}
      </ul>
      <Button ref={cancel} onClick={() => card.cancel()}>
        {texts("cancel")}
      </Button>
      <p className={styles.effect}>{cancelEffect}</p>
    </div>
  );
}
