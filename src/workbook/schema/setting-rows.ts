import type { CardSettings } from "../../core/records";
import type { ColumnType } from "./column";

/** What a row of the Settings table holds: the key is the field of `CardSettings`. */
export interface SettingRow {
  readonly key: keyof CardSettings;
  readonly type: Extract<ColumnType, "day" | "number" | "money" | "share" | "text" | "bool"> | "language";
  /** Blank means something (off, unknown, today); where false, blank falls back to the default. */
  readonly mayBeBlank: boolean;
}

const row = (key: keyof CardSettings, type: SettingRow["type"], mayBeBlank = false): SettingRow => ({
  key,
  type,
  mayBeBlank,
});

/** In the order of the sheet: what people change comes first. Keys are only ever added (WB5). */
export const settingRows: readonly SettingRow[] = [
  row("asOf", "day", true),
  row("currency", "text"),
  row("grossMargin", "share", true),
  row("reviewMonths", "number"),
  row("tierCut", "number"),
  row("tierBand", "number"),
  row("strategicCut", "number", true),
  row("watchMinimum", "money"),
  row("growingRatio", "number"),
  row("silenceWatches", "bool"),
  row("scoreGroups", "bool"),
  row("language", "language"),
  row("ruleVersion", "number"),
  row("schemaVersion", "number"),
];
