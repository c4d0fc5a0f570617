import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { CopySheet } from "../../workbook/values-copy/copy-verbs";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";

const useStyles = makeStyles({
  text: { margin: `${tokens.spacingVerticalM} 0`, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  sheet: { paddingBottom: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  leftOut: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  waiting: { marginTop: tokens.spacingVerticalL, justifyContent: "flex-start" },
});

function SheetOfCopy({ sheet, rows, leftOut }: CopySheet) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  return (
    <li className={styles.sheet}>
      <span className={styles.name}>{sheet}</span>{" "}
      {texts("valuesCopy.rows", { count: rows, rows: formats.number(rows) })}
      {leftOut.length > 0 ? (
        <div className={styles.leftOut}>
          {texts("valuesCopy.leftOut", { columns: leftOut.join(texts("valuesCopy.comma")) })}
        </div>
      ) : null}
    </li>
  );
}

/** A copy with values for someone without the add-in: what it holds and what stays behind, then a new workbook (TP8). */
export function ValuesCopy() {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const card = useCard();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const attempt = useOutcome();
  const [sheets, setSheets] = useState<readonly CopySheet[] | null>(null);
  const [opened, setOpened] = useState(false);
  const { run } = attempt;
  const asked = useRef(false);
  const look = async (): Promise<void> => setSheets(await run(() => card.copies.preview()));
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void run(() => card.copies.preview()).then(setSheets);
  }, [card, run]);
  const open = async (): Promise<void> => {
    const held = await attempt.run(() => card.copies.open());
    if (!held) return;
    setSheets(held);
    setOpened(true);
    announcer.say(texts("valuesCopy.opened"));
  };
  return (
    <ViewFrame
      title={texts("valuesCopy.title")}
      onBack={back}
      dockMessage={
        attempt.issue ? (
          <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} />
        ) : opened ? (
          <Message intent="success" sentence={texts("valuesCopy.opened")} />
        ) : null
      }
      actions={
        sheets ? (
          <Button appearance="primary" disabledFocusable={attempt.busy} onClick={() => void open()}>
            {texts("valuesCopy.open")}
          </Button>
        ) : (
          <Button disabledFocusable={attempt.busy} onClick={() => void look()}>
            {texts("valuesCopy.again")}
          </Button>
        )
      }
    >
      <p className={styles.text}>{texts("valuesCopy.text")}</p>
      {sheets ? (
        <ul className={styles.list}>
          {sheets.map((sheet) => (
            <SheetOfCopy key={sheet.sheet} {...sheet} />
          ))}
        </ul>
      ) : null}
      {attempt.busy ? (
        <Spinner className={styles.waiting} size="tiny" label={texts("valuesCopy.working")} />
      ) : null}
    </ViewFrame>
  );
}
