import { isoText } from "../../core/calendar/days";
import { decodeCell, unreadable, type Dialect, type Meaning } from "../codec/cell";
import type { Labels } from "../codec/labels";
import type { Column } from "../schema/column";

/** How a preview writes what a cell means: days as yyyy-mm-dd, labels in the workbook's language. With `dialect` a cell as it stands. */
export function shownText(column: Column, value: Meaning, labels: Labels, dialect?: Dialect): string {
  const read = dialect && value !== null ? decodeCell(column, value, dialect) : value;
  const meaning = read === unreadable ? value : read;
  if (meaning === null || meaning === "") return "";
  if ((column.type === "day" || column.type === "datetime") && typeof meaning === "number")
    return isoText(Math.floor(meaning));
  if (typeof meaning === "boolean") return labels.labelOf("yesNo", meaning ? "yes" : "no");
  return column.list ? labels.labelOf(column.list, String(meaning)) : String(meaning);
}
