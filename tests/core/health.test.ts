import { buildCardModel } from "../../src/core/card-model";
import { healthOf } from "../../src/core/health/health";
import type { Action } from "../../src/core/records";
import { accountOf, interactionOf, purchaseOf, recordsOf, watchOf } from "./make-records";

const asOf = 46_000;

function action(given: Partial<Action>): Action {
  const plain = { id: "T", account: "A", text: "Send offer", owner: "", source: "", due: asOf - 10 };
  return { ...plain, doneOn: null, promise: true, status: "open", ...given };
}

/** Usually every 60 days, last 60 days ago; three purchases in either half of the year; mail three days ago. */
function figuresWith(actions: readonly Action[], bankrupt = false) {
  const records = recordsOf({
    settings: { asOf },
    accounts: [accountOf("A")],
    interactions: [interactionOf("A", asOf - 3, { kind: "mail" })],
    purchases: [390, 330, 270, 210, 150, 90, 60].map((age) => purchaseOf("A", asOf - age, 100)),
    watchlist: bankrupt ? [watchOf("A", asOf - 1, { kind: "bankruptcy" })] : [],
    actions,
  });
  return buildCardModel(records, asOf).accounts.get("A")!;
}

/** Rhythm 100 (60 of 60 days), trend two thirds of the way from −50 % to +25 %, contact 100. */
const [rhythm, trend, contact] = [35 * 100, (25 * 100 * 0.5) / 0.75, 15 * 100];

describe("health", () => {
  it("[FN2] weighs rhythm, trend and contact; without promises their weight is left out", () => {
    const figures = figuresWith([]);
    expect(figures.metrics).toMatchObject({ medianInterval: 60, daysSinceLast: 60, growth180: 0 });
    expect(figures.promisesKept).toBe(null);
    expect(healthOf(figures)?.score).toBeCloseTo((rhythm + trend + contact) / 75, 9);
    expect(healthOf(figures)?.band).toBe("green");
    expect(healthOf(figuresWith([], true))).toEqual({ score: 25, band: "red" });
  });

  it("[S83] counts promises kept by their day, of those due within 12 months", () => {
    const kept = action({ doneOn: asOf - 10 });
    const late = action({ doneOn: asOf - 9 });
    const overdue = action({});
    const figures = figuresWith([kept, kept, late, overdue]);
    expect(figures.promisesKept).toBe(0.5);
    expect(healthOf(figures)?.score).toBeCloseTo((rhythm + trend + contact + 10 * 50) / 85, 9);
  });

  it("[S83] leaves out what is not due yet, older than 12 months, dropped, no promise, or done nobody knows when", () => {
    const left = [
      action({ due: asOf }),
      action({ due: asOf + 5 }),
      action({ due: asOf - 366 }),
      action({ status: "dropped" }),
      action({ promise: false }),
      action({ status: "done" }),
      action({ due: null }),
    ];
    expect(figuresWith(left).promisesKept).toBe(null);
    expect(figuresWith([...left, action({ doneOn: asOf + 1 })]).promisesKept).toBe(0);
  });

  it("[S29] an action is closed by its day or by its status alone", () => {
    const open = action({ id: "open" });
    const closed = [action({ doneOn: asOf }), action({ status: "done" }), action({ status: "dropped" })];
    expect(figuresWith([...closed, open]).openActions).toEqual([open]);
  });
});
