import type { TableId } from "./schema";

/** Tables whose rows belong to an account. */
export const childTables = [
  "contacts",
  "purchases",
  "interactions",
  "actions",
  "watchlist",
  "reviews",
] as const satisfies readonly TableId[];

/** Accounts and the tables whose rows belong to one. */
export const accountTables = ["accounts", ...childTables] as const;
