import type { CellFormat, ConditionalRule } from "../sheet-plan";
import { accent, bar, ink, lossBar, muted, quiet, signal, smallSize, bodySize, white } from "./palette";
import type { SheetContext } from "./sheet-context";

export const body: CellFormat = { size: bodySize, color: ink, vertical: "center" };
export const figure: CellFormat = { ...body, horizontal: "right", numberFormat: "0" };
export const smallText: CellFormat = { ...body, size: smallSize, horizontal: "left", wrap: true };
export const mutedText: CellFormat = { ...smallText, color: muted };
/** After a right-aligned column a left-aligned one is indented, its heading included. */
export const indented: CellFormat = { ...smallText, indent: 1 };
export const growthFormat = '[>=0.005]"▲ "0%;[<=-0.005]"▼ "0%;0%';

/** Bold red where the formula holds. */
export const alarm = (formula: string): ConditionalRule => ({
  kind: "formula",
  formula,
  format: { color: signal, bold: true },
  stop: false,
});

export const emphasis = (formula: string): ConditionalRule => ({
  kind: "formula",
  formula,
  format: { color: accent, bold: true },
  stop: true,
});

/** Tenfold and more says nothing exact: the base was tiny. */
export const beyondTenfold = (first: string): ConditionalRule => ({
  kind: "formula",
  formula: `=AND(ISNUMBER(${first}),${first}>=10)`,
  format: { numberFormat: '"> ×10"' },
  stop: false,
});

export const dataBar = (maximum: number | "highest"): ConditionalRule => ({
  kind: "bar",
  color: bar,
  negativeColor: lossBar,
  maximum,
});

/** Solid, outlined, pale: three shapes that a grey printer cannot mix up. */
export const badgeRules = ({ texts }: Pick<SheetContext, "texts">): ConditionalRule[] => [
  {
    kind: "equals",
    text: texts("sheets:review.badge.important"),
    format: { fill: accent, color: white, bold: true },
    stop: true,
  },
  {
    kind: "equals",
    text: texts("sheets:review.badge.special"),
    format: { color: accent, bold: true, border: accent },
    stop: true,
  },
  {
    kind: "equals",
    text: texts("sheets:review.badge.general"),
    format: { fill: quiet, color: muted },
    stop: true,
  },
];

/** Thousands once an amount would not fit any more, millions after that: the whole column, never a cell. */
export interface MoneyScale {
  readonly format: string;
  readonly divisor: number;
  readonly unit: "one" | "thousand" | "million";
}

/** `room` = the first amount that is too long for the column: 10 million, or less in a narrow one. */
export function moneyScale(largest: number, room: number): MoneyScale {
  if (largest < room) return { format: "#,##0", divisor: 1, unit: "one" };
  if (largest < room * 1_000) return { format: "#,##0,", divisor: 1_000, unit: "thousand" };
  return { format: "#,##0,,", divisor: 1_000_000, unit: "million" };
}

/** A round number at or above `value`, for the upper bound of a bar. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return (steps.find((step) => step * magnitude >= value - 1e-9) ?? 10) * magnitude;
}

/** Value below which the share of the sorted values lies (nearest rank); 0 for none. */
export function nearRank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
