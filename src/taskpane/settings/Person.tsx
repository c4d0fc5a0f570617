import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { useAnnouncer } from "../announcer";
import { useEnvironment } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { useTexts } from "../language";
import { useRouting } from "../routing";

const useStyles = makeStyles({ field: { marginTop: tokens.spacingVerticalM } });

/** The name written beside entries; kept on this computer, never in the workbook's settings (WB13). */
export function Person() {
  const styles = useStyles();
  const texts = useTexts();
  const environment = useEnvironment();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const [name, setName] = useState(environment.author());
  const save = (): void => {
    environment.setAuthor(name.trim());
    announcer.say(texts("settings.saved"));
    back();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing && event.nativeEvent.keyCode !== 229) save();
  };
  return (
    <ViewFrame
      title={texts("settings.person")}
      onBack={back}
      actions={
        <Button appearance="primary" onClick={save}>
          {texts("settings.save")}
        </Button>
      }
    >
      <Field className={styles.field} label={texts("person.name")} hint={texts("person.hint")}>
        <Input
          value={name}
          autoComplete="name"
          onChange={(_event, data) => setName(data.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
    </ViewFrame>
  );
}
