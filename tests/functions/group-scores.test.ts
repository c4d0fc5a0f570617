import { buildCardModel } from "../../src/core/card-model";
import { scoreOf } from "../../src/functions/answers/score";
import { tierOf } from "../../src/functions/answers/tier";
import { whyOf } from "../../src/functions/answers/why";
import "../../src/locales/every-text";
import { accountOf, purchaseOf, recordsOf } from "../core/make-records";

const day = 45_000;
const records = recordsOf({
  accounts: [accountOf("TOP"), accountOf("KID", { parent: "TOP" })],
  purchases: [purchaseOf("TOP", day - 5, 90_000, { category: "tea" })],
  settings: { scoreGroups: true, tierCut: 50 },
});
const model = buildCardModel(records, day);

describe("formulas on groups scored as one", () => {
  it("[FN8] SCORE, TIER and WHY of a member that never bought are the group's, as on its card", () => {
    const figures = model.accounts.get("KID")!;
    const top = model.accounts.get("TOP")!;
    expect(figures.metrics.lastPurchase).toBe(null);
    expect(figures.economic.score).toBeGreaterThan(50);
    expect(scoreOf(null)(figures, model, "en")).toBe(top.economic.score);
    expect(tierOf(null)(figures, model, "en")).toBe(tierOf(null)(top, model, "en"));
    expect(whyOf(null, null)(figures, model, "en")).toEqual(whyOf(null, null)(top, model, "en"));
  });
});
