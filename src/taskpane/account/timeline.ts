import type { AccountFigures } from "../../core/figures";
import type { Interaction, Purchase } from "../../core/records";
import type { Day } from "../../core/units";

/** Purchases of one day, as one order. */
export interface OrderDay {
  readonly day: Day;
  readonly amount: number;
  /** The product with the largest amount. */
  readonly product: string;
  readonly otherProducts: number;
}

export type TimelineEntry =
  | { readonly kind: "interaction"; readonly day: Day; readonly interaction: Interaction }
  | { readonly kind: "order"; readonly day: Day; readonly order: OrderDay };

export type TimelineFilter = "all" | "contacts" | "orders";

function orderOf(day: Day, lines: readonly Purchase[]): OrderDay {
  const largest = [...lines].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))[0];
  const products = new Set(lines.map(({ product }) => product).filter(Boolean));
  return {
    day,
    amount: lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    product: largest?.product ?? "",
    otherProducts: Math.max(0, products.size - 1),
  };
}

/** Orders of an account by day; rows without a day or amount are no orders to us. */
function orderDays(purchases: readonly Purchase[], account: string): readonly OrderDay[] {
  const days = new Map<Day, Purchase[]>();
  for (const purchase of purchases) {
    if (purchase.account !== account || purchase.date === null || purchase.amount === null) continue;
    const lines = days.get(purchase.date);
    if (lines) lines.push(purchase);
    else days.set(purchase.date, [purchase]);
  }
  return [...days].map(([day, lines]) => orderOf(day, lines));
}

/** Contacts and orders in one stream, newest first. */
export function timelineOf(
  figures: AccountFigures,
  purchases: readonly Purchase[],
  filter: TimelineFilter,
): readonly TimelineEntry[] {
  const interactions = figures.interactions.map((interaction): TimelineEntry => ({
    kind: "interaction",
    day: interaction.at,
    interaction,
  }));
  const orders = orderDays(purchases, figures.account.id).map((order): TimelineEntry => ({
    kind: "order",
    day: order.day,
    order,
  }));
  return [...(filter === "orders" ? [] : interactions), ...(filter === "contacts" ? [] : orders)].sort(
    (a, b) => b.day - a.day,
  );
}
