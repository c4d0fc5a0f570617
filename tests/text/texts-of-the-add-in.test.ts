import { readFileSync } from "node:fs";
import { textDocument } from "../../scripts/text-doc";
import { languages } from "../../src/core/units";
import "../../src/locales/every-text";
import { laterTexts as english } from "../../src/locales/en/later-texts";
import { laterTexts as chinese } from "../../src/locales/zh-CN/later-texts";
import { textsFor } from "../../src/locales/texts";
import { naughtyTexts } from "./naughty-texts";

const trees = { en: english, "zh-CN": chinese };

interface Sentence {
  readonly key: string;
  readonly text: string;
}

function sentences(tree: unknown, namespace: string, path = ""): Sentence[] {
  if (typeof tree === "string") return [{ key: `${namespace}:${path}`, text: tree }];
  return Object.entries(tree as object).flatMap(([key, inner]) =>
    sentences(inner, namespace, path ? `${path}.${key}` : key),
  );
}

const valuesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);

it("[HO-P1] TEXT.md is current", () => {
  expect(readFileSync("docs/TEXT.md", "utf8")).toBe(textDocument());
});

describe("sentences with values from a workbook", () => {
  it.each(languages)("[WB8] say each value as it is, whatever it looks like, in %s", (language) => {
    const all = Object.entries(trees[language]).flatMap(([namespace, tree]) => sentences(tree, namespace));
    const withValues = all.filter(({ text }) => valuesOf(text).some((name) => name !== "count"));
    expect(withValues.length).toBeGreaterThan(100);
    const texts = textsFor(language);
    for (const naughty of Object.values(naughtyTexts).filter((one) => one.length < 200))
      for (const { key, text } of withValues) {
        const names = valuesOf(text);
        const values: Record<string, string | number> = { count: 3 };
        for (const name of names) if (name !== "count") values[name] = naughty;
        const plain = key.replace(/_(one|other)$/, "");
        const wanted = text
          .split(/\{\{\w+\}\}/)
          .flatMap((part, at) => (at === 0 ? [part] : [values[names[at - 1]!], part]));
        // A singular sentence has a text of its own; it is met with a count of one.
        if (!key.endsWith("_one")) expect(texts(plain, values)).toBe(wanted.join(""));
      }
  });
});
