import { makeStyles, tokens } from "@fluentui/react-components";
import type { Issue } from "../../workbook/outcome";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";

const useStyles = makeStyles({
  notes: {
    flexShrink: 0,
    maxHeight: "50%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalNone}`,
  },
});

/** Names each sheet and column that cannot be read; the healthy part of the card stays usable below. */
export function DamagedNote({ issues }: { issues: readonly Issue[] }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div role="group" aria-label={texts("damaged.label")} tabIndex={0} className={styles.notes}>
      {issues.map((issue) => (
        <Message
          key={`${issue.code} ${Object.values(issue.values).join(" ")}`}
          intent="error"
          sentence={issueSentence(texts, issue)}
        />
      ))}
    </div>
  );
}
