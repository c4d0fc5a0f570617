import { makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, Circle20Regular, RadioButton20Filled } from "@fluentui/react-icons";
import { useTexts } from "../language";

export type StepState = "done" | "current" | "working" | "waiting";

const useStyles = makeStyles({
  mark: { display: "inline-flex", flexShrink: 0, width: "20px", height: "20px" },
  done: { color: tokens.colorStatusSuccessForeground1 },
  current: { color: tokens.colorCompoundBrandForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
});

const icons = {
  done: CheckmarkCircle20Filled,
  current: RadioButton20Filled,
  waiting: Circle20Regular,
} as const;

/** Where a step stands: tick, filled ring, spinner, empty ring; named for screen readers. */
export function StepMark({ state }: { state: StepState }) {
  const styles = useStyles();
  const texts = useTexts();
  const name = texts(`step.${state}`);
  if (state === "working") return <Spinner className={styles.mark} size="extra-tiny" aria-label={name} />;
  const Icon = icons[state];
  return <Icon className={mergeClasses(styles.mark, styles[state])} role="img" aria-label={name} />;
}
