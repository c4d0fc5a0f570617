/**
 * A made-up wholesaler of any size, the same for the same seed: many small accounts and few large ones, purchases over
 * three years, some that stopped, a few refunds.
 */
import type { Schema, TableId } from "../src/workbook/schema/schema";
import type { RowOf } from "../src/workbook/schema/table";

export interface LoadSize {
  readonly accounts: number;
  readonly purchases: number;
  readonly seed?: number;
}

type Rows<Id extends TableId> = readonly Partial<RowOf<Schema[Id]>>[];

export interface LoadRows {
  readonly accounts: Rows<"accounts">;
  readonly contacts: Rows<"contacts">;
  readonly purchases: Rows<"purchases">;
  readonly interactions: Rows<"interactions">;
}

/** The day the load ends at: 2026-11-21. */
export const loadDay = 46_347;
const historyDays = 1_095;
const interactionsPerAccount = 3;

const owners = ["Ann Lee", "Bo Chen", "Cho Park", "Dana Roy", "Eli Stein"];
const cities = ["Lyon", "Oslo", "Graz", "Porto", "Turin", "Gdańsk", "成都", "苏州"];
const categories = ["Beverages", "Confections", "Dairy", "Grains", "Meat", "Produce", "Seafood", "Spices"];
const firstNames = ["Maria", "Jon", "Lin", "Aya", "Per", "Eva", "Tom", "Wei"];
const lastNames = ["Berg", "Costa", "Dahl", "Fischer", "Kim", "Li", "Novak", "Silva"];
const tiers = ["important", "special", "general", ""] as const;
const kinds = ["visit", "call", "call", "revisit"] as const;

type Chance = () => number;

/** Mulberry32: the same numbers in every engine. */
function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(from: readonly T[], chance: Chance): T => from[Math.floor(chance() * from.length)] as T;

const loadAccountId = (index: number): string => `K${String(index + 1).padStart(6, "0")}`;

function accountRow(index: number, chance: Chance): Rows<"accounts">[number] {
  const city = pick(cities, chance);
  const rating = () => (chance() < 0.3 ? null : 1 + Math.floor(chance() * 5));
  return {
    id: loadAccountId(index),
    name: `${pick(lastNames, chance)} ${pick(["Foods", "Trading", "Markets", "商贸"], chance)} ${index + 1}`,
    kind: pick(["vip", "ordinary", "potential"] as const, chance),
    industry: "Food",
    region: city,
    city,
    owner: pick(owners, chance),
    since: loadDay - Math.floor(chance() * 3_000),
    status: "active",
    tier: pick(tiers, chance),
    ratingMarketPosition: rating(),
    ratingInfluence: rating(),
    ratingReputation: rating(),
    ratingPotential: rating(),
    ratingFit: rating(),
    ratingComplexity: rating(),
    lastReview: chance() < 0.5 ? null : loadDay - Math.floor(chance() * 120),
  };
}

function contactRow(index: number, chance: Chance): Rows<"contacts">[number] {
  return {
    id: `C${index + 1}`,
    account: loadAccountId(index),
    name: `${pick(firstNames, chance)} ${pick(lastNames, chance)}`,
    title: "Buyer",
    phone: `+47 ${10_000_000 + Math.floor(chance() * 89_999_999)}`,
    email: `buyer${index + 1}@example.com`,
  };
}

/** Squared chance: the first tenth of the accounts makes a third of the purchases. */
function purchaseRow(index: number, accounts: number, chance: Chance): Rows<"purchases">[number] {
  const account = Math.floor(chance() ** 2 * accounts);
  // Every seventh account stopped half a year ago.
  const newest = account % 7 === 0 ? 200 : 0;
  const age = newest + Math.floor(chance() * (historyDays - newest));
  const amount = Math.round(20 + chance() ** 3 * 9_000) * (chance() < 0.02 ? -1 : 1);
  const category = pick(categories, chance);
  return {
    id: `P${index + 1}`,
    account: loadAccountId(account),
    date: loadDay - age,
    product: `${category} ${1 + Math.floor(chance() * 12)}`,
    category,
    quantity: 1 + Math.floor(chance() * 40),
    amount,
    cost: chance() < 0.1 ? null : Math.round(amount * (0.6 + chance() * 0.3)),
  };
}

function interactionRow(index: number, accounts: number, chance: Chance): Rows<"interactions">[number] {
  return {
    id: `INT-${index + 1}`,
    account: loadAccountId(index % accounts),
    contacts: pick(firstNames, chance),
    at: loadDay - Math.floor(chance() * 500),
    kind: pick(kinds, chance),
    channel: "phone",
    content: "Asked about delivery times and the new price list",
    completed: true,
    author: pick(owners, chance),
  };
}

const rows = <T>(count: number, rowOf: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => rowOf(index));

/** Rows of the four tables that grow, ready for the workbook's own tables. */
export function loadRows({ accounts, purchases, seed = 2026 }: LoadSize): LoadRows {
  const chance = seededChance(seed);
  return {
    accounts: rows(accounts, (index) => accountRow(index, chance)),
    contacts: rows(accounts, (index) => contactRow(index, chance)),
    purchases: rows(purchases, (index) => purchaseRow(index, accounts, chance)),
    interactions: rows(accounts * interactionsPerAccount, (index) => interactionRow(index, accounts, chance)),
  };
}
