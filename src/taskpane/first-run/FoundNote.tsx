import { makeStyles, tokens } from "@fluentui/react-components";
import type { Language } from "../../core/units";
import type { CardState } from "../../workbook/card";
import { useTexts } from "../language";

const useStyles = makeStyles({
  note: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  line: { margin: 0 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** Names that fit the note; the rest are counted. */
const named = 4;

type NoCard = Extract<CardState, { kind: "none" }>;

/** What stands in the workbook and is left alone, and how the card's sheets are called where a name is taken (WB9). */
export function FoundNote({ state, language }: { state: NoCard; language: Language }) {
  const styles = useStyles();
  const texts = useTexts();
  const { found, otherSheets } = state;
  if (otherSheets === 0) return null;
  const sheets = found?.sheets ?? [];
  const more = sheets.length - named;
  const names = sheets.slice(0, named).join(texts("comma"));
  const renamed = found?.renamed[language] ?? [];
  const lines = [
    names === ""
      ? ""
      : more > 0
        ? texts("first.namesMore", { names, count: more })
        : texts("first.names", { names }),
    found && found.hidden > 0 ? texts("first.hidden", { count: found.hidden }) : "",
    texts("first.after"),
    ...renamed.map((values) => texts("first.renamed", values)),
  ].filter(Boolean);
  return (
    <div className={styles.note}>
      <p className={styles.title}>{texts("first.untouched", { count: otherSheets })}</p>
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
    </div>
  );
}
