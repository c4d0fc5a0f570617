import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { useTexts } from "../language";

const useStyles = makeStyles({
  view: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
});

/** After Cancel of the first reading: what that means, and the way to start it again. */
export function Unread() {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const read = useRef<HTMLButtonElement>(null);
  const sentence = texts("unread.sentence");
  useEffect(() => {
    announcer.say(sentence);
    read.current?.focus();
  }, [announcer, sentence]);
  return (
    <div className={styles.view}>
      <Message intent="info" sentence={sentence}>
        <Button ref={read} appearance="primary" onClick={() => void card.readWorkbook()}>
          {texts("unread.read")}
        </Button>
      </Message>
    </div>
  );
}
