import type { Texts } from "../../locales/texts";
import type { CheckResult, SelfTestReport } from "../../workbook/self-test/self-test";

/** What went wrong in a check; "" where nothing did. */
export const problemText = (texts: Texts, { problem }: CheckResult): string =>
  problem === null ? "" : texts(`selfTest:problem.${problem}`);

/** The report as plain text: versions and results, nothing of the workbook. */
export function detailsText(texts: Texts, report: SelfTestReport): string {
  const lines = report.results.map((result) => {
    const name = `${result.id} (${texts(`selfTest:name.${result.id}`)})`;
    const problem = [problemText(texts, result), result.detail].filter(Boolean).join(" ");
    return `${result.state} ${result.milliseconds} ms ${name}${problem ? `: ${problem}` : ""}`;
  });
  return [...report.facts, ...lines].join("\n");
}
