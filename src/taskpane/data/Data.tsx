import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowImport20Regular, MathFormula20Regular, SaveCopy20Regular } from "@fluentui/react-icons";
import { useCardState } from "../card-context";
import { DrillInRow } from "../elements/DrillInRow";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { Import } from "./Import";
import { ValuesCopy } from "./ValuesCopy";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: "none" },
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
  if (place.drillIn?.kind === "values-copy") return <ValuesCopy />;
  const count = (table: string): string => formats.number(state.rowCounts[table] ?? 0);
  const counts = {
    accounts: count("accounts"),
    contacts: count("contacts"),
    purchases: count("purchases"),
  };
  return (
    <ViewFrame title={texts("area.data")} context={texts("data.counts", counts)}>
      <ul className={styles.list}>
        <DrillInRow
          to={{ kind: "import" }}
          icon={ArrowImport20Regular}
          name={texts("import.title")}
          value={texts("import.row")}
        />
        <DrillInRow
          to={{ kind: "values-copy" }}
          icon={SaveCopy20Regular}
          name={texts("valuesCopy.title")}
          value={texts("valuesCopy.row")}
        />
        <DrillInRow
          to={{ kind: "functions" }}
          icon={MathFormula20Regular}
          name={texts("functions.title")}
          value={texts("functions.row")}
        />
      </ul>
    </ViewFrame>
  );
}
