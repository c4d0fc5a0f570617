import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { DateField } from "../elements/DateField";
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

/** The day all figures are counted from: today, or a fixed day (WB12). */
export function AsOf() {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const { model } = useReadyCard();
  const { back } = useRouting();
  const attempt = useOutcome();
  const [fixed, setFixed] = useState(model.settings.asOf !== null);
  const [day, setDay] = useState<number | null>(model.settings.asOf ?? model.asOf);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (fixed && day === null) {
      setProblem(texts("log.problem.date"));
      return;
    }
    const done = await attempt.run(() => saved(card.changeSettings({ asOf: fixed ? day : null })));
    if (!done) return;
    announcer.say(texts("settings.saved"));
    back();
  };
  return (
    <ViewFrame
      title={texts("settings.as-of")}
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
        <Field label={texts("asOf.label")} hint={texts("asOf.hint")}>
          <RadioGroup
            value={fixed ? "fixed" : "today"}
            onChange={(_event, data) => setFixed(data.value === "fixed")}
          >
            <Radio value="today" label={texts("asOf.today")} />
            <Radio value="fixed" label={texts("asOf.fixed")} />
          </RadioGroup>
        </Field>
        {fixed ? (
          <DateField
            label={texts("asOf.day")}
            required
            day={day}
            problem={problem}
            onChange={(next) => {
              setDay(next);
              setProblem(null);
            }}
          />
        ) : null}
      </div>
    </ViewFrame>
  );
}
