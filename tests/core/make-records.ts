import { defaultCadence, defaultCriteria, defaultSettings } from "../../src/core/defaults";
import type {
  Account,
  CardRecords,
  CardSettings,
  Contact,
  Interaction,
  Purchase,
  WatchEntry,
} from "../../src/core/records";
import type { Day, Money } from "../../src/core/units";

/** A card with the default rules and only what the test is about. */
export function recordsOf(
  given: Partial<Omit<CardRecords, "settings">> & { settings?: Partial<CardSettings> },
): CardRecords {
  return {
    criteria: defaultCriteria.map((criterion) => ({ ...criterion, label: criterion.id })),
    cadence: defaultCadence,
    calendar: [],
    accounts: [],
    contacts: [],
    purchases: [],
    interactions: [],
    actions: [],
    watchlist: [],
    ...given,
    settings: { ...defaultSettings("en"), ...given.settings },
  };
}

export function accountOf(id: string, given: Partial<Account> = {}): Account {
  return {
    id,
    name: `Account ${id}`,
    shortName: "",
    kind: "",
    entityType: null,
    taxId: "",
    parent: "",
    industry: "",
    region: "",
    city: "",
    address: "",
    website: "",
    size: "",
    products: "",
    owner: "",
    since: null,
    status: "",
    strategy: "",
    ratings: {
      marketPosition: null,
      influence: null,
      reputation: null,
      potential: null,
      fit: null,
      complexity: null,
    },
    creditRatings: { state: null, ability: null, history: null, reputation: null },
    tier: null,
    lastReview: null,
    numbers: {},
    ...given,
  };
}

let made = 0;

export function purchaseOf(
  account: string,
  date: Day | null,
  amount: Money | null,
  given: Partial<Purchase> = {},
) {
  made += 1;
  return { id: `P${made}`, account, date, product: "", category: "", amount, cost: null, ...given };
}

export function interactionOf(account: string, at: Day, given: Partial<Interaction> = {}): Interaction {
  made += 1;
  return {
    id: `I${String(made).padStart(6, "0")}`,
    account,
    contacts: "",
    at,
    kind: "visit",
    channel: null,
    content: "talked",
    usage: "",
    newNeeds: "",
    productsIntroduced: "",
    result: "",
    completed: true,
    nextAction: "",
    nextDate: null,
    author: "Anne",
    source: "",
    ...given,
  };
}

export function contactOf(account: string, given: Partial<Contact> = {}): Contact {
  made += 1;
  return {
    id: `C${made}`,
    account,
    name: "Maria",
    title: "",
    buyingRole: "",
    phone: "",
    email: "",
    leftOn: null,
    ...given,
  };
}

export function watchOf(account: string, since: Day, given: Partial<WatchEntry> = {}): WatchEntry {
  made += 1;
  return {
    id: `W${made}`,
    account,
    kind: "abnormal",
    since,
    cause: "",
    detail: "",
    measure: "",
    nextCheck: null,
    acknowledged: "",
    closed: null,
    ...given,
  };
}
