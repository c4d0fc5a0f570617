import { numfmt, type INumfmtLocaleTag, type Injector } from "@univerjs/core";
import { SheetsNumfmtCellContentController } from "@univerjs/sheets-numfmt";

const isKnown = (culture: string): culture is INumfmtLocaleTag => numfmt.getLocale(culture) !== null;

/** Numbers and dates with a number format are drawn with the signs and month names of the culture. */
export function drawNumbersIn(injector: Injector, culture: string): void {
  if (isKnown(culture)) injector.get(SheetsNumfmtCellContentController).setNumfmtLocal(culture);
}
