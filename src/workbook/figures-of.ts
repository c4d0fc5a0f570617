import type { CardModel } from "../core/figures";
import type { CardRecords } from "../core/records";
import type { Day } from "../core/units";
import { inSlices } from "./in-slices";
import { loadPart } from "./load-part";

/** Computing is a file of its own: the first paint does without it, and it arrives while the workbook is read. */
export const loadFigures = () =>
  loadPart(() => import(/* webpackChunkName: "figures" */ "../core/card-model"));

const known = new WeakMap<CardRecords, { readonly today: Day; readonly model: CardModel }>();

/** The figures of these records, computed once and without holding the page up; rejects with the reason of `stopped`. */
export async function figuresOf(records: CardRecords, today: Day, stopped?: AbortSignal): Promise<CardModel> {
  const before = known.get(records);
  if (before?.today === today) return before.model;
  const { figuresAtHandSteps } = await loadFigures();
  const model = await inSlices(figuresAtHandSteps(records, today), stopped);
  known.set(records, { today, model });
  return model;
}
