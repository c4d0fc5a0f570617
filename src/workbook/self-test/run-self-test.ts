import { WorkbookError } from "../workbook-error";
import {
  checkIds,
  CheckFailure,
  type CheckId,
  type CheckResult,
  type HostChecks,
  type SelfTestProgress,
  type SelfTestReport,
} from "./self-test";

export interface SelfTestOptions {
  progress(progress: SelfTestProgress): void;
  readonly signal: AbortSignal;
  /** Milliseconds a check may take before it counts as failed. */
  readonly patience?: number;
  /** Milliseconds that went by, from any start. */
  now(): number;
}

const defaultPatience = 20_000;

/**
 * Runs every check, failed ones included, and removes the scratch sheet whatever happens. Cancelling ends it after the
 * check that runs. Throws only what kept the scratch sheet from being made: then nothing was run or changed.
 */
export async function runSelfTest(host: HostChecks, options: SelfTestOptions): Promise<SelfTestReport> {
  const results: CheckResult[] = [];
  const total = checkIds.length;
  let leftSheet: string | null = null;
  try {
    await host.open();
    for (const [done, id] of checkIds.entries()) {
      options.progress({ done, total, id });
      results.push(options.signal.aborted ? notRun(id) : await runCheck(host, id, options));
    }
  } finally {
    leftSheet = await host.close();
    options.progress({ done: total, total, id: null });
  }
  return {
    results,
    cancelled: results.some(({ state }) => state === "not-run"),
    leftSheet,
    facts: host.facts(),
  };
}

const notRun = (id: CheckId): CheckResult => ({
  id,
  state: "not-run",
  problem: null,
  detail: "",
  milliseconds: 0,
});

async function runCheck(host: HostChecks, id: CheckId, options: SelfTestOptions): Promise<CheckResult> {
  const start = options.now();
  const took = (): number => Math.round(options.now() - start);
  try {
    const asked = await inTime(host.run(id), options.patience ?? defaultPatience);
    return { id, state: asked ? "passed" : "skipped", problem: null, detail: "", milliseconds: took() };
  } catch (error) {
    const { problem, detail } = failureOf(error);
    return { id, state: "failed", problem, detail, milliseconds: took() };
  }
}

/** A check that was given up may still end later; its sheet is gone by then. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CheckFailure("noAnswer", `${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(error: unknown): Pick<CheckResult, "problem" | "detail"> {
  if (error instanceof CheckFailure) return { problem: error.problem, detail: error.detail };
  if (error instanceof WorkbookError)
    return { problem: "refused", detail: `${error.code} ${error.message}`.trim() };
  return { problem: "refused", detail: error instanceof Error ? error.message : String(error) };
}
