import { creditOf } from "../../core/credit/account-credit";
import type { AccountFigures } from "../../core/figures";
import { healthOf } from "../../core/health/health";
import type { Account } from "../../core/records";
import type { Texts } from "../../locales/texts";
import type { Formats } from "../formats";
import { listName, tierName } from "../names";

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** A fact without a value is not a line: what is missing stands under "File complete". */
function facts(
  texts: Texts,
  group: string,
  entries: readonly (readonly [string, string, string?])[],
): Fact[] {
  return entries
    .filter(([, value]) => value.trim() !== "")
    .map(([id, value, note]) => ({ label: texts(`${group}.${id}`), value, ...(note ? { note } : {}) }));
}

/** The city is said once: many addresses end with it. */
function addressOf(texts: Texts, { address, city }: Account): string {
  return [address, address.includes(city) ? "" : city].filter(Boolean).join(texts("comma"));
}

export function basicFacts(texts: Texts, formats: Formats, account: Account): readonly Fact[] {
  return facts(texts, "file.field", [
    ["id", account.id],
    ["address", addressOf(texts, account)],
    ["region", account.region],
    ["industry", account.industry],
    ["kind", listName(texts, "kind", account.kind)],
    ["size", account.size],
    ["products", account.products],
    ["taxId", account.taxId],
    ["website", account.website],
    ["since", account.since === null ? "" : formats.fullDate(account.since)],
    ["owner", account.owner],
  ]);
}

export function businessFacts(texts: Texts, formats: Formats, figures: AccountFigures): readonly Fact[] {
  const { metrics } = figures;
  const last = metrics.lastPurchase;
  const ago = metrics.daysSinceLast === null ? "" : texts("file.daysAgo", { count: metrics.daysSinceLast });
  return facts(texts, "file.figure", [
    ["revenue12", formats.money(metrics.revenue12), texts("file.inYear")],
    ["profit12", metrics.profit12 === null ? "" : formats.money(metrics.profit12)],
    [
      "purchaseDays12",
      formats.number(metrics.purchaseDays12),
      texts("file.inMonths", { count: metrics.months12 }),
    ],
    ["lastPurchase", last === null ? "" : formats.date(last), ago],
    ["usualGap", metrics.medianInterval === null ? "" : texts("days", { count: metrics.medianInterval })],
  ]);
}

/** Health and credit as HEALTH and CREDIT answer them (FN8), where there is enough to tell. */
function gradeFacts(texts: Texts, formats: Formats, figures: AccountFigures): readonly Fact[] {
  const health = healthOf(figures);
  const credit = creditOf(figures);
  const points = (value: number): string => formats.number(value, 1);
  return [
    ...(health ? [{ label: listName(texts, "axis", "health"), value: points(health.score) }] : []),
    ...(credit
      ? [{ label: listName(texts, "axis", "credit"), value: credit.grade, note: points(credit.points) }]
      : []),
  ];
}

export function classFacts(texts: Texts, formats: Formats, figures: AccountFigures): readonly Fact[] {
  const { account, valueClass, frequencyClass, proposedTier, tierInForce } = figures;
  const classes = [valueClass, frequencyClass].map((code) => listName(texts, "class", code));
  const own = facts(texts, "file.class", [
    ["valueFrequency", classes.join(" / ")],
    ["strategy", listName(texts, "strategy", account.strategy)],
    ["status", listName(texts, "accountStatus", account.status)],
    ["proposed", proposedTier === tierInForce ? "" : tierName(texts, proposedTier)],
  ]);
  return [...own, ...gradeFacts(texts, formats, figures)];
}
