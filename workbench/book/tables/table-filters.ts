import {
  SheetTableService,
  TABLE_FILTER_EMPTY_VALUE,
  TableColumnFilterTypeEnum,
  TableConditionTypeEnum,
  type ITableFilterItem,
} from "@univerjs/sheets-table";
import type { CellContent } from "../book";
import type { BookParts } from "../book-parts";
import { splitCriterion } from "../filters/criteria";
import { bodyOf, type TableRecord } from "./table-record";

interface Cell {
  readonly content: CellContent;
  readonly text: string;
}

/** Office's filter criteria as predicates over cells: Values, Custom, TopItems, TopPercent, Dynamic average. */
function predicateOf(criteria: Record<string, unknown>, column: readonly Cell[]): (cell: Cell) => boolean {
  switch (criteria.filterOn) {
    case "Values": {
      const all = Array.isArray(criteria.values) ? (criteria.values as unknown[]) : [];
      const dates = all.filter(isDateValue).map(({ date }) => date);
      const values = new Set(
        all.map((value) => (isDateValue(value) ? value.date : String(value)).toLowerCase()),
      );
      return ({ content, text }) =>
        values.has(text.toLowerCase()) ||
        (content !== null && values.has(plain(content).toLowerCase())) ||
        (typeof content === "number" && dates.some((date) => isoDate(content).startsWith(date)));
    }
    case "Custom": {
      const first = condition(String(criteria.criterion1 ?? ""));
      if (criteria.criterion2 === undefined || criteria.criterion2 === null) return first;
      const second = condition(String(criteria.criterion2));
      return criteria.operator === "Or"
        ? (cell) => first(cell) || second(cell)
        : (cell) => first(cell) && second(cell);
    }
    case "TopItems":
    case "TopPercent":
    case "BottomItems":
    case "BottomPercent":
      return extreme(criteria, column);
    case "Dynamic":
      return dynamic(String(criteria.dynamicCriteria ?? ""), column);
    default:
      throw new Error(`Filter ${String(criteria.filterOn)} is not supported`);
  }
}

/** `{ date: "2026-11", specificity: "Month" }`: the text is as long as it is meant to be exact. */
const isDateValue = (value: unknown): value is { date: string } =>
  typeof value === "object" && value !== null && typeof (value as { date?: unknown }).date === "string";

const day = 86_400_000;
const isoDate = (serial: number): string =>
  serial >= 1 && serial < 2_958_466
    ? new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * day).toISOString().slice(0, 10)
    : "";

const plain = (content: CellContent): string =>
  content === null ? "" : typeof content === "object" ? content.error : String(content).toUpperCase();

/** `>=5`, `<>`, `=abc*`, `abc?`: with operator and wildcards. */
function condition(criterion: string): (cell: Cell) => boolean {
  const { sign: operator, operand } = splitCriterion(criterion);
  const number = operand.trim() === "" ? NaN : Number(operand);
  if (operator === "=" || operator === "<>") {
    const pattern = wildcards(operand);
    const equal = ({ content, text }: Cell) =>
      operand === ""
        ? text === ""
        : (!Number.isNaN(number) && content === number) || pattern.test(text) || pattern.test(plain(content));
    return operator === "=" ? equal : (cell) => !equal(cell);
  }
  return ({ content }) => {
    if (!Number.isNaN(number)) return typeof content === "number" && compare(content - number, operator);
    return typeof content === "string" && compare(content.localeCompare(operand, "en"), operator);
  };
}

function compare(difference: number, operator: string): boolean {
  if (operator === "<") return difference < 0;
  if (operator === "<=") return difference <= 0;
  return operator === ">" ? difference > 0 : difference >= 0;
}

function wildcards(text: string): RegExp {
  const source = text.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\])/g, (_, escaped, wild, special) => {
    if (escaped) return `\\${escaped as string}`;
    if (wild) return wild === "*" ? ".*" : ".";
    return `\\${special as string}`;
  });
  return new RegExp(`^${source}$`, "is");
}

const numbersOf = (column: readonly Cell[]): number[] =>
  column.flatMap(({ content }) => (typeof content === "number" ? [content] : []));

function extreme(criteria: Record<string, unknown>, column: readonly Cell[]): (cell: Cell) => boolean {
  const kind = String(criteria.filterOn);
  const numbers = numbersOf(column).sort((a, b) => (kind.startsWith("Top") ? b - a : a - b));
  const wanted = Number(criteria.criterion1 ?? 10);
  const count = kind.endsWith("Percent") ? Math.max(1, Math.floor((numbers.length * wanted) / 100)) : wanted;
  const limit = numbers[Math.min(count, numbers.length) - 1];
  if (limit === undefined) return () => false;
  return ({ content }) =>
    typeof content === "number" && (kind.startsWith("Top") ? content >= limit : content <= limit);
}

function dynamic(kind: string, column: readonly Cell[]): (cell: Cell) => boolean {
  const numbers = numbersOf(column);
  const average = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  if (kind === "AboveAverage") return ({ content }) => typeof content === "number" && content > average;
  if (kind === "BelowAverage") return ({ content }) => typeof content === "number" && content < average;
  throw new Error(`Dynamic filter ${kind} is not supported`);
}

/**
 * The criteria as lists of values that stay, the one kind of Univer's filters that can say them all. Values are
 * taken the way Univer compares them: as shown with a number format, of the cell's type without one.
 */
export function filterItems(book: BookParts, record: TableRecord): (ITableFilterItem | undefined)[] {
  const body = bodyOf(record);
  const { reader, worksheet } = book.sheetParts(record.sheetId);
  const service = book.engine.injector.get(SheetTableService);
  return record.columns.map((_, index) => {
    const criteria = record.filters[index];
    if (!criteria) return undefined;
    const column = body.column + index;
    const rows = Array.from({ length: body.rows }, (_unused, offset) => body.row + offset);
    const cells = rows.map((row) => ({
      content: reader.content(row, column),
      text: reader.text(row, column),
    }));
    const stays = predicateOf(criteria, cells);
    const values = rows
      .filter((_row, place) => stays(cells[place] ?? { content: null, text: "" }))
      .map(
        (row) =>
          service.getCellValueWithConditionType(worksheet, row, column, TableConditionTypeEnum.String) ??
          TABLE_FILTER_EMPTY_VALUE,
      );
    return { filterType: TableColumnFilterTypeEnum.manual, values: [...new Set(values)] } as ITableFilterItem;
  });
}
