/** functions.json per language: shapes and flags from the declarations, every text from the locales. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { languages, type Language } from "../src/core/units";
import type { DeclaredFunction } from "../src/functions/declare/declare";
import { library } from "../src/functions/library";
import { helpTextsFor, optionalHelp } from "../src/locales/help-texts";

/** Excel opens the help page of the function under the cursor from here; one folder per language. */
export function helpAddress(helpBase: string, language: Language, functionId: string): string {
  return `${helpBase.replace(/\/$/, "")}/${language}/${functionId.toLowerCase()}.html`;
}

/** What an argument is: said for the function itself, else what its name means everywhere. */
export function parameterText(language: Language, functionId: string, name: string): string {
  const own = optionalHelp(language, `function.${functionId}.parameters.${name}`);
  return own ?? helpTextsFor(language)(`help:parameter.${name}`);
}

/** functions.json of one language, as Excel reads it. */
export function functionMetadata(language: Language, helpBase: string): object {
  return {
    allowCustomDataForDataTypeAny: true,
    // Without it one error cell in a range keeps the function from being called.
    allowErrorForDataTypeAny: true,
    functions: library.map((declared) => metadataOf(declared, language, helpBase)),
  };
}

function metadataOf(
  { id, kind, parameters, spills }: DeclaredFunction,
  language: Language,
  helpBase: string,
): object {
  return {
    id,
    name: id,
    description: helpTextsFor(language)(`help:function.${id}.description`),
    helpUrl: helpAddress(helpBase, language, id),
    ...(kind === "live" ? { options: { requiresStreamAddress: true, stream: true } } : {}),
    parameters: parameters.map(({ name, optional, range }) => ({
      name,
      type: "any",
      ...(range ? { dimensionality: "matrix" } : {}),
      ...(optional ? { optional } : {}),
      description: parameterText(language, id, name),
    })),
    result: { type: "any", ...(spills ? { dimensionality: "matrix" } : {}) },
  };
}

/** Writes functions.json (English) and functions.<language>.json for the other languages. */
export function writeFunctionMetadata(outputDirectory: string, helpBase: string): void {
  mkdirSync(outputDirectory, { recursive: true });
  for (const language of languages) {
    const name = language === "en" ? "functions.json" : `functions.${language}.json`;
    const text = JSON.stringify(functionMetadata(language, helpBase), null, 2);
    writeFileSync(path.join(outputDirectory, name), `${text}\n`);
  }
}
