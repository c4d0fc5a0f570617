import { actionSummary } from "../../../../workbench/ui/drawer/action-summary";

describe("log of batches", () => {
  it("[HO-UI11] counts equal neighbours together and keeps the order", () => {
    expect(actionSummary(["GetRange", "GetRange", "Values", "GetRange"])).toBe(
      "GetRange ×2, Values, GetRange",
    );
    expect(actionSummary([])).toBe("");
  });
});
