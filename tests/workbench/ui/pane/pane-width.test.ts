import { clampWidth } from "../../../../workbench/ui/pane/pane-width";

describe("width of the task pane", () => {
  it("[HO-UI15] is 320 pixels upward and leaves room for the grid", () => {
    expect(clampWidth(350, 1440)).toBe(350);
    expect(clampWidth(100, 1440)).toBe(320);
    expect(clampWidth(5000, 1440)).toBe(1200);
    expect(clampWidth(400, 300)).toBe(320);
  });
});
