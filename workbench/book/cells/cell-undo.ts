import {
  isTextFormat,
  type IBorderData,
  type ICellData,
  type IStyleData,
  type Nullable,
  type Styles,
  type Worksheet,
} from "@univerjs/core";
import type { CellMatrix } from "./cell-writer";

const contentKeys = ["v", "t", "f", "si", "p"] as const;

/**
 * What puts the written cells back, and nothing more: a format taken back leaves content alone. Univer's own factory
 * copies every old cell deeply and touches all of it, so that taking back a format counts as an edit.
 */
export function undoCells(worksheet: Worksheet, styles: Styles, written: CellMatrix): CellMatrix {
  const matrix = worksheet.getCellMatrix();
  const reverted = new RevertedStyles(styles);
  const undo: CellMatrix = {};
  for (const row of Object.keys(written).map(Number)) {
    const line: CellMatrix[number] = {};
    const columns = written[row] ?? {};
    for (const column of Object.keys(columns).map(Number)) {
      line[column] = undoCell(matrix.getValue(row, column), columns[column], reverted);
    }
    undo[row] = line;
  }
  return undo;
}

function undoCell(
  before: Nullable<ICellData>,
  after: Nullable<ICellData>,
  reverted: RevertedStyles,
): ICellData {
  const content = !after || contentKeys.some((key) => key in after) || reverted.convertsText(before, after);
  // Written out: there are tens of thousands of these cells.
  const undo: ICellData = content
    ? {
        v: before?.v ?? null,
        t: before?.t ?? null,
        f: before?.f ?? null,
        si: before?.si ?? null,
        p: before?.p ?? null,
      }
    : {};
  if (!after || "s" in after) undo.s = reverted.of(before?.s, after?.s);
  if (!after || "custom" in after) undo.custom = before?.custom ?? null;
  return undo;
}

/** The style that takes one style back to another; cells of one format share them. */
class RevertedStyles {
  private readonly known = new Map<unknown, Map<unknown, Nullable<IStyleData>>>();

  constructor(private readonly styles: Styles) {}

  of(before: ICellData["s"], after: ICellData["s"]): Nullable<IStyleData> {
    const known = this.known.get(after) ?? new Map<unknown, Nullable<IStyleData>>();
    this.known.set(after, known);
    const found = known.get(before);
    if (found !== undefined) return found;
    const style = reverted(this.styles.get(before), this.styles.get(after));
    known.set(before, style);
    return style;
  }

  /** The text format makes text of a number, and no other format makes a number of it again. */
  convertsText(before: Nullable<ICellData>, { s }: ICellData): boolean {
    return s !== undefined && (before?.v ?? null) !== null && isTextFormat(this.styles.get(s)?.n?.pattern);
  }
}

/** Keys that came in are null, so that they come off; borders side by side. */
function reverted(before: Nullable<IStyleData>, after: Nullable<IStyleData>): Nullable<IStyleData> {
  if (!after) return before ?? null;
  const added = Object.keys(after).filter((key) => (before?.[key as keyof IStyleData] ?? null) === null);
  const style: IStyleData = { ...before, ...Object.fromEntries(added.map((key) => [key, null])) };
  if (after.bd) style.bd = sides(before?.bd, after.bd);
  return style;
}

function sides(before: Nullable<IBorderData>, after: IBorderData): IBorderData {
  const added = Object.keys(after).filter((side) => !before?.[side as keyof IBorderData]);
  return { ...before, ...Object.fromEntries(added.map((side) => [side, null])) };
}
