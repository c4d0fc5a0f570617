import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Tier } from "../../core/units";
import { usePaneLanguage } from "../language";
import { tierName } from "../names";

const useStyles = makeStyles({
  badge: {
    display: "inline-flex",
    flexShrink: 0,
    alignItems: "center",
    justifyContent: "center",
    boxSizing: "border-box",
    minWidth: "20px",
    height: "20px",
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  // The serifs of the monospace I keep it from being read as a bar or a 1.
  letter: { fontFamily: tokens.fontFamilyMonospace },
  word: { paddingLeft: tokens.spacingHorizontalXXS, paddingRight: tokens.spacingHorizontalXXS },
  important: {
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "CanvasText",
      color: "Canvas",
    },
  },
  special: {
    backgroundColor: tokens.colorPalettePurpleBackground2,
    color: tokens.colorPalettePurpleForeground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorPalettePurpleBorderActive}`,
    borderBottomWidth: tokens.strokeWidthThicker,
  },
  general: {
    color: tokens.colorNeutralForeground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
});

/** Tier by fill, edge and letter; an image with the tier's name unless that name stands beside it. */
export function TierBadge({ tier, beside = false }: { tier: Tier; beside?: boolean }) {
  const styles = useStyles();
  const { texts, language } = usePaneLanguage();
  const shape = language === "en" ? styles.letter : styles.word;
  const said = beside
    ? { "aria-hidden": true }
    : { role: "img", "aria-label": tierName(texts, tier), title: tierName(texts, tier) };
  return (
    <span {...said} className={mergeClasses(styles.badge, styles[tier], shape)}>
      {texts(`tier.mark.${tier}`)}
    </span>
  );
}
