import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular, type FluentIcon } from "@fluentui/react-icons";
import { useRouting, type DrillIn } from "../routing";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) 16px",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXS}`,
    textAlign: "start",
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorSubtleBackgroundHover,
      textDecorationLine: "none",
    },
  },
  name: { display: "block", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  value: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  chevron: { alignSelf: "center", color: tokens.colorNeutralForeground3 },
});

interface DrillInRowProps {
  readonly to: DrillIn;
  readonly icon: FluentIcon;
  readonly name: string;
  /** How it stands, or what it is for. */
  readonly value: string;
}

/** A line of a list that opens a view over its area, and is found again on the way back. */
export function DrillInRow({ to, icon: Icon, name, value }: DrillInRowProps) {
  const styles = useStyles();
  const { open } = useRouting();
  return (
    <li>
      <Link
        as="button"
        className={styles.row}
        data-row
        data-opener={`row ${to.kind}`}
        onClick={() => open(to)}
      >
        <Icon aria-hidden />
        <span>
          <span className={styles.name}>{name}</span>
          <span className={styles.value}>{value}</span>
        </span>
        <ChevronRight16Regular aria-hidden className={styles.chevron} />
      </Link>
    </li>
  );
}
