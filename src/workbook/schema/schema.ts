/** The workbook's schema: every table of the card, in the order set-up makes their sheets. */
import { accounts } from "./accounts";
import { actions } from "./actions";
import { audit } from "./audit";
import { cadence } from "./cadence";
import { calendar } from "./calendar";
import { contacts } from "./contacts";
import { criteria } from "./criteria";
import { cycles } from "./cycles";
import { interactions } from "./interactions";
import { listsTable } from "./lists-table";
import { purchases } from "./purchases";
import { reviews } from "./reviews";
import { settings } from "./settings";
import { team } from "./team";
import { watchlist } from "./watchlist";

/** Raised when a column or table is added; nothing is ever renamed, retyped or reused (WB5). */
export const schemaVersion = 1;

export const schema = {
  accounts,
  contacts,
  purchases,
  interactions,
  actions,
  watchlist,
  cycles,
  reviews,
  settings,
  criteria,
  cadence,
  lists: listsTable,
  team,
  calendar,
  audit,
} as const;

export type Schema = typeof schema;
export type TableId = keyof Schema;
export const tableIds = Object.keys(schema) as readonly TableId[];
