import enIssues from "../../../src/locales/en/issues.json";
import zhIssues from "../../../src/locales/zh-CN/issues.json";
import type { Outcome } from "../../../src/workbook/outcome";

type Tree = { readonly [key: string]: string | Tree };

function sentenceIn(tree: Tree, code: string): string | null {
  const found = code.split(".").reduce<string | Tree | undefined>((at, key) => {
    return typeof at === "object" ? at[key] : undefined;
  }, tree);
  return typeof found === "string" ? found : null;
}

/** Sentences that promise that nothing was written. */
const promise = /\b(nothing (was|stays|is)|no \w+( \w+)? was|not saved|was not written)\b/i;

export interface Said {
  /** Key of the sentence, `done` for success. */
  readonly key: string;
  /** The person was told that the workbook is as it was. */
  readonly nothing: boolean;
  /** The sentence is there, in both languages. */
  readonly complete: boolean;
}

export function saidBy(outcome: Outcome<unknown>): Said {
  if (outcome.ok) return { key: "done", nothing: false, complete: true };
  const { code } = outcome.issue;
  const [en, zh] = [sentenceIn(enIssues, code), sentenceIn(zhIssues, code)];
  return { key: code, nothing: promise.test(en ?? ""), complete: en !== null && zh !== null && en !== zh };
}
