import type { Texts } from "../locales/texts";
import type { Issue } from "../workbook/outcome";

/** The sentence of an issue; an unknown code still gets one that says what to do. */
export function issueSentence(texts: Texts, issue: Issue): string {
  const key = `issues:${issue.code}`;
  const sentence = texts(key, issue.values);
  return sentence === issue.code || sentence === key
    ? texts("issue.unknown", { code: issue.code })
    : sentence;
}

/** What the person asked for themselves is no error. */
export const issueIntent = ({ code }: Issue): "info" | "error" =>
  /cancelled/i.test(code) ? "info" : "error";

/**
 * Splits off the first sentence, which messages show in bold. A full stop inside a name does not count
 * when a small letter follows it.
 */
export function leadAndRest(sentence: string): readonly [lead: string, rest: string] {
  const match = /^(.+?[.。])\s*(?=[\p{Lu}\p{Lo}\d“"])(.+)$/su.exec(sentence);
  if (!match?.[1] || !match[2]) return [sentence, ""];
  return [match[1], match[2]];
}
