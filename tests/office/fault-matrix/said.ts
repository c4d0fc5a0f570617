import type { Language } from "../../../src/core/units";
import { textsFor } from "../../../src/locales/texts";
import type { Issue, Outcome } from "../../../src/workbook/outcome";

/** What the pane says, wherever the text stands; null without one. */
function sentenceIn(language: Language, { code, values }: Issue): string | null {
  const said = textsFor(language)(`issues:${code}`, values);
  return said === code ? null : said;
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
  const [en, zh] = [sentenceIn("en", issue), sentenceIn("zh-CN", issue)];
  return { key: code, nothing: promise.test(en ?? ""), complete: en !== null && zh !== null && en !== zh };
}
