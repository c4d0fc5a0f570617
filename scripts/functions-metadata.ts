/** functions.json per language: shapes and flags from the function declarations, every text from the locales. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseTree, type IFunction } from "custom-functions-metadata";
import { languages, type Language } from "../src/core/units";
import { textsFor } from "../src/locales/texts";

const source = path.resolve(__dirname, "../src/functions/functions.ts");

/** Excel opens the help page of the function under the cursor from here; one folder per language. */
export function helpAddress(helpBase: string, language: Language, functionId: string): string {
  return `${helpBase.replace(/\/$/, "")}/${language}/${functionId.toLowerCase()}.html`;
}

/** The functions as declared, without texts. Throws with every complaint of the tool. */
export function declaredFunctions(): IFunction[] {
  const { functions, extras } = parseTree(readFileSync(source, "utf8"), source);
  const complaints = extras.flatMap(({ errors }) => errors);
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return functions;
}

/** functions.json of one language, as Excel reads it. */
export function functionMetadata(language: Language, helpBase: string): object {
  const texts = textsFor(language);
  return {
    // The tool never writes this flag; without it one error cell in a range keeps the function from being called.
    allowErrorForDataTypeAny: true,
    functions: declaredFunctions().map((declared) => ({
      ...declared,
      description: texts(`functions:function.${declared.id}.description`),
      helpUrl: helpAddress(helpBase, language, declared.id),
      parameters: declared.parameters.map((parameter) => ({
        ...parameter,
        description: texts(`functions:function.${declared.id}.parameters.${parameter.name}`),
      })),
    })),
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
