import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Issue } from "../../workbook/outcome";
import { Message } from "../elements/Message";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useRouting } from "../routing";

const useStyles = makeStyles({
  notes: {
    flexShrink: 0,
    maxHeight: "50%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalNone}`,
  },
  repair: { flexShrink: 0, alignSelf: "flex-start" },
});

/** Names each sheet and column that cannot be read; the healthy part of the card stays usable below. */
export function DamagedNote({ issues }: { issues: readonly Issue[] }) {
  const styles = useStyles();
  const texts = useTexts();
  const { open } = useRouting();
  // Two cards are told apart by the person alone.
  const repairable = issues.some(({ code }) => code !== "severalCards");
  return (
    <div role="group" aria-label={texts("damaged.label")} tabIndex={0} className={styles.notes}>
      {issues.map((issue) => (
        <Message
          key={`${issue.code} ${Object.values(issue.values).join(" ")}`}
          intent="error"
          sentence={issueSentence(texts, issue)}
        />
      ))}
      {repairable ? (
        <Button
          className={styles.repair}
          appearance="primary"
          data-opener="repair"
          onClick={() => open({ kind: "repair" })}
        >
          {texts("damaged.repair")}
        </Button>
      ) : null}
    </div>
  );
}
