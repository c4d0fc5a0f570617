import type { CardModel } from "../../core/figures";
import type { Language, Tier } from "../../core/units";
import type { Texts } from "../../locales/texts";
import type { Labels } from "../codec/labels";

/** What every cell of a review sheet may need. */
export interface SheetContext {
  readonly language: Language;
  readonly texts: Texts;
  readonly labels: Labels;
  readonly model: CardModel;
  readonly tier: Tier;
  /** `1998-05`, `1998-05-2`. */
  readonly cycle: string;
  readonly author: string;
  readonly date1904: boolean;
  /** Columns of a table that does not exist are left out (RV7). */
  readonly hasActions: boolean;
  /** Newest hash of each writer of the audit chain (S132). */
  readonly auditHashes: readonly { readonly writer: string; readonly hash: string }[];
}

/** "$", "¥", "CHF": the workbook's currency as it stands in headings. */
export function currencySymbol(currency: string): string {
  if (!/^[A-Za-z]{3}$/.test(currency)) return currency;
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return format.formatToParts(0).find((part) => part.type === "currency")?.value ?? currency;
}

/** 627813.4 → "627,813". */
export function grouped(value: number): string {
  const sign = value <= -0.5 ? "−" : "";
  return sign + String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** One line of data as text: a line break would make a row taller than planned. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
