import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Tier } from "../../core/units";
import { TierBadge } from "./TierBadge";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    "@media (prefers-reduced-motion: no-preference)": {
      transitionProperty: "background-color",
      transitionDuration: tokens.durationFaster,
    },
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    borderRadius: tokens.borderRadiusMedium,
  },
  line: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: tokens.lineHeightBase400,
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    textAlign: "start",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
  },
  evidence: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

interface EntryRowProps {
  readonly tier: Tier;
  readonly name: string;
  /** Marks the control, so that focus finds it again after a drill-in. */
  readonly opener: string;
  readonly onOpen: () => void;
  readonly evidence: ReactNode;
  readonly actions?: ReactNode;
}

/** Two lines: who with the actions at the right end, and the evidence across the full width. */
export function EntryRow({ tier, name, opener, onOpen, evidence, actions }: EntryRowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <TierBadge tier={tier} />
      <div>
        <div className={styles.line}>
          <Link
            as="button"
            className={styles.name}
            title={name}
            data-row
            data-opener={opener}
            onClick={onOpen}
          >
            {name}
          </Link>
          {actions}
        </div>
        <p className={styles.evidence}>{evidence}</p>
      </div>
    </li>
  );
}
