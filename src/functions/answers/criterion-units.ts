import type { CardSettings } from "../../core/records";
import type { Language } from "../../core/units";
import type { Texts } from "../../locales/texts";

const units: Readonly<Record<string, "money" | "days" | "months" | "kinds" | "share" | "rating">> = {
  revenue12: "money",
  profit12: "money",
  purchaseDays12: "days",
  daysSinceLast: "days",
  months12: "months",
  breadth12: "kinds",
  growth180: "share",
  marketPosition: "rating",
  influence: "rating",
  reputation: "rating",
  potential: "rating",
  fit: "rating",
  complexity: "rating",
};

/** The unit of a criterion's value: the currency code for money; "" for columns of the user's own. */
export function unitOf(metric: string, settings: CardSettings, texts: Texts): string {
  const unit = units[metric];
  if (unit === undefined) return "";
  return unit === "money" ? settings.currency : texts(`functions:unit.${unit}`);
}

/** A value inside a sentence: thousands separators, shares in per cent, its unit behind it. */
export function amountText(
  value: number,
  metric: string,
  settings: CardSettings,
  language: Language,
  texts: Texts,
): string {
  if (units[metric] === "share") {
    return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(value);
  }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  const unit = unitOf(metric, settings, texts);
  if (unit === "" || units[metric] === "rating") return number;
  return `${number} ${unit}`;
}
