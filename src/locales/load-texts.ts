import type { Language } from "../core/units";
import type { TextTree } from "./read-texts";
import { provideTexts } from "./texts";

const files: Readonly<
  Record<Language, () => Promise<{ readonly laterTexts: Readonly<Record<string, TextTree>> }>>
> = {
  en: () => import(/* webpackChunkName: "texts-en" */ "./en/later-texts"),
  "zh-CN": () => import(/* webpackChunkName: "texts-zh-CN" */ "./zh-CN/later-texts"),
};

/** Makes everything known that pane and sheets say in a language. Rejects where its file cannot be loaded. */
export async function loadTexts(language: Language): Promise<void> {
  provideTexts(language, (await files[language]()).laterTexts);
}
