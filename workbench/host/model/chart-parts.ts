/** A chart's parts, addressed by the way to them in its record: `["axes", "value", "format", "font"]`. */
import type { BookSheet } from "../../book/book";
import type { ChartRecord, ChartSeries } from "../../book/charts/chart-record";
import type { ClassModel, HostContext } from "../class-model";
import { itemNotFound } from "./host-errors";
import { assertAllowed } from "./write-guard";

export interface ChartPart {
  readonly sheet: BookSheet;
  readonly id: string;
  /** A number is the id of a series. */
  readonly path: readonly (string | number)[];
}

type Bag = Record<string, unknown>;

export const sheetOfPart = ({ sheet }: ChartPart): BookSheet => sheet;

export function recordOf({ sheet, id }: ChartPart): ChartRecord {
  const record = sheet.charts().find((chart) => chart.id === id);
  if (!record) throw itemNotFound("The chart is not there any more.");
  return record;
}

export function seriesOf(part: ChartPart, record = recordOf(part)): ChartSeries {
  const series = record.series.find(({ id }) => id === part.path[1]);
  if (!series) throw itemNotFound("The series is not there any more.");
  return series;
}

const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The part's own object, made where it is missing. */
function bagAt(part: ChartPart, record: ChartRecord): Bag {
  const ofSeries = part.path[0] === "series" && part.path.length > 1;
  let at: Bag = named(ofSeries ? seriesOf(part, record) : record);
  for (const key of part.path.slice(ofSeries ? 2 : 0)) {
    const next = at[key];
    if (isBag(next)) at = next;
    else at = at[key] = {};
  }
  return at;
}

/** A record or a series as what is under its keys. */
const named = (value: object): Bag => value as Bag;

export const below = (part: ChartPart, ...path: string[]): ChartPart => ({
  ...part,
  path: [...part.path, ...path],
});

export const valueAt = (part: ChartPart, key: string): unknown => bagAt(part, recordOf(part))[key];

export function changeChart(
  part: ChartPart,
  context: HostContext,
  change: (bag: Bag, record: ChartRecord) => void,
): void {
  assertAllowed(part.sheet, context, "allowEditObjects");
  const record = recordOf(part);
  change(bagAt(part, record), record);
  part.sheet.updateChart(record);
}

interface Field {
  /** What an unset member reads as. */
  readonly unset: unknown;
  /** The value to keep; undefined makes it automatic again. Without it the member is read only. */
  readonly check?: (value: unknown) => unknown;
}
type Table = Readonly<Record<string, Field>>;

const keyOf = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);

/** Getters and setters of members that are a key each of the part's object. */
export function partMembers(table: Table): Pick<ClassModel<ChartPart>, "read" | "write"> {
  const read: NonNullable<ClassModel<ChartPart>["read"]> = {};
  const write: NonNullable<ClassModel<ChartPart>["write"]> = {};
  for (const [wire, { unset, check }] of Object.entries(table)) {
    const key = keyOf(wire);
    Object.assign(read, {
      [wire]: (part: ChartPart): unknown =>
        valueAt(part, key) ?? (typeof unset === "function" ? (unset(part) as unknown) : unset),
    });
    if (check)
      Object.assign(write, {
        [wire]: (part: ChartPart, value: unknown, context: HostContext): void => {
          const kept = check(value);
          changeChart(part, context, (bag) => {
            if (kept === undefined) delete bag[key];
            else bag[key] = kept;
          });
        },
      });
  }
  return { read, write };
}
