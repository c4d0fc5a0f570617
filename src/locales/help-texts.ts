import type { Language } from "../core/units";
import enHelp from "./en/functions-help.json";
import { readTexts } from "./read-texts";
import type { Texts } from "./texts";
import zhHelp from "./zh-CN/functions-help.json";

const texts: Readonly<Record<Language, Texts>> = {
  en: readTexts("en", { help: enHelp }),
  "zh-CN": readTexts("zh-CN", { help: zhHelp }),
};

/** Descriptions and help of the functions: for the metadata, the help pages and the catalogue, never for cells. */
export function helpTextsFor(language: Language): Texts {
  return texts[language];
}

/** A text that a page may do without; null where the function has none. */
export function optionalHelp(language: Language, key: string): string | null {
  const text = texts[language](`help:${key}`);
  return text === key ? null : text;
}
