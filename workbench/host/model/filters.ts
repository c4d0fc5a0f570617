/** Filters: of a table's column, and AutoFilter of a table or a sheet. */
import type { BookSheet, BookTable, Rect } from "../../book/book";
import type { HostContext } from "../class-model";
import { assertCriteria, type FilterCriteria } from "./filter-criteria";
import { defineModel, rangeObject } from "./host-object";
import { invalidArgument, itemNotFound, notImplemented } from "./host-errors";
import { integer } from "./range-parts";
import { rangeArgument } from "./resolve-address";
import { clearTableFilters, reapplyTableFilters } from "./table";
import { headerRow } from "./table-layout";
import { assertAllowed } from "./write-guard";

interface ColumnFilter {
  readonly table: BookTable;
  readonly column: number;
}

function apply({ table, column }: ColumnFilter, criteria: unknown, context: HostContext): void {
  assertAllowed(table.sheet, context, "allowAutoFilter");
  table.filter(column, assertCriteria(criteria));
}

/** A method that makes criteria of one kind from its arguments. */
const applying =
  (criteriaOf: (args: unknown[]) => FilterCriteria) =>
  (target: ColumnFilter, args: unknown[], context: HostContext): void =>
    apply(target, criteriaOf(args), context);

const ranked = (filterOn: string) =>
  applying(([count]) => ({ filterOn, criterion1: String(integer(count)) }));

defineModel<ColumnFilter>({
  className: "Filter",
  sheetOf: ({ table }) => table.sheet,
  read: { Criteria: ({ table, column }) => table.filters()[column] ?? null },
  call: {
    Apply: (target, [criteria], context) => apply(target, criteria, context),
    ApplyValuesFilter: applying(([values]) => ({ filterOn: "Values", values: values as unknown[] })),
    ApplyCustomFilter: applying(([criterion1, criterion2, operator]) => ({
      filterOn: "Custom",
      criterion1: String(criterion1),
      ...(criterion2 !== null && { criterion2: String(criterion2), operator: String(operator ?? "And") }),
    })),
    ApplyTopItemsFilter: ranked("TopItems"),
    ApplyTopPercentFilter: ranked("TopPercent"),
    ApplyBottomItemsFilter: ranked("BottomItems"),
    ApplyBottomPercentFilter: ranked("BottomPercent"),
    ApplyDynamicFilter: applying(([dynamicCriteria]) => ({
      filterOn: "Dynamic",
      dynamicCriteria: String(dynamicCriteria),
    })),
    ApplyCellColorFilter: applying(([color]) => ({ filterOn: "CellColor", color: String(color) })),
    ApplyFontColorFilter: applying(([color]) => ({ filterOn: "FontColor", color: String(color) })),
    Clear: ({ table, column }, _args, context) => {
      assertAllowed(table.sheet, context, "allowAutoFilter");
      table.filter(column, null);
    },
  },
  differs: { Apply: "Criteria on icons and dynamic dates are NotImplemented." },
});

interface AutoFilter {
  readonly sheet: BookSheet;
  readonly table: BookTable | null;
}

function filtered({ sheet, table }: AutoFilter): Rect | null {
  if (!table) return sheet.autoFilter();
  return table.showFilterButton && headerRow(table) ? { ...table.rect, rows: table.body.rows + 1 } : null;
}

function applyAutoFilter(target: AutoFilter, args: unknown[], context: HostContext): void {
  const [range, columnIndex, criteria] = args;
  const { sheet, table } = target;
  assertAllowed(sheet, context, "allowAutoFilter");
  const cells = rangeArgument(range, sheet, context);
  if (cells.sheet.id !== sheet.id) throw invalidArgument();
  if (table) table.showFilterButton = true;
  else sheet.setAutoFilter(cells.rect);
  if (columnIndex === null || columnIndex === undefined) return;
  if (table) return apply({ table, column: integer(columnIndex) }, criteria, context);
  const checked = assertCriteria(criteria);
  if (checked.filterOn !== "Values" && checked.filterOn !== "Custom")
    throw notImplemented(`filters on ${String(checked.filterOn)} of a worksheet's AutoFilter`);
  const column = integer(columnIndex);
  if (column < 0 || column >= cells.rect.columns) throw invalidArgument();
  sheet.filterBy(column, checked);
}

const columnsWith = ({ sheet, table }: AutoFilter) =>
  (table?.filters() ?? sheet.autoFilterCriteria()).map((criteria) => criteria ?? null);

function clearCriteria({ sheet, table }: AutoFilter, context: HostContext): void {
  if (table) return clearTableFilters(table, context);
  assertAllowed(sheet, context, "allowAutoFilter");
  sheet.autoFilterCriteria().forEach((criteria, column) => criteria && sheet.filterBy(column, null));
}

function reapply({ sheet, table }: AutoFilter, context: HostContext): void {
  if (table) return reapplyTableFilters(table, context);
  assertAllowed(sheet, context, "allowAutoFilter");
  sheet.autoFilterCriteria().forEach((criteria, column) => criteria && sheet.filterBy(column, criteria));
}

defineModel<AutoFilter>({
  className: "AutoFilter",
  sheetOf: ({ sheet }) => sheet,
  read: {
    Enabled: (target) => filtered(target) !== null,
    IsDataFiltered: (target) => columnsWith(target).some((criteria) => criteria !== null),
    Criteria: columnsWith,
  },
  call: {
    Apply: applyAutoFilter,
    ClearCriteria: (target, _args, context) => clearCriteria(target, context),
    ClearColumnCriteria: ({ sheet, table }, [column], context) => {
      assertAllowed(sheet, context, "allowAutoFilter");
      if (table) table.filter(integer(column), null);
      else if (sheet.autoFilter()) sheet.filterBy(integer(column), null);
    },
    Reapply: (target, _args, context) => reapply(target, context),
    Remove: ({ sheet, table }, _args, context) => {
      assertAllowed(sheet, context, "allowAutoFilter");
      if (!table) return sheet.setAutoFilter(null);
      clearTableFilters(table, context);
      table.showFilterButton = false;
    },
    GetRange: (target) => {
      const area = filtered(target);
      if (!area) throw itemNotFound();
      return rangeObject(target.sheet, area);
    },
    GetRangeOrNullObject: (target) => {
      const area = filtered(target);
      return area && rangeObject(target.sheet, area);
    },
  },
  differs: { Apply: "On a worksheet by values and by comparison only; tables take ranks too." },
});
