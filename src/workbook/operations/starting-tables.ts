import type { Language } from "../../core/units";
import { textsFor } from "../../locales/texts";
import type { Dialect } from "../codec/cell";
import { settingCell, settingFormat } from "../codec/settings-codec";
import type { FreeNames } from "../free-names";
import { newTable, newTableOfCells, type NewTable } from "../new-table";
import type { SampleRows } from "../sample/expand-sample";
import type { TableId } from "../schema/schema";
import { settings as settingsTable } from "../schema/settings";
import { settingRows } from "../schema/setting-rows";
import { cadenceRows, criterionRows, listRows, startingRows, type StartingRows } from "./starting-rows";

/** Makes a table of a new card, one after the other with free names. */
export function startingTables(
  language: Language,
  sample: SampleRows | null,
  dialect: Dialect,
  names: FreeNames,
): (id: TableId) => NewTable {
  const start = startingRows(language, sample);
  return (id) => {
    if (id === "settings") return settingsSheet(start, language, dialect, names);
    if (id === "criteria") return newTable("criteria", criterionRows(start.criteria), dialect, names);
    if (id === "cadence") return newTable("cadence", cadenceRows(start.cadence), dialect, names);
    if (id === "lists") return newTable("lists", listRows(), dialect, names);
    return (sample && sampleTable(id, sample, dialect, names)) ?? newTable(id, [], dialect, names);
  };
}

/** null for a table of which the sample has no rows. */
function sampleTable(id: TableId, sample: SampleRows, dialect: Dialect, names: FreeNames): NewTable | null {
  if (id === "accounts") return newTable(id, sample.accounts, dialect, names);
  if (id === "contacts") return newTable(id, sample.contacts, dialect, names);
  if (id === "purchases") return newTable(id, sample.purchases, dialect, names);
  return id === "interactions" ? newTable(id, sample.interactions, dialect, names) : null;
}

/** A setting's cell has the format of its own kind, so these rows are encoded one by one. */
function settingsSheet(
  { settings }: StartingRows,
  language: Language,
  dialect: Dialect,
  names: FreeNames,
): NewTable {
  const texts = textsFor(language);
  const rows = settingRows.map((row) => [
    row.key,
    texts(`labels:setting.${row.key}`),
    settingCell(row, settings[row.key], dialect),
    texts(`labels:settingNote.${row.key}`),
  ]);
  const made = newTableOfCells("settings", rows, dialect, names);
  const header = settingsTable.columns[2].header[language];
  const formats = settingRows.map((row, fromRow) => {
    const numberFormat = settingFormat(row);
    const format = { ...(numberFormat ? { numberFormat } : {}), horizontal: "right" as const };
    return { kind: "format-cells" as const, table: made.table, header, fromRow, rows: 1, format };
  });
  return { ...made, writes: [...made.writes, ...formats] };
}
