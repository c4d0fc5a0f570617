import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CriterionPoints } from "../../core/figures";
import { usePaneLanguage } from "../language";

const useStyles = makeStyles({
  cutLabel: {
    position: "relative",
    height: tokens.lineHeightBase200,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  label: { position: "absolute", whiteSpace: "nowrap" },
  bar: { position: "relative", marginTop: tokens.spacingVerticalXS },
  track: {
    display: "flex",
    height: "12px",
    borderRadius: tokens.borderRadiusSmall,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Canvas",
      outlineColor: "CanvasText",
    },
  },
  part: {
    boxSizing: "border-box",
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralBackground1}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText", borderRightColor: "Canvas" },
  },
  other: {
    backgroundColor: tokens.colorCompoundBrandBackgroundPressed,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  cut: {
    position: "absolute",
    top: `calc(-1 * ${tokens.spacingVerticalXS})`,
    bottom: `calc(-1 * ${tokens.spacingVerticalXS})`,
    width: tokens.strokeWidthThick,
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Highlight" },
  },
  ends: {
    display: "flex",
    justifyContent: "space-between",
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface ScoreBarProps {
  readonly parts: readonly CriterionPoints[];
  readonly score: number;
  /** The score from which the account is important; null if the axis decides no tier. */
  readonly line: number | null;
}

/** The whole score split by criterion on a scale of 100, with the cut marked. The rows below say it in words. */
export function ScoreBar({ parts, score, line }: ScoreBarProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const cut = line === null ? null : Math.max(0, Math.min(100, line));
  const side = cut !== null && cut > 50 ? { right: `${Math.max(0, 80 - cut)}%` } : { left: `${cut ?? 0}%` };
  return (
    <div>
      {cut === null ? null : (
        <div className={styles.cutLabel}>
          <span className={styles.label} style={side}>
            {texts("why.importantFrom", { cut: formats.number(cut, Number.isInteger(cut) ? 0 : 1) })}
          </span>
        </div>
      )}
      <div
        className={styles.bar}
        role="img"
        aria-label={texts("why.bar", { score: formats.number(score, 1) })}
      >
        <div className={styles.track}>
          {parts
            .filter(({ points }) => points > 0)
            .map(({ criterion, points }, index) => (
              <span
                key={criterion.id}
                className={mergeClasses(styles.part, index % 2 === 1 && styles.other)}
                style={{ width: `${points}%` }}
              />
            ))}
        </div>
        {cut === null ? null : <span className={styles.cut} style={{ left: `${cut}%` }} />}
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{formats.number(0)}</span>
        <span>{formats.number(100)}</span>
      </div>
    </div>
  );
}
