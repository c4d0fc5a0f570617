import { makeStyles, tokens } from "@fluentui/react-components";
import { useTexts } from "../language";
import type { CatalogueFunction } from "./catalogue";

const useStyles = makeStyles({
  line: { margin: `${tokens.spacingVerticalXS} 0 0` },
  value: { fontWeight: tokens.fontWeightSemibold },
  table: {
    width: "100%",
    marginTop: tokens.spacingVerticalXXS,
    tableLayout: "fixed",
    borderCollapse: "collapse",
    overflowWrap: "anywhere",
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: "start",
    verticalAlign: "top",
  },
  quiet: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
});

/** The result in the sample workbook: a value, or the beginning of a table that fits into the pane. */
export function ExampleResult({
  shown: { rows, columns, turned, shown, dates },
}: {
  readonly shown: CatalogueFunction;
}) {
  const styles = useStyles();
  const texts = useTexts();
  const dateNote = dates ? <p className={styles.quiet}>{texts("catalogue:dates")}</p> : null;
  if (rows === 1 && columns === 1)
    return (
      <>
        <p className={styles.line}>
          {texts("catalogue:gives")} <span className={styles.value}>{shown[0]?.[0]}</span>
        </p>
        {dateNote}
      </>
    );
  const visible = turned ? (shown[0]?.length ?? 0) : shown.length;
  const size = {
    rows: texts("catalogue:rows", { count: rows }),
    columns: texts("catalogue:columns", { count: columns }),
  };
  return (
    <>
      <p className={styles.line}>{texts("catalogue:givesTable", size)}</p>
      <table className={styles.table}>
        <tbody>
          {shown.map((line, row) => (
            <tr key={row}>
              {line.map((cell, column) => (
                <td key={column} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {turned ? <p className={styles.quiet}>{texts("catalogue:turned")}</p> : null}
      {visible < rows ? <p className={styles.quiet}>{texts("catalogue:first", { count: visible })}</p> : null}
      {dateNote}
    </>
  );
}
