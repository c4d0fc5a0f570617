import { Button } from "@fluentui/react-components";
import { useFollowedAccount } from "../account/follow-account";
import { useModel } from "../card-context";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { savedSentence } from "./saved-sentence";
import type { LogForm } from "./use-log-form";

/** What saving did, docked above the button that caused it. */
export function SaveMessage({ form }: { form: LogForm }) {
  const { texts, formats } = usePaneLanguage();
  const model = useModel();
  const { open } = useFollowedAccount();
  const { toArea } = useRouting();
  const { issue, saved } = form;
  if (issue) return <Message intent="warning" sentence={issueSentence(texts, issue)} />;
  if (form.undone) return <Message intent="info" sentence={texts("log.undone")} />;
  if (!saved) return null;
  const account = saved.draft.accounts[0];
  return (
    <Message intent="success" sentence={savedSentence({ texts, formats, model }, saved)}>
      <Button size="small" disabledFocusable={form.busy} onClick={() => void form.undo()}>
        {texts("undo")}
      </Button>
      {account ? (
        <Button
          size="small"
          appearance="transparent"
          onClick={() => {
            open(account);
            toArea("account");
          }}
        >
          {texts("log.openAccount")}
        </Button>
      ) : null}
    </Message>
  );
}
