import type { Language } from "../core/units";

/** `issues:protected`, `labels:tier.important`, `sheets:review.title` … with the values of the sentence. */
export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Texts by key, nested as the JSON files hold them. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** Namespace of keys without one. */
const ownNamespace = "pane";

/** Numbers that name a place or a thing; all others count something. */
const names = new Set(["row", "first", "order", "number"]);

/**
 * Looks texts up by `namespace:path` and fills `{{value}}` in. With a `count` the text is the one of its plural:
 * `days_one`, `days_other`. Digits of numbers are grouped as the language does. A key without a text answers as the
 * key itself. Trees may come later than the reader.
 */
export function readTexts(language: Language, trees: Readonly<Record<string, TextTree>>): Texts {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  return (key, values = {}) => {
    const colon = key.indexOf(":");
    const path = key.slice(colon + 1);
    const tree = trees[colon < 0 ? ownNamespace : key.slice(0, colon)];
    const { count } = values;
    const form = typeof count === "number" ? plurals.select(count) : null;
    const text =
      (form && (textAt(tree, `${path}_${form}`) ?? textAt(tree, `${path}_other`))) ?? textAt(tree, path);
    const written = (name: string): string => {
      const value = values[name] ?? "";
      return typeof value === "number" && !names.has(name) ? numbers.format(value) : String(value);
    };
    return text === null ? path : text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => written(name));
  };
}

function textAt(tree: TextTree | undefined, path: string): string | null {
  let here: string | TextTree | undefined = tree;
  for (const step of path.split(".")) here = typeof here === "object" ? here[step] : undefined;
  return typeof here === "string" ? here : null;
}
