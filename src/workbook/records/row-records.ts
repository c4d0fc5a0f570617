import type {
  Action,
  CadenceRule,
  CalendarDay,
  Criterion,
  Interaction,
  WatchEntry,
} from "../../core/records";
import type { Issue } from "../outcome";
import type { Row, TableRows } from "../codec/table-rows";
import { columnOf } from "../codec/row-cells";
import type { Schema, TableId } from "../schema/schema";
import type { RowOf } from "../schema/table";

/** Where a table stands, for sentences about its rows. */
export interface Place {
  readonly id: TableId;
  readonly sheet: string;
  readonly headers: ReadonlyMap<string, string>;
}

export interface Records<T> {
  readonly records: readonly T[];
  readonly issues: readonly Issue[];
}

/**
 * Records of the rows that have what they need; a row without one of `needed` is left out and named
 * (`missingValue`: sheet, row, column), once per row.
 */
export function recordsOf<Id extends TableId, T>(
  table: TableRows<Id>,
  place: Place,
  needed: readonly (keyof RowOf<Schema[Id]> & string)[],
  recordOf: (row: Row<Id>) => T,
): Records<T> {
  const issues: Issue[] = [];
  const records: T[] = [];
  for (const row of table.rows) {
    const lacking = needed.find((id) => row.values[id] === null || row.values[id] === "");
    if (lacking === undefined) {
      records.push(recordOf(row));
      continue;
    }
    const column = place.headers.get(lacking) ?? columnOf(place.id, lacking).header.en;
    issues.push({ code: "missingValue", values: { sheet: place.sheet, row: row.sheetRow, column } });
  }
  return { records, issues };
}

export const interactionRecord = ({ values: row }: Row<"interactions">): Interaction => ({
  id: row.id,
  account: row.account,
  contacts: row.contacts,
  at: Math.floor(row.at ?? 0),
  kind: row.kind || "call",
  channel: row.channel || null,
  content: row.content,
  usage: row.usage,
  newNeeds: row.newNeeds,
  productsIntroduced: row.productsIntroduced,
  result: row.result,
  // A row typed by hand says that something took place unless it says otherwise.
  completed: row.completed ?? true,
  nextAction: row.nextAction,
  nextDate: row.nextDate,
  author: row.author,
  source: row.source,
});

export const actionRecord = ({ values: row }: Row<"actions">): Action => ({
  id: row.id,
  account: row.account,
  text: row.text,
  source: row.source,
  owner: row.owner,
  due: row.due,
  doneOn: row.doneOn,
  promise: row.promise ?? false,
  status: row.status || "open",
});

export const watchRecord = ({ values: row }: Row<"watchlist">): WatchEntry => ({
  id: row.id,
  account: row.account,
  kind: row.kind || "abnormal",
  since: row.since ?? 0,
  cause: row.cause,
  detail: row.detail,
  measure: row.measure,
  nextCheck: row.nextCheck,
  acknowledged: row.acknowledged,
  closed: row.closed,
});

export const calendarRecord = ({ values: row }: Row<"calendar">): CalendarDay => ({
  date: row.date ?? 0,
  kind: row.kind || "holiday",
});

export const cadenceRecord = ({ values: row }: Row<"cadence">): CadenceRule => ({
  tier: row.tier || null,
  item: row.item || "visit",
  target: row.target,
  maximum: row.maximum,
  jitter: row.jitter ?? 0,
});

/** Rows of axes the model does not score are none of its criteria. */
export function criterionRecord({ values: row }: Row<"criteria">): Criterion | null {
  if (row.axis !== "economic" && row.axis !== "strategic") return null;
  const [low, high] = [row.low ?? 0, row.high ?? 0];
  const turned = row.direction === "less" && low < high;
  return {
    id: row.id,
    label: row.label || row.id,
    axis: row.axis,
    metric: row.metric,
    low: turned ? high : low,
    high: turned ? low : high,
    weight: row.weight ?? 0,
  };
}
