import type { Account, Contact, Purchase } from "../../core/records";
import type { Schema } from "../schema/schema";
import type { RowOf } from "../schema/table";

type Values<Id extends keyof Schema> = RowOf<Schema[Id]>;

/** An Accounts row as the model knows it; `numbers` are the columns of the user's own that Criteria may name (S46). */
export function accountRecord(
  row: Values<"accounts">,
  numbers: Readonly<Record<string, number | null>>,
): Account {
  return {
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    kind: row.kind,
    entityType: row.entityType || null,
    taxId: row.taxId,
    parent: row.parent,
    industry: row.industry,
    region: row.region,
    city: row.city,
    address: row.address,
    website: row.website,
    size: row.size,
    products: row.products,
    owner: row.owner,
    since: row.since,
    status: row.status,
    strategy: row.strategy,
    ratings: {
      marketPosition: row.ratingMarketPosition,
      influence: row.ratingInfluence,
      reputation: row.ratingReputation,
      potential: row.ratingPotential,
      fit: row.ratingFit,
      complexity: row.ratingComplexity,
    },
    creditRatings: {
      state: row.creditState,
      ability: row.creditAbility,
      history: row.creditHistory,
      reputation: row.creditReputation,
    },
    tier: row.tier || null,
    lastReview: row.lastReview,
    numbers,
  };
}

export const contactRecord = (row: Values<"contacts">): Contact => ({
  id: row.id,
  account: row.account,
  name: row.name,
  title: row.title,
  buyingRole: row.buyingRole,
  phone: row.phone,
  email: row.email,
  leftOn: row.leftOn,
});

export const purchaseRecord = (row: Values<"purchases">): Purchase => ({
  id: row.id,
  account: row.account,
  date: row.date,
  product: row.product,
  category: row.category,
  amount: row.amount,
  cost: row.cost,
});
