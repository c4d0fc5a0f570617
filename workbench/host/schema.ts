/** What office.js 1.1.110 can send, class by class: extracted from the library, see wire-schema.json. */
import wireSchema from "./wire-schema.json";

interface SchemaMethod {
  readonly kind: string;
  /** Absent for indexers, which have their own path type. */
  readonly wire?: string;
  readonly write?: boolean;
  readonly type?: string;
}
export interface SchemaEvent {
  readonly eventType: number;
  readonly register?: string;
  readonly unregister?: string;
  readonly targetId: string;
}
export interface SchemaClass {
  readonly className: string;
  readonly scalars: Readonly<Record<string, { wire: string; updatable: boolean; setterWire?: string }>>;
  readonly navs: Readonly<Record<string, { wire: string; type: string; isCollection: boolean }>>;
  readonly methods: Readonly<Record<string, SchemaMethod>>;
  readonly events: Readonly<Record<string, SchemaEvent>>;
  /** Members younger than their class: `hyperlink` → `ExcelApi 1.7`. */
  readonly api?: Readonly<Record<string, string>>;
  readonly topLevelName?: string;
  readonly isCollection?: boolean;
  readonly itemType?: string;
  readonly hasIndexer?: boolean;
}

const classes: Record<string, unknown> = wireSchema;

export const schemaClasses = (): SchemaClass[] => Object.keys(classes).map((name) => schemaOf(name)!);

export function schemaOf(className: string): SchemaClass | null {
  return Object.hasOwn(classes, className) ? (classes[className] as SchemaClass) : null;
}

/** `OfficeCore.RibbonTab` and `Excel.Range` name the same classes as `RibbonTab` and `Range`. */
export const bareClass = (type: string): string => type.slice(type.lastIndexOf(".") + 1);

/** Each question is answered once: the schema never changes, and a batch asks the same ones for every action. */
function once<Answer extends object | string | null>(find: (className: string, name: string) => Answer) {
  const known = new Map<string, Answer>();
  return (className: string, name: string): Answer => {
    const key = `${className} ${name}`;
    const answer = known.get(key) ?? find(className, name);
    known.set(key, answer);
    return answer;
  };
}

/** The public name of a wire member: `ShowGridlines` → `showGridlines`. */
export const publicName = once((className, wire) => {
  const schema = schemaOf(className);
  for (const table of [schema?.scalars, schema?.navs, schema?.methods]) {
    const found = Object.entries(table ?? {}).find(([, member]) => member.wire === wire);
    if (found) return found[0];
  }
  return wire.startsWith("_") ? wire : wire.charAt(0).toLowerCase() + wire.slice(1);
});

/** A scalar or navigation of the class by any spelling of its public or wire name; null if it has none such. */
export const wireMember = once((className, name): string | null => {
  const wanted = name.toLowerCase();
  const schema = schemaOf(className);
  for (const table of [schema?.scalars, schema?.navs])
    for (const [key, member] of Object.entries(table ?? {}))
      if (key.toLowerCase() === wanted || member.wire.toLowerCase() === wanted) return member.wire;
  return null;
});

/** A method of the class by its wire name. */
export const methodOf = once((className, wire): SchemaMethod | null => {
  const methods = Object.values(schemaOf(className)?.methods ?? {});
  return methods.find((method) => method.wire === wire) ?? null;
});

/** Setter names differ from getter names for three members (`showGridlines` is written as `Gridlines`). */
export function setterWire(className: string, name: string): string | null {
  const wanted = name.toLowerCase();
  for (const [key, scalar] of Object.entries(schemaOf(className)?.scalars ?? {})) {
    if (key.toLowerCase() === wanted || scalar.wire.toLowerCase() === wanted)
      return scalar.setterWire ?? scalar.wire;
  }
  return null;
}

/** The event behind a `_Register…`/`_Unregister…` call of a class. */
export function eventOf(className: string, method: string): { event: SchemaEvent; on: boolean } | null {
  for (const event of Object.values(schemaOf(className)?.events ?? {})) {
    if (event.register === method) return { event, on: true };
    if (event.unregister === method) return { event, on: false };
  }
  return null;
}
