/** Range.format: alignment, sizes of rows and columns, and the way to fill, font, borders and protection. */
import type { CellStyle } from "../../book/book";
import type { ClassModel, HostContext } from "../class-model";
import { applyFormat, booleanValue, numberValue, oneOf, reads, sharedStyle, writes } from "./cell-format";
import { rectsOf, sheetOfCells, type CellsTarget } from "./cells";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument } from "./host-errors";
import { lookedAtRows, sharedFlag } from "./sheet-sizes";
import { assertAllowed } from "./write-guard";

type Horizontal = NonNullable<CellStyle["horizontal"]>;
type Vertical = NonNullable<CellStyle["vertical"]>;

const horizontals: Horizontal[] = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const verticals: Vertical[] = ["Top", "Center", "Bottom", "Justify", "Distributed"];

function columnWidth(target: CellsTarget): number | null {
  const { sheet } = target;
  const widths = rectsOf(target).map((area) =>
    sharedFlag(area.column, area.columns, (column) => sheet.columnWidth(column)),
  );
  return widths.every((width) => width === widths[0]) ? (widths[0] ?? null) : null;
}

function rowHeight(target: CellsTarget): number | null {
  const { sheet } = target;
  const heights = rectsOf(target).map((area) =>
    sharedFlag(area.row, lookedAtRows(sheet, area), (row) => sheet.rowHeight(row)),
  );
  return heights.every((height) => height === heights[0]) ? (heights[0] ?? null) : null;
}

function setColumnWidth(target: CellsTarget, value: unknown, context: HostContext): void {
  if (value === null) return;
  const width = numberValue(value);
  if (width < 0) throw invalidArgument();
  assertAllowed(target.sheet, context, "allowFormatColumns");
  for (const { column, columns } of rectsOf(target)) target.sheet.setColumnWidth(column, columns, width);
}

function setRowHeight(target: CellsTarget, value: unknown, context: HostContext): void {
  if (value === null) return;
  const height = numberValue(value);
  // 409.5 points is Excel's tallest row.
  if (height < 0 || height > 409.5) throw invalidArgument();
  assertAllowed(target.sheet, context, "allowFormatRows");
  for (const { row, rows } of rectsOf(target)) target.sheet.setRowHeight(row, rows, height);
}

/** Heights of rows grow with what is written; a fitted row has no height of its own. */
function autofitRows(target: CellsTarget, context: HostContext): void {
  assertAllowed(target.sheet, context, "allowFormatRows");
  for (const area of rectsOf(target)) fitRows(target, area.row, lookedAtRows(target.sheet, area));
}

/** Lines of the tallest text times the height of a line in its font. */
function fitRows({ sheet }: CellsTarget, row: number, rows: number): void {
  const used = sheet.usedRect(true);
  if (!used) return;
  for (let r = Math.max(row, used.row); r < Math.min(row + rows, used.row + used.rows); r++) {
    const line = { row: r, column: used.column, rows: 1, columns: used.columns };
    const styles = sheet.styles(line)[0]!;
    const heights = sheet.texts(line)[0]!.map((text, j) => {
      const style = styles[j]!;
      const perLine = ((style.size ?? 11) * 15) / 11;
      return perLine * linesOf(text, style, sheet.columnWidth(used.column + j));
    });
    sheet.setRowHeight(r, 1, Math.min(409.5, Math.max(15, ...heights)));
  }
}

/** Wide characters count two; half the font's size is a fair width of one. */
function linesOf(text: string, style: CellStyle, width: number): number {
  const perCharacter = (style.size ?? 11) / 2;
  return text.split("\n").reduce((sum, part) => {
    const length = [...part].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
    return sum + (style.wrap ? Math.max(1, Math.ceil((length * perCharacter) / width)) : 1);
  }, 0);
}

function autofitColumns(target: CellsTarget, context: HostContext): void {
  assertAllowed(target.sheet, context, "allowFormatColumns");
  for (const { column, columns } of rectsOf(target)) target.sheet.autofitColumns(column, columns);
}

function indentBy(target: CellsTarget, amount: unknown, context: HostContext): void {
  const level = (sharedStyle(target, "indent") ?? 0) + numberValue(amount);
  applyFormat(target, { indent: Math.max(0, Math.min(250, level)) }, context);
}

/** Only Excel's default is known to the book: writing it changes nothing, another value is refused by name. */
const onlyDefault =
  (member: string, expected: unknown) =>
  (_target: CellsTarget, value: unknown): void => {
    if (value !== null && value !== expected)
      throw invalidArgument(`${member} other than ${String(expected)}`);
  };

const model: ClassModel<CellsTarget> = {
  className: "RangeFormat",
  sheetOf: sheetOfCells,
  navigate: {
    Fill: (target) => hostObject("RangeFill", target),
    Font: (target) => hostObject("RangeFont", target),
    Borders: (target) => hostObject("RangeBorderCollection", target),
    Protection: (target) => hostObject("FormatProtection", target),
  },
  read: {
    WrapText: reads("wrap"),
    ShrinkToFit: reads("shrink"),
    IndentLevel: reads("indent"),
    HorizontalAlignment: reads("horizontal"),
    VerticalAlignment: reads("vertical"),
    ColumnWidth: columnWidth,
    RowHeight: rowHeight,
    TextOrientation: () => 0,
    ReadingOrder: () => "Context",
    AutoIndent: () => false,
    UseStandardHeight: (target) => rowHeight(target) === 15,
    UseStandardWidth: (target) => columnWidth(target) === target.sheet.columnWidth(16_383),
  },
  write: {
    WrapText: writes("wrap", booleanValue),
    ShrinkToFit: writes("shrink", booleanValue),
    IndentLevel: writes("indent", numberValue),
    HorizontalAlignment: writes("horizontal", oneOf(horizontals)),
    VerticalAlignment: writes("vertical", oneOf(verticals)),
    ColumnWidth: setColumnWidth,
    RowHeight: setRowHeight,
    TextOrientation: onlyDefault("textOrientation", 0),
    ReadingOrder: onlyDefault("readingOrder", "Context"),
    AutoIndent: onlyDefault("autoIndent", false),
    UseStandardHeight: (target, value, context) => {
      if (booleanValue(value)) setRowHeight(target, 15, context);
    },
    UseStandardWidth: (target, value, context) => {
      if (booleanValue(value)) setColumnWidth(target, target.sheet.columnWidth(16_383), context);
    },
  },
  call: {
    AdjustIndent: (target, [amount], context) => indentBy(target, amount, context),
    AutofitColumns: (target, _args, context) => autofitColumns(target, context),
    AutofitRows: (target, _args, context) => autofitRows(target, context),
  },
  differs: {
    TextOrientation: "Text is never turned: other values than 0 are refused.",
    ReadingOrder: "Always Context: other values are refused.",
    AutoIndent: "Always false.",
    AutofitRows: "Heights are estimated from the length of texts, not measured.",
  },
};

defineModel(model);
