import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Outcome } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";
import { SaveBar } from "./SaveBar";
import { saved } from "./saved";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface SettingFormProps {
  readonly title: string;
  readonly context?: string;
  /** What is wrong with the form as a whole, as a sentence. */
  readonly problem?: string | null;
  /** Asked when Save is pressed: false where something typed cannot be saved, which the form then says. */
  readonly check?: () => boolean;
  readonly onSave: () => Promise<Outcome<void>>;
  readonly children: ReactNode;
}

/** A view of settings that is saved as a whole: once that is done it says so and goes back, else it says why not. */
export function SettingForm({ title, context, problem, check, onSave, children }: SettingFormProps) {
  const styles = useStyles();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const attempt = useOutcome();
  const save = async (): Promise<void> => {
    if (check && !check()) return;
    if (!(await attempt.run(() => saved(onSave())))) return;
    announcer.say(texts("settings.saved"));
    back();
  };
  const sentence = attempt.issue ? issueSentence(texts, attempt.issue) : problem;
  return (
    <ViewFrame
      title={title}
      context={context}
      onBack={back}
      dockMessage={sentence ? <Message intent="warning" sentence={sentence} /> : null}
      actions={
        <SaveBar
          label={texts("settings.save")}
          busy={attempt.busy}
          onSave={() => void save()}
          onDiscard={back}
        />
      }
    >
      <div className={styles.fields}>{children}</div>
    </ViewFrame>
  );
}
