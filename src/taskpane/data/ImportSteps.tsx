import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight12Regular } from "@fluentui/react-icons";

import { useTexts } from "../language";

const steps = ["map", "preview", "import"] as const;

const useStyles = makeStyles({
  steps: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  step: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  current: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/** Where an import stands. */
export function ImportSteps({ current }: { current: (typeof steps)[number] }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <ol className={styles.steps} aria-label={texts("import.steps")}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={mergeClasses(styles.step, step === current && styles.current)}
          aria-current={step === current ? "step" : undefined}
        >
          {index > 0 ? <ChevronRight12Regular aria-hidden /> : null}
          {texts(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
