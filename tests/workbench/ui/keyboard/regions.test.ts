import { nextRegion } from "../../../../workbench/ui/keyboard/regions";

describe("F6 between the parts of the window", () => {
  it("[HO-UI10] goes round ribbon, grid, pane and drawer and back with Shift", () => {
    const all = ["ribbon", "grid", "pane", "drawer"] as const;
    expect(all.map((region) => nextRegion(region, all, false))).toEqual(["grid", "pane", "drawer", "ribbon"]);
    expect(all.map((region) => nextRegion(region, all, true))).toEqual(["drawer", "ribbon", "grid", "pane"]);
  });

  it("[HO-UI10] passes over a closed pane and drawer", () => {
    expect(nextRegion("grid", ["ribbon", "grid"], false)).toBe("ribbon");
  });

  it("[HO-UI10] goes to the grid from anywhere else", () => {
    expect(nextRegion(null, ["ribbon", "grid", "pane"], true)).toBe("grid");
  });
});
