import enIssues from "../../../src/locales/en/issues.json";
import zhIssues from "../../../src/locales/zh-CN/issues.json";
import type { Issue, Outcome } from "../../../src/workbook/outcome";

type Tree = { readonly [key: string]: string | Tree };

function sentenceIn(tree: Tree, code: string): string | null {
  const found = code.split(".").reduce<string | Tree | undefined>((at, key) => {
    return typeof at === "object" ? at[key] : undefined;
  }, tree);
  return typeof found === "string" ? found : null;
}

/** Sentences that promise that nothing was written. */
const promise =
  /\b(nothing (was|stays)|nothing is (?!doubled)|no \w+( \w+)? was|not saved|was not written)\b/i;

export interface Said {
  /** Key of the sentence, `done` for success. */
  readonly key: string;
  /** The person was told that the workbook is as it was. */
  readonly nothing: boolean;
  /** The sentence is there, in both languages. */
  readonly complete: boolean;
}

/** A receipt tells of a part that was written by an issue of its own. */
function issueIn({ value }: Extract<Outcome<unknown>, { ok: true }>): Issue | null {
  const issue = typeof value === "object" && value !== null && "issue" in value ? value.issue : null;
  return issue !== null && typeof issue === "object" && "code" in issue ? (issue as Issue) : null;
}

export function saidBy(outcome: Outcome<unknown>): Said {
  const issue = outcome.ok ? issueIn(outcome) : outcome.issue;
  if (!issue) return { key: "done", nothing: false, complete: true };
  const { code } = issue;
  const [en, zh] = [sentenceIn(enIssues, code), sentenceIn(zhIssues, code)];
  return { key: code, nothing: promise.test(en ?? ""), complete: en !== null && zh !== null && en !== zh };
}
