import { createInstance } from "i18next";
import type { Language } from "../core/units";
import enFunctions from "./en/functions.json";
import enIssues from "./en/issues.json";
import enLabels from "./en/labels.json";
import enPane from "./en/pane.json";
import enSheets from "./en/sheets.json";
import zhFunctions from "./zh-CN/functions.json";
import zhIssues from "./zh-CN/issues.json";
import zhLabels from "./zh-CN/labels.json";
import zhPane from "./zh-CN/pane.json";
import zhSheets from "./zh-CN/sheets.json";

/** `issues:protected`, `labels:tier.important`, `sheets:review.title` … with the values of the sentence. */
export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const resources = {
  en: { functions: enFunctions, issues: enIssues, labels: enLabels, pane: enPane, sheets: enSheets },
  "zh-CN": { functions: zhFunctions, issues: zhIssues, labels: zhLabels, pane: zhPane, sheets: zhSheets },
} satisfies Record<Language, object>;

const made = new Map<Language, Texts>();

/** The texts of one language: workbook and pane may speak different ones at the same time. */
export function textsFor(language: Language): Texts {
  const known = made.get(language);
  if (known) return known;
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources,
    ns: Object.keys(resources.en),
    defaultNS: "pane",
    initAsync: false,
    // Texts go into React text nodes and cells, which do not parse HTML.
    interpolation: { escapeValue: false },
  });
  const texts: Texts = (key, values) => instance.t(key, { ...values });
  made.set(language, texts);
  return texts;
}
