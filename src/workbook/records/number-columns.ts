import { accounts } from "../schema/accounts";
import { columnIndexes, normalisedHeader } from "../schema/headers";
import type { Dialect } from "../codec/cell";
import type { TableResult } from "../codec/table-rows";
import type { NumberColumn } from "../rule-verbs";
import { ownNumbers } from "./own-numbers";

/** Columns of the schema whose numbers a person has given: the others are ratings the model reads, figures or dates. */
const offered: ReadonlySet<string> = new Set(
  accounts.columns
    .filter(({ type, computed }) => !computed && (type === "number" || type === "money" || type === "share"))
    .filter(({ id }) => !id.startsWith("rating"))
    .map(({ id }) => id),
);

/**
 * Accounts columns that a criterion of the person's own may name (S46): the user's own columns and the card's plain
 * numbers, as far as at least half of what they hold are numbers.
 */
export function numberColumns(result: TableResult, dialect: Dialect): readonly NumberColumn[] {
  const known = columnIndexes(accounts.columns, result.headers);
  const idOf = new Map([...known].map(([id, index]) => [index, id]));
  const candidates = result.headers.filter((header, index) => {
    const id = idOf.get(index);
    return (
      normalisedHeader(header) !== "" && (id === undefined || offered.has(id)) && mostlyNumbers(result, index)
    );
  });
  const numbers = ownNumbers(candidates, result, dialect);
  const rows = result.rows.map(
    (row, body) => [String(row[known.get("id") ?? -1] ?? "").trim(), numbers(body)] as const,
  );
  return candidates.map((metric) => ({
    metric,
    figures: new Map(rows.map(([account, figures]) => [account, figures[metric] ?? null])),
  }));
}

function mostlyNumbers({ rows }: TableResult, index: number): boolean {
  const filled = rows.map((row) => row[index] ?? "").filter((cell) => cell !== "");
  const numbers = filled.filter((cell) => typeof cell === "number");
  return numbers.length > 0 && 2 * numbers.length >= filled.length;
}
