import type { Language } from "../core/units";
import enLabels from "./en/labels.json";
import { readTexts, type Texts, type TextTree } from "./read-texts";
import zhLabels from "./zh-CN/labels.json";

export type { Texts };

/** Words of cells are there from the start, in every language; what pane and sheets say comes in a file per language. */
const trees: Readonly<Record<Language, Record<string, TextTree>>> = {
  en: { labels: enLabels },
  "zh-CN": { labels: zhLabels },
};

const made: Readonly<Record<Language, Texts>> = {
  en: readTexts("en", trees.en),
  "zh-CN": readTexts("zh-CN", trees["zh-CN"]),
};

/** Makes more texts of a language known, by namespace; what a namespace holds already stays beside them. */
export function provideTexts(language: Language, parts: Readonly<Record<string, TextTree>>): void {
  const known = trees[language];
  for (const [namespace, part] of Object.entries(parts)) known[namespace] = { ...known[namespace], ...part };
}

/** The texts of one language: workbook and pane may speak different ones at the same time. */
export const textsFor = (language: Language): Texts => made[language];
