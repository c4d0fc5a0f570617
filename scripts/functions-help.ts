/** A help page per function and language, an index per language, one stylesheet; all from the locales. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { IFunction } from "custom-functions-metadata";
import { languages, type Language } from "../src/core/units";
import { textsFor, type Texts } from "../src/locales/texts";
import { functionExamples, type FunctionExample } from "./functions-examples";
import { declaredFunctions } from "./functions-metadata";

const styles = `:root { color-scheme: light dark; }
body { font: 15px/1.55 "Segoe UI", "Microsoft YaHei", system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.05rem; margin-top: 1.6rem; }
code { font-family: Consolas, monospace; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
nav { display: flex; gap: 1rem; }
`;

/** Files by their path inside the folder, so that a test can compare them with those on disk. */
export function functionHelp(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([["style.css", styles]]);
  const functions = declaredFunctions();
  for (const language of languages) {
    files.set(`${language}/index.html`, indexPage(functions, language));
    for (const each of functions) {
      files.set(`${language}/${each.id.toLowerCase()}.html`, functionPage(each, language));
    }
  }
  return files;
}

export function writeFunctionHelp(outputDirectory: string): void {
  for (const [name, text] of functionHelp()) {
    const file = path.join(outputDirectory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The result of an example as its page prints it. */
export function exampleResult({ result }: FunctionExample, language: Language): (string | number)[][] {
  const texts = textsFor(language);
  const change = texts("functions:why.reach", {
    criterion: texts("labels:criterion.REV"),
    from: `${grouped(10726.13, language)} USD`,
    to: `${grouped(12014.29, language)} USD`,
  });
  return result.map((row) =>
    row.map((cell) => {
      if (typeof cell === "number" || !cell.startsWith("{{")) return cell;
      const key = cell.slice(2, -2);
      return key === "change" ? change : texts(key);
    }),
  );
}

function grouped(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}

function functionPage(declared: IFunction, language: Language): string {
  const texts = textsFor(language);
  const { id } = declared;
  const key = `functions:function.${id}`;
  const example = functionExamples[id];
  if (!example) throw new Error(`${id} has no example`);
  return page(language, texts("functions:help.title", { function: id }), [
    nav(texts, language, `${id.toLowerCase()}.html`),
    `<h1>${texts("functions:help.title", { function: id })}</h1>`,
    `<p>${escaped(texts(`${key}.description`))}</p>`,
    `<p><code>${escaped(signature(declared))}</code></p>`,
    `<p>${escaped(texts(declared.options?.stream ? "functions:help.live" : "functions:help.pure"))}</p>`,
    section(texts("functions:help.answers"), `<p>${escaped(texts(`${key}.answers`))}</p>`),
    section(texts("functions:help.notFor"), `<p>${escaped(texts(`${key}.notFor`))}</p>`),
    section(texts("functions:help.arguments"), argumentTable(declared, texts)),
    section(texts("functions:help.example"), exampleBlock(id, example, language)),
    section(texts("functions:help.errors"), errorTable(example, texts)),
  ]);
}

function indexPage(functions: readonly IFunction[], language: Language): string {
  const texts = textsFor(language);
  const items = functions.map(({ id }) => {
    const description = escaped(texts(`functions:function.${id}.description`));
    return `<li><a href="${id.toLowerCase()}.html"><code>KAM.${id}</code></a> ${description}</li>`;
  });
  const title = texts("functions:help.index");
  return page(language, title, [
    nav(texts, language, "index.html"),
    `<h1>${title}</h1>`,
    `<ul>\n${items.join("\n")}\n</ul>`,
  ]);
}

function signature({ id, parameters }: IFunction): string {
  return `=KAM.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;
}

function argumentTable({ id, parameters }: IFunction, texts: Texts): string {
  const rows = parameters.map(({ name, optional }) => [
    `<code>${name}</code>${optional ? ` (${texts("functions:help.optional")})` : ""}`,
    escaped(texts(`functions:function.${id}.parameters.${name}`)),
  ]);
  return table(rows);
}

function exampleBlock(id: string, example: FunctionExample, language: Language): string {
  const texts = textsFor(language);
  const cells = exampleResult(example, language).map((row) => row.map((cell) => escaped(String(cell))));
  return [
    `<p>${escaped(texts(`functions:example.${id}`))}</p>`,
    `<p><code>${escaped(example.formula)}</code></p>`,
    `<p>${texts("functions:help.result")}:</p>`,
    table(cells),
  ].join("\n");
}

function errorTable({ errors }: FunctionExample, texts: Texts): string {
  return table(
    errors.map(([code, key]) => [`<code>${code}</code>`, escaped(texts(`functions:helpError.${key}`))]),
  );
}

function nav(texts: Texts, language: Language, file: string): string {
  const names: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "简体中文" };
  const others = languages
    .filter((other) => other !== language)
    .map((other) => `<a href="../${other}/${file}" lang="${other}">${names[other]}</a>`);
  return `<nav><a href="index.html">${texts("functions:help.index")}</a>${others.join("")}</nav>`;
}

function section(title: string, body: string): string {
  return `<h2>${escaped(title)}</h2>\n${body}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<table>\n${lines.join("\n")}\n</table>`;
}

function page(language: Language, title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
