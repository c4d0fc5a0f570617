/** A help page per function and language, an index per language, one stylesheet; all from the locales. */
import "./functions-runtime";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isoText } from "../src/core/calendar/days";
import { languages, type Language } from "../src/core/units";
import type { DeclaredFunction } from "../src/functions/declare/declare";
import { library } from "../src/functions/library";
import { helpTextsFor, optionalHelp } from "../src/locales/help-texts";
import type { Texts } from "../src/locales/texts";
import { exampleFormula, exampleResult, printed, type FunctionExample } from "./functions-example";
import { functionExamples } from "./functions-examples";
import { parameterText } from "./functions-metadata";

const styles = `:root { color-scheme: light dark; }
body { font: 15px/1.55 "Segoe UI", "Microsoft YaHei", system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.05rem; margin-top: 1.6rem; }
code { font-family: Consolas, monospace; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
nav { display: flex; gap: 1rem; }
`;

/** A page shows the beginning of a longer result. */
const shownRows = 8;

/** Files by their path inside the folder, so that a test can compare them with those on disk. */
export function functionHelp(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([["style.css", styles]]);
  for (const language of languages) {
    files.set(`${language}/index.html`, indexPage(language));
    for (const each of library)
      files.set(`${language}/${each.id.toLowerCase()}.html`, functionPage(each, language));
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

function functionPage(declared: DeclaredFunction, language: Language): string {
  const texts = helpTextsFor(language);
  const { id } = declared;
  const key = `help:function.${id}`;
  const example = functionExamples[id];
  if (!example) throw new Error(`${id} has no example`);
  const kind = { live: "help:page.live", pure: "help:page.pure", card: "help:page.card" }[declared.kind];
  return page(language, texts("help:page.title", { function: id }), [
    nav(texts, language, `${id.toLowerCase()}.html`),
    `<h1>${texts("help:page.title", { function: id })}</h1>`,
    `<p>${escaped(texts(`${key}.description`))}</p>`,
    `<p><code>${escaped(signature(declared))}</code></p>`,
    `<p>${escaped(texts(kind))}</p>`,
    section(texts("help:page.answers"), `<p>${escaped(texts(`${key}.answers`))}</p>`),
    section(texts("help:page.notFor"), `<p>${escaped(texts(`${key}.notFor`))}</p>`),
    ...(declared.parameters.length > 0
      ? [section(texts("help:page.arguments"), argumentTable(declared, language, texts))]
      : []),
    section(texts("help:page.example"), exampleBlock(id, example, language, texts)),
    ...optionalSection(language, id, "method", texts),
    ...optionalSection(language, id, "limits", texts),
    section(texts("help:page.errors"), errorTable(declared, language, texts)),
  ]);
}

function optionalSection(language: Language, id: string, part: string, texts: Texts): string[] {
  const text = optionalHelp(language, `function.${id}.${part}`);
  return text === null ? [] : [section(texts(`help:page.${part}`), `<p>${escaped(text)}</p>`)];
}

function indexPage(language: Language): string {
  const texts = helpTextsFor(language);
  const items = library.map(({ id }) => {
    const description = escaped(texts(`help:function.${id}.description`));
    return `<li><a href="${id.toLowerCase()}.html"><code>KAM.${id}</code></a> ${description}</li>`;
  });
  const title = texts("help:page.index");
  return page(language, title, [
    nav(texts, language, "index.html"),
    `<h1>${title}</h1>`,
    `<ul>\n${items.join("\n")}\n</ul>`,
  ]);
}

function signature({ id, parameters }: DeclaredFunction): string {
  return `=KAM.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;
}

function argumentTable({ id, parameters }: DeclaredFunction, language: Language, texts: Texts): string {
  const rows = parameters.map(({ name, optional }) => [
    `<code>${name}</code>${optional ? ` (${texts("help:page.optional")})` : ""}`,
    escaped(parameterText(language, id, name)),
  ]);
  return table(rows);
}

function exampleBlock(id: string, example: FunctionExample, language: Language, texts: Texts): string {
  const result = exampleResult(id, example, language);
  const cells = result
    .slice(0, shownRows)
    .map((row) => row.map((cell, column) => escaped(printed(cell, isDate(example, column), isoText))));
  const more = result.length - shownRows;
  return [
    `<p>${escaped(texts(`help:function.${id}.example`))}</p>`,
    `<p><code>${escaped(exampleFormula(id, example, language))}</code></p>`,
    `<p>${texts("help:page.result")}:</p>`,
    table(cells),
    ...(more > 0 ? [`<p>${escaped(texts("help:page.more", { rows: more }))}</p>`] : []),
  ].join("\n");
}

const isDate = ({ dates }: FunctionExample, column: number): boolean => dates?.includes(column) ?? false;

/** What can go wrong: by the kind of function, and what the function alone has to say. */
function errorTable({ id, kind, parameters }: DeclaredFunction, language: Language, texts: Texts): string {
  const named = parameters.some(({ name }) => name === "account");
  const ranges = parameters.some(({ range }) => range);
  const keys: [string, string][] = [
    ...(kind === "pure" ? [] : [["#N/A", "noCard"] as [string, string]]),
    ...(named ? [["#N/A", "account"] as [string, string]] : []),
    ...(named && kind === "live"
      ? ([
          ["#N/A", "bare"],
          ["#N/A", "rowMoved"],
        ] as [string, string][])
      : []),
    ...(ranges
      ? ([
          ["#VALUE!", "shape"],
          ["#VALUE!", "row"],
        ] as [string, string][])
      : []),
    ...(parameters.length > 0 ? [["#VALUE!", "argument"] as [string, string]] : []),
  ];
  const own = optionalHelp(language, `function.${id}.na`);
  return table([
    ...keys.map(([code, key]) => [`<code>${code}</code>`, escaped(texts(`help:error.${key}`))]),
    ...(own === null ? [] : [["<code>#N/A</code>", escaped(own)]]),
  ]);
}

function nav(texts: Texts, language: Language, file: string): string {
  const names: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "简体中文" };
  const others = languages
    .filter((other) => other !== language)
    .map((other) => `<a href="../${other}/${file}" lang="${other}">${names[other]}</a>`);
  return `<nav><a href="index.html">${texts("help:page.index")}</a>${others.join("")}</nav>`;
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
