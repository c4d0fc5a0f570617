import { makeStyles, tokens } from "@fluentui/react-components";
import { ProgressSteps } from "../elements/ProgressSteps";
import { useTexts } from "../language";

const useStyles = makeStyles({
  title: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function SetUpProgress() {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div>
      <h1 className={styles.title}>{texts("first.working")}</h1>
      <ProgressSteps name={texts("first.working")} cancelEffect={texts("first.cancelEffect")} />
    </div>
  );
}
