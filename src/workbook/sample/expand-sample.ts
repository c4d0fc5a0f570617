import { isoText } from "../../core/calendar/days";
import type { Day, Language } from "../../core/units";
import { textsFor, type Texts } from "../../locales/texts";
import type { Schema } from "../schema/schema";
import type { RowOf } from "../schema/table";

/** What `scripts/workbook-sample.ts` compiles from Northwind. */
export interface SampleData {
  readonly employees: readonly string[];
  readonly categories: readonly string[];
  readonly products: readonly string[];
  readonly productCategory: readonly number[];
  readonly customers: readonly (readonly string[])[];
  readonly orders: readonly (readonly number[])[];
  readonly lines: readonly (readonly number[])[];
}

type Rows<Id extends keyof Schema> = readonly Partial<RowOf<Schema[Id]>>[];

export interface SampleRows {
  readonly accounts: Rows<"accounts">;
  readonly contacts: Rows<"contacts">;
  readonly purchases: Rows<"purchases">;
  readonly interactions: Rows<"interactions">;
}

/** The day of the newest order: every figure of the sample is as of it. */
export const sampleAsOf: Day = 35_921;

interface Line {
  readonly product: number;
  readonly id: number;
  readonly quantity: number;
  readonly cents: number;
}

interface Order {
  readonly id: number;
  readonly customer: number;
  readonly employee: string;
  readonly day: Day;
  /** 0 while not shipped. */
  readonly shipped: Day;
  readonly lines: readonly Line[];
  readonly cents: number;
}

function ordersOf(data: SampleData): Order[] {
  return data.orders.map(([id = 0, customer = 0, employee = 0, day = 0, shipped = 0], index) => {
    const flat = data.lines[index] ?? [];
    const lines = Array.from({ length: flat.length / 4 }, (_, line): Line => {
      const [productId = 0, product = 0, quantity = 0, cents = 0] = flat.slice(4 * line, 4 * line + 4);
      return { id: productId, product, quantity, cents };
    });
    const cents = lines.reduce((total, line) => total + line.cents, 0);
    return { id, customer, employee: data.employees[employee] ?? "", day, shipped, lines, cents };
  });
}

/** The most frequent one; of equals the one that came first. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** The three categories that bring most, the usual answer to "what do they buy". */
function mainCategories(data: SampleData, orders: readonly Order[]): string {
  const totals = new Map<number, number>();
  for (const line of orders.flatMap((order) => order.lines)) {
    const category = data.productCategory[line.product] ?? 0;
    totals.set(category, (totals.get(category) ?? 0) + line.cents);
  }
  const sorted = [...totals].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return sorted.map(([category]) => data.categories[category] ?? "").join(", ");
}

const largestLine = (order: Order): Line | undefined =>
  order.lines.reduce<Line | undefined>(
    (best, line) => (best && best.cents >= line.cents ? best : line),
    undefined,
  );

/** `INT-19960704-C10248`: shaped like a drawn id (WB4), the same at every set-up. */
const interactionId = (day: Day, letter: "C" | "V", order: number): string =>
  `INT-${isoText(day).replaceAll("-", "")}-${letter}${order}`;

interface Stamp {
  readonly createdBy: string;
  readonly createdAt: number;
}

/** Northwind as rows of the card's tables, in the workbook's language; `now` stamps them (WB13). */
export function expandSample(data: SampleData, language: Language, now: number): SampleRows {
  const texts = textsFor(language);
  const stamp: Stamp = { createdBy: texts("labels:sample.author"), createdAt: now };
  const orders = ordersOf(data);
  const byCustomer = data.customers.map((_, index) => orders.filter((order) => order.customer === index));
  return {
    accounts: accountRows(data, byCustomer, texts, stamp),
    contacts: data.customers.map(([id = "", , , , , name = "", title = "", phone = ""]) => ({
      id: `${id}-1`,
      account: id,
      name,
      title,
      phone,
      ...stamp,
    })),
    purchases: purchaseRows(data, orders, stamp),
    interactions: interactionRows(data, byCustomer, texts, stamp),
  };
}

function accountRows(
  data: SampleData,
  byCustomer: readonly (readonly Order[])[],
  texts: Texts,
  stamp: Stamp,
): SampleRows["accounts"] {
  return data.customers.map(([id = "", name = "", country = "", city = "", address = ""], index) => {
    const orders = byCustomer[index] ?? [];
    return {
      id,
      name,
      region: country,
      city,
      address,
      entityType: "organisation",
      status: "active",
      products: mainCategories(data, orders),
      owner: mostFrequent(orders.map((order) => order.employee)),
      since: orders.length > 0 ? Math.min(...orders.map((order) => order.day)) : null,
      source: texts("labels:sample.author"),
      ...stamp,
    };
  });
}

function purchaseRows(data: SampleData, orders: readonly Order[], stamp: Stamp): SampleRows["purchases"] {
  return orders.flatMap((order) =>
    order.lines.map((line) => ({
      id: `${order.id}-${line.id}`,
      account: data.customers[order.customer]?.[0] ?? "",
      date: order.day,
      product: data.products[line.product] ?? "",
      category: data.categories[data.productCategory[line.product] ?? 0] ?? "",
      quantity: line.quantity,
      amount: line.cents / 100,
      invoice: String(order.id),
      ...stamp,
    })),
  );
}

/** One completed call per order on its day, one visit on the ship day of an account's three largest shipped orders. */
function interactionRows(
  data: SampleData,
  byCustomer: readonly (readonly Order[])[],
  texts: Texts,
  stamp: Stamp,
): SampleRows["interactions"] {
  const rows = byCustomer.flatMap((orders, customer) => {
    const account = data.customers[customer]?.[0] ?? "";
    const contacts = data.customers[customer]?.[5] ?? "";
    const shared = { account, contacts, completed: true, source: texts("labels:sample.source"), ...stamp };
    const product = (order: Order) => data.products[largestLine(order)?.product ?? 0] ?? "";
    const calls = orders.map((order) => ({
      ...shared,
      id: interactionId(order.day, "C", order.id),
      at: order.day,
      kind: "call" as const,
      channel: "phone" as const,
      content: texts("labels:sample.call", {
        order: order.id,
        count: order.lines.length,
        product: product(order),
      }),
      author: order.employee,
    }));
    const largest = orders
      .filter((order) => order.shipped > 0)
      .sort((a, b) => b.cents - a.cents)
      .slice(0, 3);
    const visits = largest.map((order) => ({
      ...shared,
      id: interactionId(order.shipped, "V", order.id),
      at: order.shipped,
      kind: "visit" as const,
      channel: "in-person" as const,
      content: texts("labels:sample.visit", { order: order.id, product: product(order) }),
      author: order.employee,
    }));
    return [...calls, ...visits];
  });
  return rows.sort((a, b) => a.at - b.at);
}
