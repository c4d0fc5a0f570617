import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useEnvironment, useModel } from "../card-context";
import { Message } from "../elements/Message";
import { usePaneLanguage } from "../language";
import { FIRST_HINT } from "../first-run/first-hint";

const useStyles = makeStyles({ space: { marginTop: tokens.spacingVerticalS } });

/** The one hint after set-up; gone for good once it is closed. */
export function FirstHint() {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { order, asOf } = useModel();
  const { storage } = useEnvironment();
  const [hint, setHint] = useState(() => storage.get(FIRST_HINT));
  if (hint !== "sample" && hint !== "empty") return null;
  // Whoever has brought accounts in needs no telling where to find them.
  if (hint === "empty" && order.length > 0) return null;
  const values = { count: order.length, date: formats.fullDate(asOf) };
  const close = (): void => {
    storage.set(FIRST_HINT, null);
    setHint(null);
  };
  return (
    <div className={styles.space}>
      <Message intent="info" sentence={texts(`first.hint.${hint}`, values)}>
        <Button size="small" onClick={close}>
          {texts("first.hint.close")}
        </Button>
      </Message>
    </div>
  );
}
