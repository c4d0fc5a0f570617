import { Button, Spinner } from "@fluentui/react-components";
import { useEffect } from "react";
import { useAnnouncer } from "../announcer";
import { Message } from "../elements/Message";
import { useTexts } from "../language";

/** In place of a view whose file is being loaded. */
export function ViewOnItsWay() {
  const texts = useTexts();
  return <Spinner size="small" aria-label={texts("loading")} />;
}

/** In place of a view whose file could not be loaded. */
export function ViewNotLoaded({ onRetry }: { onRetry: () => void }) {
  const texts = useTexts();
  const announcer = useAnnouncer();
  const sentence = texts("view.notLoaded");
  useEffect(() => announcer.alert(sentence), [announcer, sentence]);
  return (
    <Message intent="error" sentence={sentence}>
      <Button size="small" onClick={onRetry}>
        {texts("view.again")}
      </Button>
    </Message>
  );
}
