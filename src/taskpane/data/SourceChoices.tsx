import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentArrowUp20Regular, Table20Regular, TableCellsMerge20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type DragEvent } from "react";
import type { ForeignTable } from "../../workbook/import/import-job";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import type { ImportWork } from "./use-import-work";

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  hint: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  drop: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalXL,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  over: { backgroundColor: tokens.colorNeutralBackground2Hover },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  choice: { justifyContent: "flex-start", width: "100%", overflowWrap: "anywhere", textAlign: "start" },
});

/** The tables of the workbook that are none of the card's; none while they cannot be read. */
function useForeignTables(): readonly ForeignTable[] {
  const card = useCard();
  const [tables, setTables] = useState<readonly ForeignTable[]>([]);
  useEffect(() => {
    let gone = false;
    void card.imports.tables().then((outcome) => {
      if (!gone && outcome.ok) setTables(outcome.value);
    });
    return () => {
      gone = true;
    };
  }, [card]);
  return tables;
}

/** Where the rows come from: a file, the selected cells, or a table of this workbook. */
export function SourceChoices({ work, onBack }: { work: ImportWork; onBack: () => void }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const tables = useForeignTables();
  const { attempt, badFile } = work;
  return (
    <ViewFrame
      title={texts("import.title")}
      onBack={onBack}
      dockMessage={
        attempt.issue ? (
          <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} />
        ) : badFile ? (
          <Message intent="warning" sentence={texts("import.badFile")} />
        ) : null
      }
    >
      <p className={styles.text}>{texts("import.intro")}</p>
      <FileDrop onFile={(file) => void work.openFile(file)} />
      <SectionTitle title={texts("import.fromBook")} />
      <ul className={styles.list}>
        <li>
          <Button
            className={styles.choice}
            icon={<TableCellsMerge20Regular />}
            onClick={() => void work.openCells({ kind: "selection" })}
          >
            {texts("import.selection")}
          </Button>
          <p className={styles.hint}>{texts("import.selectionHint")}</p>
        </li>
        {tables.map(({ name, sheet, rows }) => (
          <li key={name}>
            <Button
              className={styles.choice}
              icon={<Table20Regular />}
              onClick={() => void work.openCells({ kind: "table", table: name })}
            >
              {texts("import.table", { name })}
            </Button>
            <p className={styles.hint}>{texts("import.tableRows", { sheet, rows: formats.number(rows) })}</p>
          </li>
        ))}
      </ul>
    </ViewFrame>
  );
}

function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      className={mergeClasses(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button appearance="primary" icon={<DocumentArrowUp20Regular />} onClick={() => input.current?.click()}>
        {texts("import.choose")}
      </Button>
      <span>{texts("import.drop")}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label={texts("import.choose")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was corrected.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
