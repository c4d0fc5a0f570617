import { defaultSettings } from "../../core/defaults";
import type { CardSettings } from "../../core/records";
import type { Language } from "../../core/units";
import type { Issue } from "../outcome";
import type { CellInput } from "../workbook-gateway";
import { any, bool, day, list, money, number, share, text, type Column } from "../schema/column";
import { settingRows, type SettingRow } from "../schema/setting-rows";
import { decodeCell, encodeCell, unreadable, type Dialect, type Meaning } from "./cell";
import type { Row } from "./table-rows";

/** How each kind of setting is read from and written to its cell. */
const columns: Readonly<Record<SettingRow["type"], Column>> = {
  day: day("value", "", ""),
  number: number("value", "", ""),
  money: money("value", "", ""),
  share: share("value", "", ""),
  text: text("value", "", ""),
  bool: bool("value", "", ""),
  language: list("value", "language", "", ""),
};
const anything = any("value", "", "");

export interface ReadSettings {
  readonly settings: CardSettings;
  readonly issues: readonly Issue[];
}

/** Settings of the card; a missing, blank or unreadable row takes the default and, if unreadable, is named. */
export function readSettings(
  rows: readonly Row<"settings">[],
  language: Language,
  dialect: Dialect,
  sheet: string,
): ReadSettings {
  const issues: Issue[] = [];
  const found: Record<string, Meaning> = {};
  for (const setting of settingRows) {
    const row = rows.find((one) => one.values.key === setting.key);
    if (!row) continue;
    const meaning = decodeCell(columns[setting.type], row.values.value, dialect);
    const blank = meaning === null || meaning === "";
    if (meaning === unreadable) {
      const values = { sheet, row: row.sheetRow, column: row.values.name, value: String(row.values.value) };
      issues.push({ code: "unreadableCell", values });
    } else if (!blank || setting.mayBeBlank) found[setting.key] = blank ? null : meaning;
  }
  return { settings: { ...defaultSettings(language), ...(found as Partial<CardSettings>) }, issues };
}

/** The cell of one setting. */
export function settingCell(setting: SettingRow, value: Meaning, dialect: Dialect): CellInput {
  return encodeCell(columns[setting.type], value, dialect);
}

/** Number format of the value cell; null where the column's own will do. */
export const settingFormat = (setting: SettingRow): string | null =>
  setting.type === "language" ? anything.format : columns[setting.type].format;
