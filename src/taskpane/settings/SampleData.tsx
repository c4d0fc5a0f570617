import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { AskFirst } from "../elements/AskFirst";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage, useTexts } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";

const tables = ["accounts", "contacts", "purchases", "interactions"] as const;

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, fontVariantNumeric: "tabular-nums" },
});

/** Rows the tables hold now: what is asked about before the sample goes. */
function RowCounts() {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { rowCounts } = useReadyCard();
  return (
    <ul className={styles.list}>
      {tables
        .filter((table) => (rowCounts[table] ?? 0) > 0)
        .map((table) => (
          <li key={table}>
            {texts(`sample.rows.${table}`, {
              count: rowCounts[table] ?? 0,
              rows: formats.number(rowCounts[table] ?? 0),
            })}
          </li>
        ))}
    </ul>
  );
}

/** Removes the sample after asking, or brings it back; rows the person added stay. */
export function SampleData() {
  const card = useCard();
  const { hasSample } = useReadyCard();
  return !hasSample && card.upkeep.removedSample > 0 ? <RemovedSample /> : <StandingSample />;
}

/** The way back of a removed sample. */
function RemovedSample() {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const attempt = useOutcome();
  const count = card.upkeep.removedSample;
  const bringBack = async (): Promise<void> => {
    const done = await attempt.run(() => card.upkeep.bringBackSample());
    if (done) announcer.say(texts("sample.back", { count: done.rows }));
  };
  return (
    <ViewFrame
      title={texts("settings.sample")}
      onBack={back}
      dockMessage={
        attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null
      }
      actions={
        <Button disabledFocusable={attempt.busy} onClick={() => void bringBack()}>
          {texts("sample.bringBack")}
        </Button>
      }
    >
      <p className={styles.text}>{texts("sample.goneTitle", { count })}</p>
      <p className={styles.text}>{texts("sample.bringBackText")}</p>
    </ViewFrame>
  );
}

function StandingSample() {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const card = useCard();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const attempt = useOutcome();
  const remove = async (): Promise<void> => {
    const removed = await attempt.run(() => card.removeSample());
    if (!removed) return;
    announcer.say(texts("sample.removed", { count: removed.rows }));
  };
  return (
    <ViewFrame
      title={texts("settings.sample")}
      onBack={back}
      dockMessage={
        attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null
      }
      actions={
        <AskFirst
          action={texts("sample.remove")}
          title={texts("sample.askTitle")}
          keep={texts("sample.keep")}
          disabled={attempt.busy}
          onConfirm={() => void remove()}
        >
          <p className={styles.text}>{texts("sample.ask")}</p>
          <RowCounts />
          <p className={styles.text}>{texts("sample.undoable")}</p>
        </AskFirst>
      }
    >
      <p className={styles.text}>{texts("sample.text")}</p>
      <RowCounts />
    </ViewFrame>
  );
}
