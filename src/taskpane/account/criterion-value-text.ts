import type { Texts } from "../../locales/texts";
import type { Formats } from "../formats";

/** A value in the unit of its metric: money, days, a change, a grade, or a plain figure. */
export function criterionValueText(texts: Texts, formats: Formats, metric: string, value: number): string {
  if (metric === "revenue12" || metric === "profit12") return formats.money(value);
  if (metric === "growth180") return formats.change(value);
  if (metric === "daysSinceLast") return texts("days", { count: value });
  if (metric === "months12") return texts("why.ofTwelve", { value: formats.number(value) });
  return formats.number(value, Number.isInteger(value) ? 0 : 1);
}
