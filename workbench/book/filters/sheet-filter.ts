import { BooleanNumber, type IMutationInfo } from "@univerjs/core";
import {
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
  SheetsFilterService,
  type CustomFilterOperator,
  type FilterModel,
  type ICustomFilter,
  type IFilterColumn,
} from "@univerjs/sheets-filter";
import type { Rect } from "../book";
import type { Engine } from "../engine";
import { fromRange, sameRect, toRange } from "../rects";
import { operatorsInFiles, splitCriterion, type Criteria } from "./criteria";

/** A worksheet's AutoFilter: Univer's filter of the sheet, with criteria spelled as Office.js does. */
export class SheetFilter {
  constructor(
    private readonly engine: Engine,
    private readonly sheetId: string,
  ) {}

  range(): Rect | null {
    const model = this.model();
    return model ? fromRange(model.getRange()) : null;
  }

  /** Per column of the range. */
  criteria(): (Criteria | null)[] {
    const model = this.model();
    if (!model) return [];
    const { column, columns } = fromRange(model.getRange());
    return Array.from({ length: columns }, (_, index) => {
      const found = model.getFilterColumn(column + index);
      return found ? fromUniver(found.getColumnData()) : null;
    });
  }

  /** null takes the filter away. Criteria stay only with a range that stays. */
  setRange(rect: Rect | null): void {
    const before = this.range();
    if (rect && before && sameRect(rect, before)) return;
    const redo = [
      ...(before ? [this.mutation(RemoveSheetsFilterMutation.id, {})] : []),
      ...(rect ? [this.mutation(SetSheetsFilterRangeMutation.id, { range: toRange(rect) })] : []),
    ];
    if (redo.length > 0) this.engine.apply({ redo, undo: [...this.remove(rect), ...this.asItIs(before)] });
  }

  setCriteria(column: number, criteria: Criteria | null): void {
    const rect = this.range();
    if (!rect || column < 0 || column >= rect.columns) throw new Error("The filter has no such column.");
    const col = rect.column + column;
    const before = this.model()?.getFilterColumn(col)?.getColumnData() ?? null;
    const set = (one: IFilterColumn | null) =>
      this.mutation(SetSheetsFilterCriteriaMutation.id, { col, criteria: one });
    this.engine.apply({ redo: [set(criteria && toUniver(criteria, column))], undo: [set(before)] });
  }

  private remove(rect: Rect | null): IMutationInfo[] {
    return rect ? [this.mutation(RemoveSheetsFilterMutation.id, {})] : [];
  }

  private asItIs(rect: Rect | null): IMutationInfo[] {
    if (!rect) return [];
    const columns = this.model()?.getAllFilterColumns() ?? [];
    return [
      this.mutation(SetSheetsFilterRangeMutation.id, { range: toRange(rect) }),
      ...columns.map(([col, one]) =>
        this.mutation(SetSheetsFilterCriteriaMutation.id, { col, criteria: one.getColumnData() }),
      ),
    ];
  }

  private model(): FilterModel | null {
    const service = this.engine.injector.get(SheetsFilterService);
    return service.getFilterModel(this.engine.unitId, this.sheetId) ?? null;
  }

  private mutation(id: string, params: object): IMutationInfo {
    return { id, params: { unitId: this.engine.unitId, subUnitId: this.sheetId, ...params } };
  }
}

function toUniver(criteria: Criteria, colId: number): IFilterColumn {
  if (criteria.filterOn === "Values") {
    const values = (Array.isArray(criteria.values) ? criteria.values : []).map(String);
    const filters = values.filter((value) => value !== "");
    return { colId, filters: { ...(values.includes("") ? { blank: true } : {}), filters } };
  }
  if (criteria.filterOn !== "Custom") throw new Error(`Filter ${String(criteria.filterOn)} is not supported`);
  const first = comparison(criteria.criterion1);
  if (criteria.criterion2 === undefined) return { colId, customFilters: { customFilters: [first] } };
  const both: [ICustomFilter, ICustomFilter] = [first, comparison(criteria.criterion2)];
  const and = criteria.operator === "Or" ? {} : { and: BooleanNumber.TRUE as const };
  return { colId, customFilters: { ...and, customFilters: both } };
}

function comparison(criterion: unknown): ICustomFilter {
  const { sign, operand } = splitCriterion(String(criterion ?? ""));
  const val = operand !== "" && Number.isFinite(Number(operand)) ? Number(operand) : operand;
  if (sign === "=") return { val };
  return { val, operator: operatorsInFiles[sign] as CustomFilterOperator };
}

function fromUniver({ filters, customFilters }: IFilterColumn): Criteria | null {
  if (filters) {
    return { filterOn: "Values", values: [...(filters.filters ?? []), ...(filters.blank ? [""] : [])] };
  }
  if (!customFilters) return null;
  const [first, second] = customFilters.customFilters.map(({ val, operator }) => {
    const sign = Object.entries(operatorsInFiles).find(([, word]) => word === operator)?.[0] ?? "=";
    return `${sign}${val}`;
  });
  return {
    filterOn: "Custom",
    criterion1: first,
    ...(second === undefined ? {} : { criterion2: second, operator: customFilters.and ? "And" : "Or" }),
  };
}
