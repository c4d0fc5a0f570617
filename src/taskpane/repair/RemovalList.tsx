import { makeStyles, tokens } from "@fluentui/react-components";
import type { RemovalPreview } from "../../workbook/upkeep-verbs";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";

const useStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  text: { margin: `${tokens.spacingVerticalS} 0 0`, overflowWrap: "anywhere" },
});

/** Addresses that are named; the rest are counted. */
const namedCells = 5;

/** Sheets that go with their rows, sheets that are kept with the reason, formulas that will have nothing to name. */
export function RemovalList({ preview }: { preview: RemovalPreview }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const going = preview.sheets.filter(({ kept }) => kept === null);
  const kept = preview.sheets.filter((sheet) => sheet.kept !== null);
  const { formulas } = preview;
  const cells = formulas.slice(0, namedCells).join(texts("comma"));
  return (
    <>
      <h3 className={styles.title}>{texts("remove.going", { count: going.length })}</h3>
      <ul className={styles.list}>
        {going.map(({ sheet, rows, review }) => (
          <li key={sheet}>
            {review
              ? texts("remove.reviewSheet", { sheet })
              : texts("remove.sheet", { sheet, count: rows, rows: formats.number(rows) })}
          </li>
        ))}
      </ul>
      {kept.length > 0 ? (
        <>
          <h3 className={styles.title}>{texts("remove.kept", { count: kept.length })}</h3>
          <ul className={styles.list}>
            {kept.map(({ sheet, kept: why }) => (
              <li key={sheet}>
                {texts("remove.keptSheet", { sheet, why: why ? issueSentence(texts, why) : "" })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {formulas.length > 0 ? (
        <p className={styles.text}>{texts("remove.formulas", { count: formulas.length, cells })}</p>
      ) : null}
    </>
  );
}
