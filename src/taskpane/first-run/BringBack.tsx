import { Button } from "@fluentui/react-components";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useOutcome } from "../use-outcome";

/** Right after the card was removed: the way back, and what it does not bring. */
export function BringBack() {
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const { removedSheets } = card.upkeep;
  if (removedSheets.length === 0) return null;
  const bringBack = async (): Promise<void> => {
    const done = await attempt.run(() => card.upkeep.bringBackCard());
    if (done) announcer.say(texts("remove.back"));
  };
  return (
    <>
      <Message intent="info" sentence={texts("remove.gone", { count: removedSheets.length })}>
        <Button size="small" disabledFocusable={attempt.busy} onClick={() => void bringBack()}>
          {texts("remove.bringBack")}
        </Button>
      </Message>
      {attempt.issue ? <Message intent="error" sentence={issueSentence(texts, attempt.issue)} /> : null}
    </>
  );
}
