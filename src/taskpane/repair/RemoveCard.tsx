import { Field, makeStyles, Radio, RadioGroup, Spinner, tokens } from "@fluentui/react-components";
import { AskFirst } from "../elements/AskFirst";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { RemovalList } from "./RemovalList";
import { useRemovalWork } from "./use-removal-work";

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** Takes the card out of the workbook after naming every sheet with its rows, what is kept and what is lost (TP6). */
export function RemoveCard() {
  const styles = useStyles();
  const texts = useTexts();
  const { back } = useRouting();
  const { attempt, preview, keepTables, choose, remove } = useRemovalWork();
  return (
    <ViewFrame
      title={texts("settings.remove-card")}
      onBack={back}
      dockMessage={
        attempt.issue ? <Message intent="error" sentence={issueSentence(texts, attempt.issue)} /> : null
      }
      actions={
        <AskFirst
          action={texts("remove.run")}
          title={texts("remove.askTitle")}
          keep={texts("remove.stay")}
          disabled={attempt.busy || !preview}
          onConfirm={() => void remove()}
        >
          {preview ? <RemovalList preview={preview} /> : null}
          <p className={styles.text}>{texts("remove.ask")}</p>
        </AskFirst>
      }
    >
      <p className={styles.text}>{texts("remove.text")}</p>
      <Field label={texts("remove.rows")}>
        <RadioGroup
          value={keepTables ? "keep" : "delete"}
          disabled={attempt.busy}
          onChange={(_event, data) => choose(data.value === "keep")}
        >
          <Radio value="delete" label={texts("remove.delete")} />
          <Radio value="keep" label={texts("remove.keep")} />
        </RadioGroup>
      </Field>
      {preview ? (
        <RemovalList preview={preview} />
      ) : attempt.busy ? (
        <Spinner size="small" label={texts("repair.looking")} />
      ) : null}
    </ViewFrame>
  );
}
