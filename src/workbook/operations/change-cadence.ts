import type { CadenceRule } from "../../core/records";
import { encodeCell } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { CellInput, CellValue } from "../workbook-gateway";
import { refusable } from "./failure";
import type { RowChange, RowChanges } from "./row-target";
import { saveRows } from "./save-rows";

const keyOf = (rule: Pick<CadenceRule, "tier" | "item">): string => `${rule.tier ?? "-"} ${rule.item}`;

/** Writes the intervals of tiers and items; rules that are not named stay as they are. */
export function changeCadence(
  desk: Desk,
  book: OpenBook,
  rules: readonly CadenceRule[],
  shown: readonly CadenceRule[],
): Promise<Outcome<void>> {
  const before = new Map(shown.map((rule) => [keyOf(rule), cellsOf(book, rule)]));
  const changes = rules.map((rule): RowChange => {
    const cells = cellsOf(book, rule);
    const known = before.get(keyOf(rule)) ?? {};
    const changed = Object.entries(known).filter(([column, cell]) => cell !== cells[column]);
    return { key: keyOf(rule), cells, shown: Object.fromEntries(changed) };
  });
  const rows: RowChanges = {
    table: "cadence",
    key: ["tier", "item"],
    keyOf: ([tier, item]) => keyInSheet(book, tier, item),
    removed: [],
    changes: changes.filter(({ key, shown: changed }) => !before.has(key) || Object.keys(changed).length > 0),
  };
  return refusable("form", () => saveRows(desk, book, [rows], "cadence"));
}

/** The sheet holds labels, in whichever language the row was typed. */
function keyInSheet(book: OpenBook, tier: CellValue = "", item: CellValue = ""): string {
  const { labels } = book.dialect;
  const code = tier === "" ? "-" : (labels.codeOf("tier", String(tier)) ?? String(tier));
  return `${code} ${labels.codeOf("cadenceItem", String(item)) ?? String(item)}`;
}

function cellsOf(book: OpenBook, rule: CadenceRule): Readonly<Record<string, CellInput>> {
  const { dialect } = book;
  const cell = (id: "tier" | "item" | "target" | "maximum" | "jitter") =>
    encodeCell(columnOf("cadence", id), rule[id] ?? null, dialect);
  return {
    tier: cell("tier"),
    item: cell("item"),
    target: cell("target"),
    maximum: cell("maximum"),
    jitter: cell("jitter"),
  };
}
