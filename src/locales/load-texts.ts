import { languages, type Language } from "../core/units";
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

const viewFiles: Readonly<
  Record<Language, () => Promise<{ readonly viewTexts: Readonly<Record<string, TextTree>> }>>
> = {
  en: () => import(/* webpackChunkName: "view-texts-en" */ "./en/view-texts"),
  "zh-CN": () => import(/* webpackChunkName: "view-texts-zh-CN" */ "./zh-CN/view-texts"),
};

/** Makes known what views say that come after the first paint, in every language. Rejects where a file cannot be loaded. */
export async function loadViewTexts(): Promise<void> {
  for (const language of languages) provideTexts(language, (await viewFiles[language]()).viewTexts);
}
