import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEnvironment } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { KeptHere } from "./KeptHere";

const useStyles = makeStyles({
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
  },
  text: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

export function About() {
  const styles = useStyles();
  const texts = useTexts();
  const { version } = useEnvironment();
  const { back, open } = useRouting();
  return (
    <ViewFrame title={texts("settings.about")} context={texts("about.product", { version })} onBack={back}>
      <p className={styles.text}>{texts("about.what")}</p>
      <p className={styles.text}>{texts("about.privacy")}</p>
      <p className={styles.text}>{texts("about.protection")}</p>
      <p className={styles.text}>{texts("about.licence")}</p>
      <div className={styles.buttons}>
        <Button data-opener="about functions" onClick={() => open({ kind: "functions" })}>
          {texts("functions.open")}
        </Button>
        <Button data-opener="self-test" onClick={() => open({ kind: "self-test" })}>
          {texts("selfTest:title")}
        </Button>
      </div>
      <KeptHere />
    </ViewFrame>
  );
}
