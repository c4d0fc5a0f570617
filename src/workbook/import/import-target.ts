import { columnOf } from "../codec/row-cells";
import type { Column, ColumnType } from "../schema/column";
import { schema } from "../schema/schema";
import { stamps } from "../schema/table";
import type { ImportKind, ImportTable } from "./import-job";

/** A column of the card that a column of a source can go to. */
export interface ImportTarget {
  /** `accounts.name` */
  readonly id: string;
  readonly table: ImportTable;
  readonly column: Column;
  /** Parts of a name that stand in two columns of the source. */
  readonly part?: "given" | "family";
}

const stampIds = new Set<string>(stamps.map(({ id }) => id));

function targetsOf(table: ImportTable, only?: readonly string[]): readonly ImportTarget[] {
  const columns: readonly Column[] = schema[table].columns;
  return columns
    .filter(({ id, computed }) => !computed && !stampIds.has(id) && (only?.includes(id) ?? true))
    .map((column) => ({ id: `${table}.${column.id}`, table, column }));
}

const contactName = columnOf("contacts", "name");
const nameParts: readonly ImportTarget[] = [
  { id: "contacts.givenName", table: "contacts", column: contactName, part: "given" },
  { id: "contacts.familyName", table: "contacts", column: contactName, part: "family" },
];

const contactsBeside = targetsOf("contacts").filter(({ column }) => column.id !== "account");

/** What columns of a source can become, in the order of the lists the person chooses from. */
export const targetsFor: Readonly<Record<ImportKind, readonly ImportTarget[]>> = {
  accounts: [...targetsOf("accounts"), ...contactsBeside, ...nameParts],
  contacts: [...targetsOf("contacts"), ...nameParts, ...targetsOf("accounts", ["name"])],
  purchases: [...targetsOf("purchases"), ...targetsOf("accounts", ["name"])],
};

export const targetOf = (kind: ImportKind, id: string | null): ImportTarget | undefined =>
  targetsFor[kind].find((target) => target.id === id);

const numbers: ReadonlySet<ColumnType> = new Set(["number", "money", "share", "score"]);
export const holdsDays = ({ column }: ImportTarget): boolean =>
  column.type === "day" || column.type === "datetime";
export const holdsNumbers = ({ column }: ImportTarget): boolean => numbers.has(column.type);
