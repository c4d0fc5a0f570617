import { readFile } from "node:fs/promises";
import { coverage } from "../../../workbench/host/fidelity";
import { fidelityFile, fidelityText } from "../../../workbench/host/fidelity-text";
import type { ClassModel } from "../../../workbench/host/class-model";

describe("HOST-FIDELITY", () => {
  it("[HO10] tells answered, differing and missing members of a class apart", () => {
    const model: ClassModel = {
      className: "RangeSort",
      call: { Apply: () => null },
      differs: { Apply: "Sorts by values only." },
    };
    const sort = coverage([model]).find((each) => each.className === "RangeSort");
    expect(sort).toEqual({
      className: "RangeSort",
      supported: true,
      answered: [],
      differing: [{ name: "apply", how: "Sorts by values only." }],
      missing: [],
    });
    expect(coverage([]).every((each) => !each.supported)).toBe(true);
  });

  it("[HO10] lists a missing setter by itself", () => {
    const model: ClassModel = { className: "RangeFill", read: { Color: () => "" } };
    const fill = coverage([model]).find((each) => each.className === "RangeFill");
    expect(fill?.answered).toEqual(["color"]);
    expect(fill?.missing).toContain("color (set)");
  });

  it("[HO10] is current in docs/HOST-FIDELITY.md", async () => {
    expect(await readFile(fidelityFile, "utf8")).toBe(await fidelityText());
  });
});
