import type { AccountFigures, CardModel, PurchaseMetrics } from "../../src/core/figures";
import { buildCardModel, cardModelSteps } from "../../src/core/card-model";
import { loadRecords } from "../../bench/load-records";
import { loadDay } from "../../bench/load-rows";
import { inSlices } from "../../src/workbook/in-slices";

const toldOf = (of: AccountFigures) => [
  Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(of.metrics))).map(
    (id) => of.metrics[id as keyof PurchaseMetrics],
  ),
  [of.economic.score, of.economic.parts, of.strategic.score, of.strategic.parts],
  [of.fired, of.watched, of.proposedTier, of.tierInForce, of.valueClass, of.frequencyClass],
  [of.silence, of.visit, of.call, of.nextReview, of.completeness, of.openActions, of.interactions],
];

describe("work in slices", () => {
  it("[TP3] lets other tasks in between and ends with the same figures as at once", async () => {
    const records = loadRecords({ accounts: 1_500, purchases: 15_000 });
    let others = 0;
    const timer = setInterval(() => (others += 1), 0);
    const model = await inSlices(cardModelSteps(records, loadDay));
    clearInterval(timer);
    expect(others).toBeGreaterThan(1);
    const atOnce = buildCardModel(records, loadDay);
    expect([...model.accounts.keys()]).toEqual([...atOnce.accounts.keys()]);
    const told = ({ accounts }: CardModel) => JSON.stringify([...accounts.values()].map(toldOf));
    expect(told(model)).toBe(told(atOnce));
  });

  it("[TP3] stops between two slices when it is cancelled", async () => {
    const records = loadRecords({ accounts: 1_500, purchases: 15_000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("cancelled")));
    await expect(inSlices(cardModelSteps(records, loadDay), controller.signal)).rejects.toThrow("cancelled");
  });
});
