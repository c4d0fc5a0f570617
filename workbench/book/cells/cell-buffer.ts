import type { ICellData, IStyleData } from "@univerjs/core";
import type { CellEntry, CellStyle, Rect } from "../book";
import { cellsOf, sameRect } from "../rects";
import type { CellReader } from "./cell-reader";
import { cellOf, type CellMatrix } from "./cell-writer";
import { parseEntry } from "./entry";
import { writeExtra, writeStyle } from "./style-map";

const besideKeys = ["horizontal", "vertical", "shrink", "indent", "locked", "quotePrefix"] as const;

/** Entries and formats of one batch for a sheet; however many there were, they become two mutations at most. */
export class CellBuffer {
  readonly cells: CellMatrix = {};
  /** Where content was entered, and where formats were set. */
  readonly rects: Rect[] = [];
  readonly styled: Rect[] = [];
  private readonly merged = new Map<object, Map<object, IStyleData>>();

  constructor(private readonly reader: CellReader) {}

  enter(rect: Rect, entries: readonly (readonly CellEntry[])[]): void {
    let written = false;
    for (const [row, column] of cellsOf(rect)) {
      const entry = entries[row - rect.row]?.[column - rect.column];
      if (entry === null || entry === undefined) continue;
      const format = typeof entry === "string" ? this.reader.format(row, column) : "General";
      this.put(row, column, this.read(entry, format, row, column));
      written = true;
    }
    if (written) this.addRect(rect);
  }

  private read(entry: Exclude<CellEntry, null>, format: string, row: number, column: number): ICellData {
    const parsed = parseEntry(entry, format, this.reader.settings);
    return cellOf(parsed, this.reader.extra(row, column));
  }

  /** A style for every cell of the rect, on top of those it was given in this batch. */
  style(rect: Rect, style: CellStyle): void {
    const s = writeStyle(style);
    const beside = besideKeys.some((key) => key in style);
    for (const [row, column] of cellsOf(rect)) {
      const custom = beside
        ? { custom: writeExtra(style, this.reader.ownExtra(row, column) ?? {}) ?? null }
        : {};
      this.put(row, column, { s, ...custom });
    }
  }

  noteStyled(rect: Rect): void {
    const last = this.styled.at(-1);
    if (!last || !sameRect(last, rect)) this.styled.push(rect);
  }

  /** Univer takes a cell without content for one whose formula goes, unless all cells of the mutation are such. */
  parts(): { content: CellMatrix; formats: CellMatrix } {
    const content: CellMatrix = {};
    const formats: CellMatrix = {};
    for (const row of Object.keys(this.cells).map(Number)) {
      const line = this.cells[row] ?? {};
      const columns = Object.keys(line).map(Number);
      const entered = columns.filter((column) => "v" in (line[column] ?? {}));
      if (entered.length === columns.length) content[row] = line;
      else if (entered.length === 0) formats[row] = line;
      else {
        const isEntered = new Set(entered);
        for (const column of columns)
          ((isEntered.has(column) ? content : formats)[row] ??= {})[column] = line[column];
      }
    }
    return { content, formats };
  }

  private put(row: number, column: number, cell: ICellData): void {
    const line = (this.cells[row] ??= {});
    const before = line[column];
    if (before) Object.assign(before, cell, this.mergedStyle(before.s, cell.s));
    else line[column] = cell;
  }

  /** Cells of one format share the object. */
  private mergedStyle(before: ICellData["s"], after: ICellData["s"]): Pick<ICellData, "s"> {
    if (typeof before !== "object" || typeof after !== "object" || !before || !after) return {};
    const known = this.merged.get(before) ?? new Map<object, IStyleData>();
    this.merged.set(before, known);
    const s = known.get(after) ?? overlaid(before, after);
    known.set(after, s);
    return { s };
  }

  /** Chunks written one below the other count as one range. */
  private addRect(rect: Rect): void {
    const last = this.rects.at(-1);
    const follows =
      last !== undefined &&
      last.column === rect.column &&
      last.columns === rect.columns &&
      last.row + last.rows === rect.row;
    if (follows) this.rects[this.rects.length - 1] = { ...last, rows: last.rows + rect.rows };
    else this.rects.push(rect);
  }
}

/** One style written over another; borders side by side. Keys that are null take something off and stay. */
export function overlaid(before: IStyleData, after: IStyleData): IStyleData {
  return { ...before, ...after, ...(before.bd && after.bd ? { bd: { ...before.bd, ...after.bd } } : {}) };
}
