/** The table of a review sheet: values, formats, rules and names of its body. */
import type { CellFormat, ConditionalRule, SheetPlan } from "../sheet-plan";
import type { CellInput } from "../workbook-gateway";
import { bodySize, hairline, missing, muted, signal, smallSize, thin, tint, white } from "./palette";
import { watchGroup } from "./list-accounts";
import { dataBar } from "./column-formats";
import { nextCheckCell } from "./decision-columns";
import { cutToLines, wrapped } from "./line-estimate";
import { columnLetters, type PlacedColumn } from "./review-column";
import { checksName, columnNames, goneMark, idsName, keysName } from "./review-names";
import type { ReviewRow, TypedRow } from "./review-row";
import type { SheetContext } from "./sheet-context";
import { firstBodyRow } from "./sheet-layout";

/** Columns right of the print area: why a row was stopped, then what Apply needs, hidden. */
interface SideColumns {
  readonly check: number;
  readonly id: number;
  readonly key: number;
  readonly group: number;
}

export const sideColumns = (columns: readonly PlacedColumn[]): SideColumns => {
  const check = columns.length;
  return { check, id: check + 1, key: check + 2, group: check + 3 };
};

export const checkWidth = 190;

const cutText = (column: PlacedColumn, value: CellInput): CellInput => {
  if (column.lines === undefined || typeof value !== "string") return value;
  const { size = bodySize, indent = 0 } = column.format;
  return cutToLines(value, column.width, size, column.lines, indent);
};

/** Cells of a row, side columns included. A name that takes too many lines gives way to the short one. */
export function rowCellsOf(row: ReviewRow, columns: readonly PlacedColumn[]): CellInput[] {
  const { account } = row.figures;
  const cells = columns.map((column) => {
    const value = column.value(row);
    if (column.named !== "name" || !account.shortName) return cutText(column, value);
    return cutText(column, value) === value ? value : cutText(column, account.shortName);
  });
  const key = cells[columns.findIndex((column) => column.named === "name")] ?? "";
  return [...cells, "", account.id, key, watchGroup(row.figures)];
}

/** Cells of an account that left the list: its name and what was typed, nothing else. */
export function goneCellsOf(
  typed: TypedRow,
  columns: readonly PlacedColumn[],
  date1904: boolean,
): CellInput[] {
  const cells = columns.map((column): CellInput => {
    if (!column.named) return "";
    return column.named === "nextCheck" ? nextCheckCell(typed, date1904) : typed[column.named];
  });
  return [...cells, "", goneMark + typed.account, typed.name, ""];
}

/** Body rows whose tallest text takes three lines. */
export function tallRows(
  values: readonly (readonly CellInput[])[],
  columns: readonly PlacedColumn[],
): number[] {
  return values.flatMap((cells, index) => {
    const tall = columns.some((column) => {
      const text = cells[column.index];
      if (!column.format.wrap || typeof text !== "string" || text === "") return false;
      const { size = bodySize, indent = 0 } = column.format;
      return wrapped(text, column.width, size, indent).length > 2;
    });
    return tall ? [index] : [];
  });
}

/** An inner line needs two cells to lie between. */
const fitting = (format: CellFormat, rows: number): CellFormat => {
  const { insideHorizontal, ...rest } = format;
  return rows > 1 && insideHorizontal ? { ...rest, insideHorizontal } : rest;
};

export function bodyFormats(columns: readonly PlacedColumn[], rows: number): SheetPlan["formats"] {
  const area = (column: number, count = 1) => ({ row: firstBodyRow, column, rows, columns: count });
  const line = thin(hairline);
  const formats = [
    { area: area(0, columns.length), format: fitting({ bottom: line, insideHorizontal: line }, rows) },
    ...columns.map((column) => ({ area: area(column.index), format: fitting(column.format, rows) })),
    {
      area: area(columns.length),
      format: {
        size: smallSize,
        color: signal,
        wrap: true,
        vertical: "center",
        indent: 1,
        horizontal: "left",
      } as const,
    },
  ];
  const inputs = columns.filter((column) => column.input);
  const first = inputs[0];
  if (!first) return formats;
  const inner = { insideVertical: thin(white), bottom: thin(white), insideHorizontal: thin(white) };
  return [
    ...formats,
    { area: area(first.index, inputs.length), format: fitting({ fill: tint, ...inner }, rows) },
  ];
}

/** One rule per block, relative to its first row, so that rules stay right when the rows are sorted. */
export function bodyRules(
  context: SheetContext,
  columns: readonly PlacedColumn[],
  rows: number,
  quarterTop: number,
): SheetPlan["conditionalFormats"] {
  const row = firstBodyRow + 1;
  const area = (column: number, count = 1) => ({ row: firstBodyRow, column, rows, columns: count });
  const rules: { area: ReturnType<typeof area>; rule: ConditionalRule }[] = columns.flatMap((column) =>
    (column.rules?.(`$${columnLetters(column.index)}${row}`) ?? []).map((rule) => ({
      area: area(column.index),
      rule,
    })),
  );
  const quarters = columns.filter((column) => column.group === "quarters");
  const first = quarters[0];
  if (first) {
    const rule = dataBar(quarterTop);
    rules.push({ area: area(first.index, quarters.length), rule });
  }
  rules.push({
    area: area(0, columns.length),
    rule: { kind: "equals", text: missing, format: { color: muted }, stop: false },
  });
  if (context.tier === "special" && rows > 1) {
    const group = `$${columnLetters(sideColumns(columns).group)}`;
    const rule: ConditionalRule = {
      kind: "formula",
      formula: `=${group}${row + 1}<>${group}${row}`,
      format: { topBorder: muted },
      stop: false,
    };
    // Beside the badge, which has rules of its own: programs that show one rule a cell would lose it.
    const badge = columns.find((column) => column.id === "tier")?.index ?? 0;
    const spans = [
      { column: 0, columns: badge },
      { column: badge + 1, columns: columns.length - badge - 1 },
    ];
    for (const span of spans.filter(({ columns: width }) => width > 0))
      rules.push({ area: { row: firstBodyRow + 1, rows: rows - 1, ...span }, rule });
  }
  return rules;
}

/** Areas of the named columns, from the first body row to the last row that holds inputs. */
export function bodyNames(columns: readonly PlacedColumn[], rows: number): SheetPlan["names"] {
  const area = (column: number) => ({ row: firstBodyRow, column, rows, columns: 1 });
  const side = sideColumns(columns);
  return [
    ...columns.flatMap((column) =>
      column.named ? [{ name: columnNames[column.named], area: area(column.index) }] : [],
    ),
    { name: checksName, area: area(side.check) },
    { name: idsName, area: area(side.id) },
    { name: keysName, area: area(side.key) },
  ];
}
