import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";
import { SaveBar } from "./SaveBar";
import { saved } from "./saved";

const useStyles = makeStyles({
  fields: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
  },
});

/** Whether the accounts of a group are scored one by one, or all by the purchases of the group (TP9). */
export function GroupScoring() {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const { records } = useReadyCard();
  const { back } = useRouting();
  const attempt = useOutcome();
  const [together, setTogether] = useState(records.settings.scoreGroups);
  const save = async (): Promise<void> => {
    const done = await attempt.run(() => saved(card.changeSettings({ scoreGroups: together })));
    if (!done) return;
    announcer.say(texts("settings.saved"));
    back();
  };
  return (
    <ViewFrame
      title={texts("settings.groups")}
      onBack={back}
      dockMessage={
        attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null
      }
      actions={
        <SaveBar
          label={texts("settings.save")}
          busy={attempt.busy}
          onSave={() => void save()}
          onDiscard={back}
        />
      }
    >
      <div className={styles.fields}>
        <Field label={texts("group:setting.label")} hint={texts("group:setting.hint")}>
          <RadioGroup
            value={together ? "together" : "each"}
            onChange={(_event, data) => setTogether(data.value === "together")}
          >
            <Radio value="each" label={texts("group:setting.each")} />
            <Radio value="together" label={texts("group:setting.together")} />
          </RadioGroup>
        </Field>
        {records.accounts.some(({ parent }) => parent !== "") ? null : (
          <Text size={200}>{texts("group:setting.none")}</Text>
        )}
      </div>
    </ViewFrame>
  );
}
