import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useRefreshing } from "../refreshing";

const useStyles = makeStyles({ space: { padding: tokens.spacingVerticalS } });

/** What stopped a refresh, above the footer; a filter is cleared and set again only after being asked (WB14). */
export function RefreshIssue() {
  const styles = useStyles();
  const texts = useTexts();
  const { issue, refresh, clear } = useRefreshing();
  if (!issue) return null;
  return (
    <div className={styles.space}>
      <Message intent="warning" sentence={issueSentence(texts, issue)}>
        {issue.code === "filtered" ? (
          <Button size="small" onClick={() => void refresh({ clearFilters: true })}>
            {texts("footer.clearFilters")}
          </Button>
        ) : (
          <Button size="small" onClick={() => void refresh()}>
            {texts("footer.again")}
          </Button>
        )}
        <Button size="small" appearance="transparent" onClick={clear}>
          {texts("close")}
        </Button>
      </Message>
    </div>
  );
}
