import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { FindingCard } from "./FindingCard";
import { useRepairWork } from "./use-repair-work";

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  list: { margin: 0, padding: 0 },
});

type Work = ReturnType<typeof useRepairWork>;

/** What was repaired, what is left, or what stood in the way. */
function RepairMessage({ attempt, report }: Pick<Work, "attempt" | "report">) {
  const texts = useTexts();
  if (attempt.issue) return <Message intent="error" sentence={issueSentence(texts, attempt.issue)} />;
  if (!report) return null;
  const left = report.left.map((issue) => issueSentence(texts, issue)).join(texts("sentenceGap"));
  return (
    <Message
      intent={report.left.length > 0 ? "warning" : "success"}
      sentence={[texts("repair.done", { count: report.repaired }), left ? texts("repair.left", { left }) : ""]
        .filter(Boolean)
        .join(texts("sentenceGap"))}
    />
  );
}

/** Shows what is not as the card needs it, each with what can be done; nothing is written before it is asked for (WB6). */
export function Repair() {
  const styles = useStyles();
  const texts = useTexts();
  const { back } = useRouting();
  const work = useRepairWork();
  const { attempt, preview, choices, chosen } = work;
  const findings = preview?.findings ?? [];
  return (
    <ViewFrame
      title={texts("repair.title")}
      onBack={back}
      dockMessage={<RepairMessage attempt={attempt} report={work.report} />}
      actions={
        <>
          {findings.length > 0 ? (
            <Button
              appearance="primary"
              disabledFocusable={attempt.busy || chosen === 0}
              icon={attempt.busy ? <Spinner size="extra-tiny" aria-label={texts("repair.working")} /> : null}
              onClick={() => void work.repair()}
            >
              {texts("repair.run", { count: chosen })}
            </Button>
          ) : null}
          <Button disabledFocusable={attempt.busy} onClick={() => void work.look()}>
            {texts("repair.again")}
          </Button>
        </>
      }
    >
      {preview ? (
        <p className={styles.text}>{texts(findings.length > 0 ? "repair.text" : "repair.nothing")}</p>
      ) : attempt.busy ? (
        <Spinner size="small" label={texts("repair.looking")} />
      ) : null}
      <ul className={styles.list}>
        {findings.map((finding) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            choice={choices[finding.id] ?? "leave"}
            disabled={attempt.busy}
            onChoose={(option) => work.choose(finding.id, option)}
          />
        ))}
      </ul>
      {preview && preview.moreOrphans > 0 ? (
        <p className={styles.text}>{texts("repair.moreOrphans", { count: preview.moreOrphans })}</p>
      ) : null}
    </ViewFrame>
  );
}
