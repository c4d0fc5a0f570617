import type { Language } from "../../core/units";
import { languages } from "../../core/units";
import en from "../../locales/en/labels.json";
import zh from "../../locales/zh-CN/labels.json";
import { listIds, lists, type ListId } from "../schema/lists";
import { normalisedHeader } from "../schema/headers";

const builtIn: Readonly<Record<Language, Readonly<Record<ListId, Readonly<Record<string, string>>>>>> = {
  en,
  "zh-CN": zh,
};

/** A row of the Lists table: a label somebody reworded. */
export interface OwnLabel {
  readonly list: string;
  readonly code: string;
  readonly labels: Readonly<Record<Language, string>>;
}

/** Labels ↔ codes of the fixed lists. Understands both languages and the code itself, writes one language (WB2). */
export class Labels {
  private readonly codes = new Map<string, string>();
  private readonly labels = new Map<string, string>();

  constructor(
    readonly language: Language,
    own: readonly OwnLabel[] = [],
  ) {
    for (const list of listIds) {
      for (const code of lists[list]) {
        this.learn(list, code, code);
        for (const one of languages) this.learn(list, code, builtIn[one][list][code] ?? code);
        this.labels.set(`${list} ${code}`, builtIn[language][list][code] ?? code);
      }
    }
    for (const row of own) this.reword(row);
  }

  /** "" for "", the code itself where the list does not know it. */
  labelOf(list: ListId, code: string): string {
    return code === "" ? "" : (this.labels.get(`${list} ${code}`) ?? code);
  }

  /** undefined where no language has such a label in this list. */
  codeOf(list: ListId, label: string): string | undefined {
    return this.codes.get(`${list} ${normalisedHeader(label)}`);
  }

  /** What a drop-down of this list offers, in the workbook's language. */
  offered(list: ListId): readonly string[] {
    return lists[list].map((code) => this.labelOf(list, code));
  }

  private reword(row: OwnLabel): void {
    const list = listIds.find((id) => id === row.list);
    if (!list || !lists[list].some((code) => code === row.code)) return;
    for (const one of languages) if (row.labels[one]) this.learn(list, row.code, row.labels[one]);
    if (row.labels[this.language]) this.labels.set(`${list} ${row.code}`, row.labels[this.language]);
  }

  private learn(list: ListId, code: string, label: string): void {
    const key = `${list} ${normalisedHeader(label)}`;
    if (!this.codes.has(key)) this.codes.set(key, code);
  }
}
