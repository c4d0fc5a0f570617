import { makeStyles, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Regular,
  CircleHint16Regular,
  DismissCircle16Filled,
  type FluentIcon,
} from "@fluentui/react-icons";
import type { CheckResult } from "../../workbook/self-test/self-test";
import { usePaneLanguage } from "../language";
import { problemText } from "./details-text";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalM} 0 0`, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  icon: { marginTop: "2px" },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  problem: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

const icons: Readonly<Record<CheckResult["state"], FluentIcon>> = {
  passed: CheckmarkCircle16Regular,
  failed: DismissCircle16Filled,
  skipped: CircleHint16Regular,
  "not-run": CircleHint16Regular,
};

/** Failed checks first: they are what somebody has to look at. */
const order = (results: readonly CheckResult[]): CheckResult[] =>
  [...results].sort((left, right) => Number(right.state === "failed") - Number(left.state === "failed"));

export function ResultList({ results }: { results: readonly CheckResult[] }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const colour = ({ state }: CheckResult): string | undefined =>
    state === "passed" ? styles.passed : state === "failed" ? styles.failed : undefined;
  return (
    <ul className={styles.list}>
      {order(results).map((result) => {
        const Icon = icons[result.state];
        const state = texts(`selfTest:state.${result.state}`);
        const more = result.state === "passed" ? "" : problemText(texts, result) || state;
        return (
          <li key={result.id} className={styles.row}>
            <span className={styles.icon}>
              <Icon className={colour(result)} role="img" aria-label={state} />
            </span>
            <span>
              {texts(`selfTest:name.${result.id}`)}
              {more ? (
                <p className={styles.problem}>
                  {more} {result.detail ? <code lang="en">{result.detail}</code> : null}
                </p>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
