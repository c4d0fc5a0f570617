import { proposeBounds } from "../../../src/core/bounds/propose-bounds";
import { defaultCadence, defaultCriteria, defaultSettings } from "../../../src/core/defaults";
import type { Account, Action, CardRecords, Contact, Interaction, Purchase } from "../../../src/core/records";
import type { Language } from "../../../src/core/units";
import { textsFor } from "../../../src/locales/texts";
import { expandSample, sampleAsOf, type SampleRows } from "../../../src/workbook/sample/expand-sample";
import northwind from "../../../src/workbook/sample/northwind.json";

const noRatings = {
  marketPosition: null,
  influence: null,
  reputation: null,
  potential: null,
  fit: null,
  complexity: null,
};

const accountOf = (row: SampleRows["accounts"][number]): Account => ({
  id: row.id ?? "",
  name: row.name ?? "",
  shortName: "",
  kind: "",
  entityType: "organisation",
  taxId: "",
  parent: "",
  industry: "",
  region: row.region ?? "",
  city: row.city ?? "",
  address: row.address ?? "",
  website: "",
  size: "",
  products: row.products ?? "",
  owner: row.owner ?? "",
  since: row.since ?? null,
  status: "active",
  strategy: "",
  ratings: noRatings,
  creditRatings: { state: null, ability: null, history: null, reputation: null },
  tier: null,
  lastReview: null,
  numbers: {},
});

const contactOf = (row: SampleRows["contacts"][number]): Contact => ({
  id: row.id ?? "",
  account: row.account ?? "",
  name: row.name ?? "",
  title: row.title ?? "",
  buyingRole: "",
  phone: row.phone ?? "",
  email: "",
  leftOn: null,
});

const purchaseOf = (row: SampleRows["purchases"][number]): Purchase => ({
  id: row.id ?? "",
  account: row.account ?? "",
  date: row.date ?? null,
  product: row.product ?? "",
  category: row.category ?? "",
  amount: row.amount ?? null,
  cost: null,
});

const interactionOf = (row: SampleRows["interactions"][number]): Interaction => ({
  id: row.id ?? "",
  account: row.account ?? "",
  contacts: row.contacts ?? "",
  at: row.at ?? 0,
  kind: row.kind || "call",
  channel: row.channel || null,
  content: row.content ?? "",
  usage: "",
  newNeeds: "",
  productsIntroduced: "",
  result: "",
  completed: true,
  nextAction: "",
  nextDate: null,
  author: row.author ?? "",
  source: row.source ?? "",
});

const actions: readonly Action[] = [
  {
    id: "ACT-1",
    account: "BERGS",
    text: "贷项通知 10924",
    source: "",
    owner: "",
    due: 35_919,
    doneOn: null,
    promise: true,
    status: "open",
  },
  {
    id: "ACT-2",
    account: "SAVEA",
    text: "海鲜价目表",
    source: "",
    owner: "",
    due: 35_923,
    doneOn: null,
    promise: true,
    status: "open",
  },
];

/** The Northwind sample as the card's records, as set-up writes it, with two promises. */
export function sampleRecords(language: Language): CardRecords {
  const rows = expandSample(northwind, language, sampleAsOf);
  const texts = textsFor(language);
  const plain: CardRecords = {
    settings: { ...defaultSettings(language), asOf: sampleAsOf, currency: "USD" },
    criteria: defaultCriteria.map((one) => ({ ...one, label: texts(`labels:criterion.${one.id}`) })),
    cadence: defaultCadence,
    calendar: [],
    accounts: rows.accounts.map(accountOf),
    contacts: rows.contacts.map(contactOf),
    purchases: rows.purchases.map(purchaseOf),
    interactions: rows.interactions.map(interactionOf),
    actions,
    watchlist: [],
  };
  const { highs, watchMinimum, growingRatio } = proposeBounds(plain, sampleAsOf);
  const bound = (metric: string): number | null =>
    metric === "revenue12" || metric === "purchaseDays12" || metric === "breadth12" ? highs[metric] : null;
  return {
    ...plain,
    settings: {
      ...plain.settings,
      watchMinimum: watchMinimum ?? plain.settings.watchMinimum,
      growingRatio: growingRatio ?? plain.settings.growingRatio,
    },
    criteria: plain.criteria.map((one) => ({ ...one, high: bound(one.metric) ?? one.high })),
  };
}
