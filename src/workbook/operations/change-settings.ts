import { isoText } from "../../core/calendar/days";
import type { CardSettings } from "../../core/records";
import { textsFor } from "../../locales/texts";
import { dayOfSerial } from "../../core/calendar/serial-day";
import { settingCell } from "../codec/settings-codec";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { CellInput } from "../workbook-gateway";
import { settingRows } from "../schema/setting-rows";
import { refusable } from "./failure";
import type { RowChange, RowChanges } from "./row-target";
import { saveRows } from "./save-rows";

/** Settings that decide tiers and watch rules: changing one makes a new rule version. */
const rules: ReadonlySet<keyof CardSettings> = new Set([
  "grossMargin",
  "tierCut",
  "tierBand",
  "strategicCut",
  "watchMinimum",
  "growingRatio",
  "silenceWatches",
  "scoreGroups",
]);

/** The change with a rule version of its own where a rule is among it. */
function withRuleVersion(change: Partial<CardSettings>, shown: CardSettings): Partial<CardSettings> {
  const differs = settingRows.some(
    ({ key }) => rules.has(key) && key in change && change[key] !== shown[key],
  );
  return differs ? { ...change, ruleVersion: shown.ruleVersion + 1 } : change;
}

/** Rows of the Settings table that a change touches. */
export function settingChanges(
  book: OpenBook,
  change: Partial<CardSettings>,
  shown: CardSettings,
): RowChanges {
  const texts = textsFor(book.language);
  const changed = settingRows.filter(({ key }) => key in change && change[key] !== shown[key]);
  return {
    table: "settings",
    key: ["key"],
    keyOf: ([key]) => String(key ?? "").trim(),
    removed: [],
    changes: changed.map((row): RowChange => ({
      key: row.key,
      cells: {
        key: row.key,
        name: texts(`labels:setting.${row.key}`),
        note: texts(`labels:settingNote.${row.key}`),
        value: settingCell(row, change[row.key] ?? null, book.dialect),
      },
      shown: { value: settingCell(row, shown[row.key], book.dialect) },
      ...(row.type === "day" ? { inWords: (cell: CellInput) => dayInWords(cell, book) } : {}),
    })),
  };
}

function dayInWords(cell: CellInput, book: OpenBook): string {
  const day = typeof cell === "number" ? dayOfSerial(cell, book.dialect.date1904) : null;
  return day === null ? String(cell) : isoText(day);
}

/** Writes settings where they stand, by key; a new rule version with those that decide tiers. */
export function changeSettings(
  desk: Desk,
  book: OpenBook,
  change: Partial<CardSettings>,
  shown: CardSettings,
): Promise<Outcome<void>> {
  return refusable("form", () =>
    saveRows(desk, book, [settingChanges(book, withRuleVersion(change, shown), shown)], "settings"),
  );
}
