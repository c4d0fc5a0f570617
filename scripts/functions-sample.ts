/** The sample workbook as the build sees it: its tables by column, and the card's figures. */
import "../src/locales/every-text";
import { buildCardModel } from "../src/core/card-model";
import type { CardModel } from "../src/core/figures";
import type { CardRecords, CreditRatings } from "../src/core/records";
import type { Language } from "../src/core/units";
import { fullRow } from "../src/workbook/codec/row-cells";
import { startingRows } from "../src/workbook/operations/starting-rows";
import { accountRecord, contactRecord, purchaseRecord } from "../src/workbook/records/account-records";
import { interactionRecord } from "../src/workbook/records/row-records";
import { expandSample, sampleAsOf, type SampleData } from "../src/workbook/sample/expand-sample";
import northwind from "../src/workbook/sample/northwind.json";
import { schema, type TableId } from "../src/workbook/schema/schema";

export interface Sample {
  readonly model: CardModel;
  /** The same with the four credit columns of an account typed in. */
  modelWithRatings(account: string, creditRatings: CreditRatings): CardModel;
  /** The cells of a column, blank as "". */
  column(table: TableId, id: string): unknown[];
  /** `Purchases[Account ID]`, in the workbook's language. */
  reference(table: TableId, id: string): string;
}

const made = new Map<Language, Sample>();

/** Northwind as set-up puts it into a workbook of this language. */
export function sampleOf(language: Language): Sample {
  const known = made.get(language) ?? makeSample(language);
  made.set(language, known);
  return known;
}

function makeSample(language: Language): Sample {
  const rows = expandSample(northwind satisfies SampleData, language, 0);
  const { settings, criteria, cadence } = startingRows(language, rows);
  const records: CardRecords = {
    settings,
    criteria,
    cadence,
    calendar: [],
    accounts: rows.accounts.map((row) => accountRecord(fullRow("accounts", row), {})),
    contacts: rows.contacts.map((row) => contactRecord(fullRow("contacts", row))),
    purchases: rows.purchases.map((row) => purchaseRecord(fullRow("purchases", row))),
    interactions: rows.interactions.map((row) =>
      interactionRecord({ values: fullRow("interactions", row), body: 0, sheetRow: 0 }),
    ),
    actions: [],
    watchlist: [],
  };
  const model = buildCardModel(records, sampleAsOf);
  const tables: Partial<Record<TableId, readonly object[]>> = {
    ...rows,
    accounts: withFigures(rows.accounts, model),
  };
  return {
    model,
    modelWithRatings: (account, creditRatings) =>
      buildCardModel(
        {
          ...records,
          accounts: records.accounts.map((one) => (one.id === account ? { ...one, creditRatings } : one)),
        },
        sampleAsOf,
      ),
    column: (table, id) => (tables[table] ?? []).map((row) => Reflect.get(row, id) ?? ""),
    reference: (table, id) => {
      const column = schema[table].columns.find((each) => each.id === id);
      if (!column) throw new Error(`no column ${id} in ${table}`);
      return `${schema[table].name}[${column.header[language]}]`;
    },
  };
}

/** The computed columns that examples point at, as Refresh writes them. */
function withFigures(rows: readonly { readonly id?: string }[], { accounts }: CardModel): object[] {
  return rows.map((row) => {
    const figures = accounts.get(row.id ?? "");
    return {
      ...row,
      revenue12: figures?.metrics.revenue12 ?? "",
      score: figures?.economic.score ?? "",
      lastContact: figures?.lastContact ?? "",
    };
  });
}
