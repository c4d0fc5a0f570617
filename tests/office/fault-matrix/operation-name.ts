import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import type { Card } from "../../../src/workbook/card";
import type { Outcome } from "../../../src/workbook/outcome";

/** Methods of an object that end in an outcome: what a person can set off, and what can go wrong. */
type Verb<T> = {
  [K in keyof T & string]: T[K] extends (...args: never[]) => Promise<Outcome<unknown>> ? K : never;
}[keyof T & string];

type VerbOfGroup<T> = {
  [K in keyof T & string]: Verb<T[K]> extends infer V extends string ? `${K}.${V}` : never;
}[keyof T & string];

/** Every operation of the card, those of its groups as `group.verb`. */
export type OperationName = Verb<Card> | VerbOfGroup<Omit<Card, "state" | Verb<Card>>>;

const cardFile = "src/workbook/card.ts";

const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

function interfaceIn(source: ts.SourceFile, name: string): ts.InterfaceDeclaration | undefined {
  return source.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === name,
  );
}

/** Where a type that this file imports is declared. */
function fileOf(source: ts.SourceFile, type: string): string | null {
  for (const one of source.statements) {
    if (!ts.isImportDeclaration(one) || !ts.isStringLiteral(one.moduleSpecifier)) continue;
    const named = one.importClause?.namedBindings;
    if (named && ts.isNamedImports(named) && named.elements.some(({ name }) => name.text === type))
      return `${path.join(path.dirname(source.fileName), one.moduleSpecifier.text)}.ts`;
  }
  return null;
}

const endsInOutcome = (type: ts.TypeNode | undefined): boolean =>
  type !== undefined && /Outcome<|ReturnType</.test(type.getText());

/** The same names read off the source, for the runtime: a type alone cannot be listed. */
export function operationNames(file = cardFile, type = "Card", prefix = ""): readonly string[] {
  const source = parse(file);
  const declared = interfaceIn(source, type);
  if (!declared) throw new Error(`no interface ${type} in ${file}`);
  return declared.members.flatMap((member) => {
    const name = member.name?.getText() ?? "";
    if (ts.isMethodSignature(member)) return endsInOutcome(member.type) ? [`${prefix}${name}`] : [];
    if (!ts.isPropertySignature(member) || !member.type) return [];
    const group = member.type.getText();
    const place = group.endsWith("Verbs") ? fileOf(source, group) : null;
    return place ? operationNames(place, group, `${name}.`) : [];
  });
}
