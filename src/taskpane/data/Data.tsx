import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowImport20Regular, ChevronRight16Regular, MathFormula20Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useCardState } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { Import } from "./Import";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: "none" },
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
  },
  chevron: { alignSelf: "center", color: tokens.colorNeutralForeground3 },
});

/** What comes into the workbook and goes out of it. */
export function Data() {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const state = useCardState();
  const { place } = useRouting();
  // A damaged workbook says at the top what is missing; imports need all of it.
  if (state.kind !== "ready")
    return <ViewFrame title={texts("area.data")}>{texts("data.damaged")}</ViewFrame>;
  if (place.drillIn?.kind === "import") return <Import />;
  const count = (table: string): string => formats.number(state.rowCounts[table] ?? 0);
  const counts = {
    accounts: count("accounts"),
    contacts: count("contacts"),
    purchases: count("purchases"),
  };
  return (
    <ViewFrame title={texts("area.data")} context={texts("data.counts", counts)}>
      <ul className={styles.list}>
        <DataRow kind="import" icon={<ArrowImport20Regular aria-hidden />} />
        <DataRow kind="functions" icon={<MathFormula20Regular aria-hidden />} />
      </ul>
    </ViewFrame>
  );
}

interface DataRowProps {
  readonly kind: "import" | "functions";
  readonly icon: ReactNode;
}

function DataRow({ kind, icon }: DataRowProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { open } = useRouting();
  return (
    <li>
      <Link
        as="button"
        className={styles.row}
        data-row
        data-opener={`data ${kind}`}
        onClick={() => open({ kind })}
      >
        {icon}
        <span>
          <span className={styles.name}>{texts(`${kind}.title`)}</span>
          <span className={styles.value}>{texts(`${kind}.row`)}</span>
        </span>
        <ChevronRight16Regular aria-hidden className={styles.chevron} />
      </Link>
    </li>
  );
}
