import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePaneLanguage } from "../language";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalXXS,
  },
  title: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    marginLeft: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

interface SectionTitleProps {
  readonly id?: string;
  readonly title: string;
  /** Part of the heading's name: "Visits and calls 5". */
  readonly count?: string | number;
  readonly children?: ReactNode;
}

export function SectionTitle({ id, title, count, children }: SectionTitleProps) {
  const styles = useStyles();
  const { formats } = usePaneLanguage();
  const written = typeof count === "number" ? formats.number(count) : count;
  return (
    <div className={styles.line}>
      <h3 id={id} className={styles.title}>
        {title}
        {written === undefined ? null : <span className={styles.count}> {written}</span>}
      </h3>
      {children}
    </div>
  );
}
