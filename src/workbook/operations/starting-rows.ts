import { proposeBounds, withBounds } from "../../core/bounds/propose-bounds";
import { defaultCadence, defaultCriteria, defaultSettings } from "../../core/defaults";
import type { CadenceRule, CardSettings, Criterion } from "../../core/records";
import type { Language } from "../../core/units";
import { textsFor } from "../../locales/texts";
import { sampleAsOf, type SampleRows } from "../sample/expand-sample";
import { fullRow } from "../codec/row-cells";
import { accountRecord, purchaseRecord } from "../records/account-records";
import { lists, type ListId } from "../schema/lists";
import { schemaVersion, type Schema } from "../schema/schema";
import type { RowOf } from "../schema/table";

type Rows<Id extends keyof Schema> = readonly Partial<RowOf<Schema[Id]>>[];

/** What a new workbook starts with: section 8 as rows. */
export interface StartingRows {
  readonly settings: CardSettings;
  readonly criteria: readonly Criterion[];
  readonly cadence: readonly CadenceRule[];
}

/** Defaults; with a sample its as-of day and the bounds its own purchases propose. */
export function startingRows(language: Language, sample: SampleRows | null): StartingRows {
  const texts = textsFor(language);
  const criteria = defaultCriteria.map((one) => ({ ...one, label: texts(`labels:criterion.${one.id}`) }));
  const settings = { ...defaultSettings(language), schemaVersion };
  if (!sample) return { settings, criteria, cadence: defaultCadence };
  const ofSample = { ...settings, asOf: sampleAsOf, currency: "USD" };
  const proposal = proposeBounds(
    {
      settings: ofSample,
      criteria,
      cadence: defaultCadence,
      calendar: [],
      accounts: sample.accounts.map((row) => accountRecord(fullRow("accounts", row), {})),
      contacts: [],
      purchases: sample.purchases.map((row) => purchaseRecord(fullRow("purchases", row))),
      interactions: [],
      actions: [],
      watchlist: [],
    },
    sampleAsOf,
  );
  return { ...withBounds(proposal, criteria, ofSample), cadence: defaultCadence };
}

export const criterionRows = (criteria: readonly Criterion[]): Rows<"criteria"> =>
  criteria.map(({ id, label, axis, metric, low, high, weight }) => ({
    id,
    label,
    axis,
    metric,
    direction: low > high ? "less" : "more",
    low,
    high,
    weight,
  }));

export const cadenceRows = (rules: readonly CadenceRule[]): Rows<"cadence"> =>
  rules.map(({ tier, item, target, maximum, jitter }) => ({
    tier: tier ?? "",
    item,
    target,
    maximum,
    jitter,
  }));

/** Lists people meet in drop-downs; what only the add-in writes has no row to reword. */
const offeredLists = lists.listName satisfies readonly ListId[];

export function listRows(): Rows<"lists"> {
  const [en, zh] = [textsFor("en"), textsFor("zh-CN")];
  return offeredLists.flatMap((list) =>
    lists[list].map((code, index) => ({
      list,
      code,
      labelEn: en(`labels:${list}.${code}`),
      labelZh: zh(`labels:${list}.${code}`),
      order: index + 1,
      active: true,
    })),
  );
}
