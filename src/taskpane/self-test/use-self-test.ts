import { useEffect, useRef, useState } from "react";
import { done, refusable } from "../../workbook/operations/failure";
import type { Issue } from "../../workbook/outcome";
import { runSelfTest } from "../../workbook/self-test/run-self-test";
import type { SelfTestProgress, SelfTestReport } from "../../workbook/self-test/self-test";
import { useEnvironment } from "../card-context";

export interface SelfTestState {
  readonly progress: SelfTestProgress | null;
  readonly report: SelfTestReport | null;
  readonly issue: Issue | null;
  /** Cancelled, and waiting for the check that runs. */
  readonly stopping: boolean;
  start(): Promise<void>;
  cancel(): void;
}

/** One run at a time; leaving the view cancels it, and the scratch sheet still goes. */
export function useSelfTest(): SelfTestState {
  const { selfTest } = useEnvironment();
  const [progress, setProgress] = useState<SelfTestProgress | null>(null);
  const [report, setReport] = useState<SelfTestReport | null>(null);
  const [issue, setIssue] = useState<Issue | null>(null);
  const [stopping, setStopping] = useState(false);
  const cancelling = useRef<AbortController | null>(null);
  useEffect(() => () => cancelling.current?.abort(), []);
  const start = async (): Promise<void> => {
    const controller = new AbortController();
    cancelling.current = controller;
    setIssue(null);
    setReport(null);
    setStopping(false);
    setProgress({ done: 0, total: 0, id: null });
    const outcome = await refusable("action", async () => {
      const host = await selfTest();
      const now = (): number => performance.now();
      return done(await runSelfTest(host, { progress: setProgress, signal: controller.signal, now }));
    });
    setProgress(null);
    if (outcome.ok) setReport(outcome.value);
    else setIssue(outcome.issue);
  };
  const cancel = (): void => {
    cancelling.current?.abort();
    setStopping(true);
  };
  return { progress, report, issue, stopping, start, cancel };
}
