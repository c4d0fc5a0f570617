/** Puts right what a sort between reading and writing misplaced (WB14). */
import type { Row } from "../codec/table-rows";
import type { Write } from "../workbook-gateway";
import { accountFields, setCell, type ColumnCells } from "./apply-writes";
import type { ReviewItem } from "./review-item";
import type { HeldReviews } from "./review-state";
import { writeCellsOf } from "./table-writes";

type AccountRow = Row<"accounts">;

/** `now` as it would stand without the misplaced cells, and the writes that make it so. */
interface Restored {
  readonly held: HeldReviews;
  readonly writes: readonly Write[];
}

/**
 * Cells were addressed by body row. Where another account stands in that row now and shows exactly what was
 * meant for the one before, it gets back what it held when planning.
 */
export function restoreMisplaced(
  planned: HeldReviews,
  now: HeldReviews,
  items: readonly ReviewItem[],
): Restored {
  const before = new Map(planned.accounts.rows.map((row) => [row.values.id, row]));
  const byBody = new Map(now.accounts.rows.map((row) => [row.body, row]));
  const cells: ColumnCells = new Map();
  const restored = new Map<string, AccountRow>();
  for (const item of items) {
    const meant = before.get(item.account);
    const there = meant && byBody.get(meant.body);
    const own = there && before.get(there.values.id);
    if (!there || !own || there.values.id === item.account) continue;
    const values = { ...(restored.get(there.values.id) ?? there).values };
    for (const field of accountFields) {
      const wrong = item.before[field] !== item.after[field] && there.values[field] === item.after[field];
      if (!wrong || own.values[field] === there.values[field]) continue;
      Object.assign(values, { [field]: own.values[field] });
      setCell(cells, field, there.body, own.values[field]);
    }
    restored.set(there.values.id, { ...there, values });
  }
  const rows = now.accounts.rows.map((row) => restored.get(row.values.id) ?? row);
  return {
    held: { ...now, accounts: { ...now.accounts, rows } },
    writes: [...cells].flatMap(([column, values]) => writeCellsOf(now.book, "accounts", column, values)),
  };
}
