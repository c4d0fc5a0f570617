import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleResult } from "../../scripts/functions-example";
import { functionExamples } from "../../scripts/functions-examples";
import { functionHelp } from "../../scripts/functions-help";
import { functionMetadata, parameterText, writeFunctionMetadata } from "../../scripts/functions-metadata";
import { languages } from "../../src/core/units";
import { library } from "../../src/functions/library";
import enCells from "../../src/locales/en/functions.json";
import en from "../../src/locales/en/functions-help.json";
import { helpTextsFor } from "../../src/locales/help-texts";
import zhCells from "../../src/locales/zh-CN/functions.json";
import zh from "../../src/locales/zh-CN/functions-help.json";
import type { Catalogue } from "../../src/taskpane/functions/catalogue";
import enCatalogue from "../../src/taskpane/functions/catalogue/en.json";
import zhCatalogue from "../../src/taskpane/functions/catalogue/zh-CN.json";
import { associated, shown } from "./custom-functions-global";
import "../../src/functions/index";

const helpBase = "https://localhost:3000/help/";
const ids = library.map(({ id }) => id);

/** Every key of a tree of texts, as paths. */
function keysOf(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

/** Texts of a tree, and those of another one in the same order of keys. */
function textsOf(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === "object" && value !== null ? textsOf(value) : [String(value)],
  );
}

interface Described {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly optional?: boolean;
    readonly description: string;
  }[];
}

const described = (language: (typeof languages)[number]): readonly Described[] =>
  (functionMetadata(language, helpBase) as { functions: Described[] }).functions;

/** What must be the same in every language. */
const shapesOf = (functions: readonly Described[]) =>
  functions.map(({ id, parameters }) => ({
    id,
    parameters: parameters.map(({ name, optional }) => [name, optional ?? false]),
  }));

const catalogueShape = ({ groups }: Catalogue) =>
  groups.flatMap(({ functions }) =>
    functions.map(({ id, parameters, account, rows, columns, formulas }) => ({
      id,
      parameters: parameters.map(({ name, optional }) => [name, optional]),
      ...{ account, rows, columns, formulas },
    })),
  );

const sentences = new Set(["description", "answers", "notFor", "text", "example"]);

/** Every sentence of metadata or catalogue, in order. */
function sentencesOf(part: object): string[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return sentences.has(key) ? [value] : [];
    return typeof value === "object" && value !== null ? sentencesOf(value) : [];
  });
}

describe("metadata and help", () => {
  it("[FN7] the library, associated functions, texts, examples and help pages name the same functions", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...associated.keys()].sort()).toEqual([...ids].sort());
    expect(Object.keys(en.function).sort()).toEqual([...ids].sort());
    expect(Object.keys(functionExamples).sort()).toEqual([...ids].sort());
    for (const language of languages) {
      const pages = readdirSync(join("docs/functions", language)).filter((name) => name !== "index.html");
      expect(pages.sort()).toEqual(ids.map((id) => `${id.toLowerCase()}.html`).sort());
    }
  });

  it("[FN7] each function is called by name in a test of its own", () => {
    const tests = readdirSync("tests/functions")
      .filter((name) => name.endsWith(".test.ts") && name !== "metadata-and-help.test.ts")
      .map((name) => readFileSync(join("tests/functions", name), "utf8"))
      .join("\n");
    expect(ids.filter((id) => !tests.includes(`"${id}"`))).toEqual([]);
  });

  it("[FN1] ids have three letters or more, letters alone, and are no cell addresses", () => {
    for (const id of ids) expect(id).toMatch(/^[A-Z]{3,}$/);
  });

  it("[FN7] both languages hold the same texts, none empty, and Chinese ones are Chinese", () => {
    expect(keysOf(zh).sort()).toEqual(keysOf(en).sort());
    expect(keysOf(zhCells).sort()).toEqual(keysOf(enCells).sort());
    for (const text of [...textsOf(zh), ...textsOf(en)]) expect(text.trim()).not.toBe("");
    for (const text of textsOf(zh)) expect(text).toMatch(/[\u4e00-\u9fff]|^KAM\./);
  });

  it.each(ids)("[FN7] %s says what it answers, when not to use it, and what each argument is", (id) => {
    const declared = library.find((each) => each.id === id);
    for (const language of languages) {
      for (const part of ["description", "answers", "notFor", "example"]) {
        const key = `function.${id}.${part}`;
        expect(helpTextsFor(language)(`help:${key}`)).not.toBe(key);
      }
      for (const { name } of declared?.parameters ?? []) {
        expect(parameterText(language, id, name)).not.toBe(`parameter.${name}`);
      }
    }
    const described = Object.keys(Reflect.get(Reflect.get(en.function, id), "parameters") ?? {});
    const names = declared?.parameters.map(({ name }) => name) ?? [];
    expect(described.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("[FN7] each function has a help address in its language", () => {
    for (const language of languages) {
      const text = JSON.stringify(functionMetadata(language, helpBase));
      for (const id of ids)
        expect(text).toContain(`"https://localhost:3000/help/${language}/${id.toLowerCase()}.html"`);
    }
  });

  it("[FN7] metadata and catalogue are the same functions in both languages, every text said anew", () => {
    expect(shapesOf(described("zh-CN"))).toEqual(shapesOf(described("en")));
    expect(catalogueShape(zhCatalogue)).toEqual(catalogueShape(enCatalogue));
    expect(catalogueShape(enCatalogue).map(({ id }) => id)).toEqual(ids);
    for (const [english, chinese] of [
      [described("en"), described("zh-CN")],
      [enCatalogue.groups, zhCatalogue.groups],
    ]) {
      const [left, right] = [sentencesOf(english ?? []), sentencesOf(chinese ?? [])];
      expect(left.length).toBeGreaterThan(200);
      expect(right).toHaveLength(left.length);
      expect([...left, ...right].filter((text) => text.trim() === "")).toEqual([]);
      expect(left.filter((text, index) => text === right[index])).toEqual([]);
    }
  });

  it("[FN7] what needs a newer Excel says so on its page and in the catalogue", () => {
    for (const catalogue of [enCatalogue, zhCatalogue]) {
      const shown = catalogue.groups.flatMap(({ functions }) => functions).find(({ id }) => id === "CARD");
      expect(shown?.answers).toContain("Microsoft 365");
    }
    for (const language of languages)
      expect(functionHelp().get(`${language}/card.html`)).toContain("CustomFunctionsRuntime 1.4");
  });

  it("[FN4] ranges come in as tables of anything, errors included, and optional arguments are marked", () => {
    const metadata = functionMetadata("en", helpBase);
    expect(metadata).toHaveProperty("allowErrorForDataTypeAny", true);
    expect(metadata).toHaveProperty("allowCustomDataForDataTypeAny", true);
    const described: unknown = Reflect.get(metadata, "functions");
    const scores = Array.isArray(described) ? described.find(({ id }) => id === "SCORES") : null;
    expect(scores).toEqual({
      id: "SCORES",
      name: "SCORES",
      description: expect.any(String),
      helpUrl: expect.any(String),
      parameters: [
        { name: "metrics", type: "any", dimensionality: "matrix", description: expect.any(String) },
        { name: "weights", type: "any", dimensionality: "matrix", description: expect.any(String) },
        expect.objectContaining({ name: "directions", dimensionality: "matrix", optional: true }),
        { name: "scale", type: "any", optional: true, description: expect.any(String) },
        expect.objectContaining({ name: "bounds", dimensionality: "matrix", optional: true }),
        expect.objectContaining({ name: "missing", optional: true }),
      ],
      result: { type: "any", dimensionality: "matrix" },
    });
  });

  it("[FN2] live functions stream and ask for their address; the others do neither", () => {
    const described: unknown = Reflect.get(functionMetadata("en", helpBase), "functions");
    for (const { id, kind } of library) {
      const entry = Array.isArray(described) ? described.find((each) => each.id === id) : null;
      const options = kind === "live" ? { stream: true, requiresStreamAddress: true } : undefined;
      expect(entry.options).toEqual(options);
    }
  });

  it("[FN6] no required argument follows an optional one", () => {
    for (const { parameters } of library) {
      const first = parameters.findIndex(({ optional }) => optional);
      if (first >= 0) expect(parameters.slice(first).every(({ optional }) => optional)).toBe(true);
    }
  });

  it("[FN7] writes one file per language, far below the size Excel loads", () => {
    const folder = mkdtempSync(join(tmpdir(), "kam-functions-"));
    writeFunctionMetadata(folder, helpBase);
    expect(readdirSync(folder).sort()).toEqual(["functions.json", "functions.zh-CN.json"]);
    const chinese = readFileSync(join(folder, "functions.zh-CN.json"), "utf8");
    expect(chinese).toContain("客户编号或名称");
    expect(chinese.length).toBeLessThan(300_000);
    rmSync(folder, { recursive: true });
  });

  it("[FN7] the help pages in docs are those the texts make, and their links lead somewhere", () => {
    for (const [name, text] of functionHelp()) {
      const file = join("docs/functions", name);
      expect(`${name}\n${readFileSync(file, "utf8")}`).toBe(`${name}\n${text}`);
      for (const [, link = ""] of text.matchAll(/href="([^"]+)"/g))
        expect(existsSync(join(file, "..", link))).toBe(true);
    }
  });

  it.each(ids)("[FN7] the example of %s has a result without an error in every language", (id) => {
    const example = functionExamples[id];
    for (const language of languages) {
      const result = example ? exampleResult(id, example, language) : [];
      expect(result.length).toBeGreaterThan(0);
      expect(
        result
          .flat()
          .map(shown)
          .filter((cell) => String(cell).startsWith("#VALUE!")),
      ).toEqual([]);
    }
  });
});
