import type { Language } from "../core/units";
import enFunctions from "./en/functions.json";
import enLabels from "./en/labels.json";
import { readTexts, type Texts } from "./read-texts";
import zhFunctions from "./zh-CN/functions.json";
import zhLabels from "./zh-CN/labels.json";

const texts: Readonly<Record<Language, Texts>> = {
  en: readTexts("en", { functions: enFunctions, labels: enLabels }),
  "zh-CN": readTexts("zh-CN", { functions: zhFunctions, labels: zhLabels }),
};

/** What custom functions say in cells: their bundle carries these texts and no others. */
export function textsFor(language: Language): Texts {
  return texts[language];
}
