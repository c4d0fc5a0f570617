import { Button, makeStyles, ProgressBar, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { SelfTestReport } from "../../workbook/self-test/self-test";
import { useAnnouncer } from "../announcer";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { detailsText } from "./details-text";
import { ResultList } from "./ResultList";
import { useSelfTest, type SelfTestState } from "./use-self-test";

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  effect: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  details: { width: "100%", marginTop: tokens.spacingVerticalM },
});

/** Help > Check this Excel: what the add-in needs of its host, tried on a sheet of its own. */
export function SelfTest() {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { back } = useRouting();
  const test = useSelfTest();
  const { progress, report, issue } = test;
  const start = report || issue ? "again" : "start";
  return (
    <ViewFrame
      title={texts("selfTest:title")}
      onBack={back}
      dockMessage={issue ? <Message intent="warning" sentence={issueSentence(texts, issue)} /> : null}
      actions={
        progress ? null : (
          <Button appearance={report ? "secondary" : "primary"} onClick={() => void test.start()}>
            {texts(`selfTest:${start}`)}
          </Button>
        )
      }
    >
      {progress ? <Running test={test} /> : null}
      {report ? <Report report={report} /> : null}
      {progress || report ? null : <p className={styles.text}>{texts("selfTest:intro")}</p>}
    </ViewFrame>
  );
}

function Running({ test }: { test: SelfTestState }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const { done = 0, total = 0, id = null } = test.progress ?? {};
  const name = id === null ? "" : texts(`selfTest:name.${id}`);
  const label = id === null ? texts("loading") : texts("selfTest:running", { done: done + 1, total, name });
  return (
    <>
      <p className={styles.text}>{label}</p>
      <ProgressBar aria-label={label} {...(total > 0 ? { value: done, max: total } : {})} />
      <p className={styles.effect}>{texts(test.stopping ? "selfTest:stopping" : "selfTest:cancelEffect")}</p>
      <Button ref={cancel} disabledFocusable={test.stopping} onClick={test.cancel}>
        {texts("cancel")}
      </Button>
    </>
  );
}

/** In one sentence: how it went. */
function useSummary({ results, cancelled, leftSheet }: SelfTestReport) {
  const { texts } = usePaneLanguage();
  const total = results.length;
  const count = results.filter(({ state }) => state === "failed").length;
  const done = results.filter(({ state }) => state !== "not-run").length;
  if (leftSheet !== null)
    return { intent: "warning", sentence: texts("selfTest:leftSheet", { sheet: leftSheet }) } as const;
  if (count > 0) return { intent: "error", sentence: texts("selfTest:some", { count, total }) } as const;
  if (cancelled) return { intent: "info", sentence: texts("selfTest:cancelled", { done, total }) } as const;
  return { intent: "success", sentence: texts("selfTest:all", { count: done }) } as const;
}

function Report({ report }: { report: SelfTestReport }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const announcer = useAnnouncer();
  const details = useRef<HTMLTextAreaElement>(null);
  const { intent, sentence } = useSummary(report);
  useEffect(() => announcer.say(sentence), [announcer, sentence]);
  const copy = async (): Promise<void> => {
    details.current?.select();
    try {
      await navigator.clipboard.writeText(detailsText(texts, report));
      announcer.say(texts("selfTest:copied"));
    } catch (error) {
      // Panes may be kept from the clipboard: what is to be copied stands selected, for Ctrl+C.
      details.current?.focus();
      void error;
    }
  };
  return (
    <>
      <Message intent={intent} sentence={sentence}>
        <Button size="small" onClick={() => void copy()}>
          {texts("selfTest:copy")}
        </Button>
      </Message>
      <ResultList results={report.results} />
      <Textarea
        className={styles.details}
        textarea={{ ref: details }}
        aria-label={texts("selfTest:details")}
        readOnly
        lang="en"
        rows={6}
        value={detailsText(texts, report)}
      />
    </>
  );
}
