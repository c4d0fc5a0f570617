import type { CardSettings, Criterion } from "../../core/records";
import { encodeCell, type Meaning } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { CellInput } from "../workbook-gateway";
import { settingChanges } from "./change-settings";
import { done, refusable } from "./failure";
import type { RowChange, RowChanges } from "./row-target";
import { saveRows } from "./save-rows";
import { criterionRows } from "./starting-rows";

export interface CriteriaChange {
  /** All criteria of the axes the model scores: one that is left out is deleted. */
  readonly criteria: readonly Criterion[];
  readonly settings: Partial<CardSettings>;
}

/** Writes criteria and thresholds together, as one new rule version. Rows of other axes are left alone. */
export function changeCriteria(
  desk: Desk,
  book: OpenBook,
  change: CriteriaChange,
  shown: { readonly criteria: readonly Criterion[]; readonly settings: CardSettings },
): Promise<Outcome<void>> {
  const criteria = criterionChanges(book, change.criteria, shown.criteria);
  const own = settingChanges(book, change.settings, shown.settings);
  // A second save of what was saved, though Excel's answer was lost, makes no version of its own.
  if ([criteria, own].every(({ changes, removed }) => changes.length + removed.length === 0))
    return Promise.resolve(done(undefined));
  const settings = { ...change.settings, ruleVersion: shown.settings.ruleVersion + 1 };
  return refusable("form", () =>
    saveRows(desk, book, [criteria, settingChanges(book, settings, shown.settings)], "criteria"),
  );
}

function criterionChanges(
  book: OpenBook,
  wanted: readonly Criterion[],
  shown: readonly Criterion[],
): RowChanges {
  const before = new Map(shown.map((one) => [one.id, cellsOf(book, one)]));
  const kept = new Set(wanted.map((one) => one.id));
  const changes = wanted.map((one): RowChange => {
    const cells = cellsOf(book, one);
    const known = before.get(one.id) ?? {};
    const changed = Object.entries(known).filter(([column, cell]) => cell !== cells[column]);
    return { key: one.id, cells, shown: Object.fromEntries(changed) };
  });
  return {
    table: "criteria",
    key: ["id"],
    keyOf: ([id]) => String(id ?? "").trim(),
    removed: [...before.keys()].filter((id) => !kept.has(id)),
    changes: changes.filter(({ key, shown: changed }) => !before.has(key) || Object.keys(changed).length > 0),
  };
}

function cellsOf(book: OpenBook, criterion: Criterion): Readonly<Record<string, CellInput>> {
  const [row = {}] = criterionRows([criterion]);
  return Object.fromEntries(
    Object.entries<Meaning>(row).map(([column, meaning]) => [
      column,
      encodeCell(columnOf("criteria", column), meaning, book.dialect),
    ]),
  );
}
