/** What of Excel's object model the workbench answers, read off the tables that answer it. */
import type { ClassModel } from "./class-model";
import { publicName, schemaClasses, type SchemaClass } from "./schema";

export interface ClassCoverage {
  readonly className: string;
  /** null: the workbench has no such class; whoever navigates to it gets an error by name. */
  readonly supported: boolean;
  readonly answered: readonly string[];
  readonly differing: readonly { readonly name: string; readonly how: string }[];
  readonly missing: readonly string[];
}

export interface Member {
  /** Name in Office.js; setters that are missing alone are `name (set)`. */
  readonly name: string;
  readonly wire: string;
  readonly kind: "read" | "write" | "navigation" | "method" | "indexer";
  /** The method gives an object, so that it is reached by a path. */
  readonly isObject: boolean;
}

/** Members a class has on the wire; hidden ones (`_KeepReference`, `_Register…`) are the engine's own affair. */
export function membersOf(schema: SchemaClass): Member[] {
  const isPublic = ([name]: [string, unknown]) => !name.startsWith("_");
  return [
    ...Object.entries(schema.scalars)
      .filter(isPublic)
      .flatMap(([name, { wire, updatable, setterWire }]): Member[] => [
        { name, wire, kind: "read", isObject: false },
        ...(updatable
          ? [{ name: `${name} (set)`, wire: setterWire ?? wire, kind: "write" as const, isObject: false }]
          : []),
      ]),
    ...Object.entries(schema.navs)
      .filter(isPublic)
      .map(([name, { wire }]): Member => ({ name, wire, kind: "navigation", isObject: true })),
    ...Object.entries(schema.methods)
      .filter(isPublic)
      .map(([name, { kind, wire }]): Member =>
        kind === "indexer"
          ? { name, wire: "GetItem", kind: "indexer", isObject: true }
          : { name, wire: wire ?? name, kind: "method", isObject: kind === "object" },
      ),
  ];
}

export function isAnswered(model: ClassModel, member: Member): boolean {
  const { wire } = member;
  switch (member.kind) {
    case "read":
      return Boolean(model.read?.[wire]);
    case "write": {
      const name = member.name.replace(" (set)", "");
      const getter = schemaClasses().find((each) => each.className === model.className)?.scalars[name]?.wire;
      return Boolean(model.write?.[wire] ?? (getter && model.write?.[getter]));
    }
    case "navigation":
      return Boolean(model.navigate?.[wire]);
    case "indexer":
      return Boolean(model.item);
    case "method":
      return Boolean(model.call?.[wire]) || answeredByEngine(model, wire);
  }
}

/** Methods every collection has; the engine builds them from `item` and `items`. */
const answeredByEngine = (model: ClassModel, wire: string): boolean =>
  (wire === "GetItemOrNullObject" && Boolean(model.item)) ||
  ((wire === "GetItemAt" || wire === "GetCount") && Boolean(model.items));

/** A class may have several models (the fill of a range and that of a style); one that answers is enough. */
export function coverage(models: readonly ClassModel[]): ClassCoverage[] {
  return schemaClasses().map((schema) => {
    const own = models.filter((model) => model.className === schema.className);
    const members = membersOf(schema);
    const differs = Object.assign({}, ...own.map((model) => model.differs ?? {})) as Record<string, string>;
    const isDiffering = (member: Member) => member.wire in differs && member.kind !== "write";
    const answered = members.filter((member) => own.some((model) => isAnswered(model, member)));
    return {
      className: schema.className,
      supported: own.length > 0,
      answered: answered.filter((member) => !isDiffering(member)).map((member) => member.name),
      differing: Object.entries(differs).map(([wire, how]) => ({
        name: publicName(schema.className, wire),
        how,
      })),
      missing: members.filter((member) => !answered.includes(member)).map((member) => member.name),
    };
  });
}
