/** Criteria of a column filter, checked before the book sees them. */
import { invalidArgument, notImplemented } from "./host-errors";

export interface FilterCriteria {
  readonly filterOn: string;
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
  readonly values?: unknown[];
  readonly color?: string;
  readonly dynamicCriteria?: string;
}

const kinds = [
  "Values",
  "Custom",
  "TopItems",
  "TopPercent",
  "BottomItems",
  "BottomPercent",
  "CellColor",
  "FontColor",
];

/** Excel compares what cells display: numbers among the values count as their text. */
export function assertCriteria(criteria: unknown): Record<string, unknown> {
  if (typeof criteria !== "object" || criteria === null) throw invalidArgument();
  const given: Record<string, unknown> = Object.fromEntries(
    Object.entries(criteria).filter(([, value]) => value !== null),
  );
  const { values, criterion1, color } = given;
  const filterOn = String(given.filterOn);
  if (filterOn === "Dynamic" || filterOn === "Icon") throw notImplemented(`filters on ${filterOn}`);
  if (!kinds.includes(filterOn)) throw invalidArgument();
  if (filterOn === "Values" && !Array.isArray(values)) throw invalidArgument();
  if (filterOn.endsWith("Color") && typeof color !== "string") throw invalidArgument();
  if (!filterOn.endsWith("Color") && filterOn !== "Values" && typeof criterion1 !== "string")
    throw invalidArgument();
  return given;
}
