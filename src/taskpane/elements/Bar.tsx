import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  track: {
    display: "block",
    boxSizing: "border-box",
    height: "6px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Canvas",
      outlineColor: "CanvasText",
    },
  },
  fill: {
    display: "block",
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: "width",
    transitionDuration: tokens.durationNormal,
    transitionTimingFunction: tokens.curveEasyEase,
    "@media (prefers-reduced-motion: reduce)": { transitionDuration: "0s" },
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
});

const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;

/**
 * A bar for the eye; its value stands as text beside it. `length` shortens the track itself, so that bars of
 * different maxima can be drawn to one scale.
 */
export function Bar({
  share,
  length = 1,
  className,
}: {
  share: number;
  length?: number;
  className?: string;
}) {
  const styles = useStyles();
  return (
    <span
      aria-hidden
      className={mergeClasses(styles.track, className)}
      style={length < 1 ? { width: percent(length) } : undefined}
    >
      <span className={styles.fill} style={{ width: percent(share) }} />
    </span>
  );
}
