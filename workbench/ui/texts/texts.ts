import en from "./en.json";
import zh from "./zh-CN.json";

export type TextKey = keyof typeof en;
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** Languages of the workbench's own window, named in themselves. */
export const languages = [
  { locale: "en-US", name: "English" },
  { locale: "zh-CN", name: "简体中文" },
] as const;
export type WorkbenchLocale = (typeof languages)[number]["locale"];

const tables: Record<WorkbenchLocale, Record<TextKey, string>> = { "en-US": en, "zh-CN": zh };

/** The first wish that the workbench speaks, by language without region; else English. */
export function chooseLocale(...wishes: (string | null | undefined)[]): WorkbenchLocale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0];
    const found = languages.find(({ locale }) => locale.split("-")[0] === language);
    if (found) return found.locale;
  }
  return "en-US";
}

export function textsFor(locale: WorkbenchLocale): Texts {
  const table = tables[locale];
  return (key, values = {}) =>
    table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
