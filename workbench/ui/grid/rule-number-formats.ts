import { InterceptorEffectEnum, type Injector } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";

/** Before Univer turns values into texts (10), so that it takes the rule's number format for the cell's. */
const beforeTexts = 12;

/** A rule's number format shows, as in Excel; Univer keeps it with the rule and draws colours and bars only. */
export function showNumberFormatsOfRules(injector: Injector): void {
  const rules = injector.get(ConditionalFormattingService);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    priority: beforeTexts,
    handler: (cell, place, next) => {
      if (typeof cell?.v !== "number") return next(cell);
      const format = rules.composeStyle(place.unitId, place.subUnitId, place.row, place.col)?.style?.n;
      if (!format) return next(cell);
      const style = typeof cell.s === "string" ? place.workbook.getStyles().get(cell.s) : cell.s;
      return next({ ...cell, s: { ...style, n: format } });
    },
  });
}
