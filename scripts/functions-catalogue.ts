/** What the pane's catalogue shows of each function, per language: texts, and the example with the result it has. */
import "./functions-runtime";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isoText } from "../src/core/calendar/days";
import { languages, type Language } from "../src/core/units";
import type { DeclaredFunction } from "../src/functions/declare/declare";
import { libraryGroups } from "../src/functions/library";
import { helpTextsFor } from "../src/locales/help-texts";
import type { Catalogue, CatalogueFunction } from "../src/taskpane/functions/catalogue";
import { exampleFormula, exampleResult, printed } from "./functions-example";
import { functionExamples } from "./functions-examples";
import { parameterText } from "./functions-metadata";

/** Columns that fit side by side into 320 pixels; wider results are turned, so that a column becomes a line. */
const columnsAcross = 3;
const rowsShown = { across: 4, turned: 3 };

const folder = "src/taskpane/functions/catalogue";

function entry({ id, kind, parameters }: DeclaredFunction, language: Language): CatalogueFunction {
  const example = functionExamples[id];
  if (!example) throw new Error(`${id} has no example`);
  const texts = helpTextsFor(language);
  const text = (part: string): string => texts(`help:function.${id}.${part}`);
  const result = exampleResult(id, example, language);
  const columns = result[0]?.length ?? 0;
  const turned = columns > columnsAcross;
  const cells = result
    .slice(0, turned ? rowsShown.turned : rowsShown.across)
    .map((row) =>
      row.map((cell, column) => printed(cell, example.dates?.includes(column) ?? false, isoText)),
    );
  const [first] = example.args;
  const ofAccount = kind !== "pure" && parameters[0]?.name === "account" && typeof first === "string";
  return {
    id,
    description: text("description"),
    answers: text("answers"),
    notFor: text("notFor"),
    parameters: parameters.map(({ name, optional }) => ({
      name,
      optional,
      text: parameterText(language, id, name),
    })),
    example: text("example"),
    formulas: {
      en: exampleFormula(id, example, "en"),
      "zh-CN": exampleFormula(id, example, "zh-CN"),
    },
    account: ofAccount ? first : null,
    dates: example.dates !== undefined,
    rows: result.length,
    columns,
    turned,
    shown: turned ? (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? "")) : cells,
  };
}

/** Files by their name, so that a test can compare them with those on disk. */
export function functionCatalogue(): ReadonlyMap<string, string> {
  const files = languages.map((language): [string, string] => {
    const groups = Object.entries(libraryGroups).map(([id, functions]) => ({
      id,
      functions: functions.map((each) => entry(each, language)),
    }));
    const catalogue: Catalogue = { groups };
    return [path.join(folder, `${language}.json`), `${JSON.stringify(catalogue, null, 1)}\n`];
  });
  return new Map(files);
}

export function writeFunctionCatalogue(): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of functionCatalogue()) writeFileSync(file, text);
}
