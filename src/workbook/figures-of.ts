import { workOutSteps } from "../core/account-figures";
import { cardModelSteps } from "../core/card-model";
import type { CardModel } from "../core/figures";
import type { CardRecords } from "../core/records";
import type { Day } from "../core/units";
import { inSlices } from "./in-slices";

const known = new WeakMap<CardRecords, { readonly today: Day; readonly model: CardModel }>();

/** The figures of these records, computed once and without holding the page up; rejects with the reason of `stopped`. */
export async function figuresOf(records: CardRecords, today: Day, stopped?: AbortSignal): Promise<CardModel> {
  const before = known.get(records);
  if (before?.today === today) return before.model;
  const model = await inSlices(cardModelSteps(records, today), stopped);
  await inSlices(workOutSteps(model.accounts.values()), stopped);
  known.set(records, { today, model });
  return model;
}
