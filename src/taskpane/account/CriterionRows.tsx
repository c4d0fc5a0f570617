import { makeStyles, tokens } from "@fluentui/react-components";
import type { CriterionPoints } from "../../core/figures";
import { Bar } from "../elements/Bar";
import { usePaneLanguage } from "../language";
import { criterionName } from "../names";
import { criterionValueText } from "./criterion-value-text";

const useStyles = makeStyles({
  head: {
    display: "flex",
    justifyContent: "space-between",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: { paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  line: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  points: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  total: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** Points of each criterion; the tracks are drawn to one scale, so that their lengths can be added by eye. */
export function CriterionRows({ parts, score }: { parts: readonly CriterionPoints[]; score: number | null }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const longest = Math.max(...parts.map(({ maximum }) => maximum), 1);
  const rows = [...parts].sort((a, b) => b.maximum - a.maximum);
  return (
    <section aria-labelledby="criteria-head">
      <div className={styles.head}>
        <span id="criteria-head">{texts("why.criterion")}</span>
        <span>{texts("why.points")}</span>
      </div>
      <ul className={styles.list}>
        {rows.map(({ criterion, value, scaled, points, maximum }) => (
          <li key={criterion.id} className={styles.row}>
            <div className={styles.line}>
              <span>
                {criterionName(texts, criterion)}{" "}
                <span className={styles.quiet}>
                  {value === null || scaled === null
                    ? texts("why.missing")
                    : criterionValueText(texts, formats, criterion.metric, value)}
                </span>
              </span>
              <span className={styles.points}>
                <span className={styles.strong}>{formats.number(points, 1)}</span>
                <span className={styles.quiet}>
                  {" "}
                  / {formats.number(maximum, Number.isInteger(maximum) ? 0 : 1)}
                </span>
              </span>
            </div>
            <Bar share={maximum > 0 ? points / maximum : 0} length={maximum / longest} />
          </li>
        ))}
      </ul>
      {score === null ? null : (
        <div className={styles.total}>
          <div className={styles.line}>
            <span className={styles.strong}>{texts("account.score")}</span>
            <span className={styles.points}>
              <span className={styles.strong}>{formats.number(score, 1)}</span>
              <span className={styles.quiet}> / {formats.number(100)}</span>
            </span>
          </div>
        </div>
      )}
    </section>
  );
}
