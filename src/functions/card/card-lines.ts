import { healthOf } from "../../core/health/health";
import type { AccountFigures, CardModel } from "../../core/figures";
import type { Language } from "../../core/units";
import { textsFor } from "../../locales/cell-texts";
import { isoText } from "../../core/calendar/days";
import { cellOfDay } from "../date-system";

export interface CardLine {
  readonly label: string;
  readonly value: string | number;
  /** How Excel is to show a number. */
  readonly format: string | null;
  /** A date as text, for cells of a mixed column, which cannot be formatted one by one. */
  readonly text?: string;
}

/** What a card says of an account. No phone, mail, address or birthday: a card stays in the file for everybody. */
export function cardLines(figures: AccountFigures, { asOf }: CardModel, language: Language): CardLine[] {
  const texts = textsFor(language);
  const { account, metrics } = figures;
  const line = (key: string, value: string | number | null, format: string | null = null): CardLine[] =>
    value === null || value === "" ? [] : [{ label: texts(`functions:card.${key}`), value, format }];
  const day = (key: string, at: number | null): CardLine[] =>
    at === null ? [] : line(key, cellOfDay(at), "yyyy-mm-dd").map((each) => ({ ...each, text: isoText(at) }));
  return [
    ...line("id", account.id),
    ...line("tier", texts(`labels:tier.${figures.tierInForce}`)),
    ...line("score", figures.economic.score, "0.0"),
    ...line("health", healthOf(figures)?.score ?? null, "0"),
    ...line("owner", account.owner),
    ...line("industry", account.industry),
    ...line("region", account.region),
    ...line("revenue", metrics.revenue12, "#,##0"),
    ...line("purchaseDays", metrics.purchaseDays12, "0"),
    ...day("lastPurchase", metrics.lastPurchase),
    ...day("lastContact", figures.lastContact),
    ...day("nextVisit", figures.visit.plan),
    ...day("nextReview", figures.nextReview),
    ...line(
      "watch",
      [...new Set(figures.fired.map(({ kind }) => texts(`labels:watchKind.${kind}`)))].join(", "),
    ),
    ...line("openActions", figures.openActions.length, "0"),
    ...line("complete", figures.completeness.share, "0%"),
    ...day("asOf", asOf),
  ];
}
