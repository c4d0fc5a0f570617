import { defaultCadence, defaultCriteria, defaultSettings } from "../src/core/defaults";
import type { CardRecords } from "../src/core/records";
import { fullRow } from "../src/workbook/codec/row-cells";
import { accountRecord, contactRecord, purchaseRecord } from "../src/workbook/records/account-records";
import { interactionRecord } from "../src/workbook/records/row-records";
import { loadDay, loadRows, type LoadSize } from "./load-rows";

/** The load as the model gets it, past the workbook, with the rules a new card has. */
export function loadRecords(size: LoadSize): CardRecords {
  const rows = loadRows(size);
  return {
    settings: { ...defaultSettings("en"), asOf: loadDay },
    criteria: defaultCriteria.map((criterion) => ({ ...criterion, label: criterion.id })),
    cadence: defaultCadence,
    calendar: [],
    accounts: rows.accounts.map((row) => accountRecord(fullRow("accounts", row), {})),
    contacts: rows.contacts.map((row) => contactRecord(fullRow("contacts", row))),
    purchases: rows.purchases.map((row) => purchaseRecord(fullRow("purchases", row))),
    interactions: rows.interactions.map((row, body) =>
      interactionRecord({ body, sheetRow: body + 2, values: fullRow("interactions", row) }),
    ),
    actions: [],
    watchlist: [],
  };
}
