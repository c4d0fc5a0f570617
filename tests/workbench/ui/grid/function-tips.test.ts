import { functionTip } from "../../../../workbench/ui/grid/function-tips";

describe("tips for an add-in's functions", () => {
  it("[HO-UI13] name, sentence and arguments come from its metadata", () => {
    const tip = functionTip("EX", {
      id: "ADD",
      name: "add",
      description: "Adds numbers.",
      parameters: [
        { name: "first", description: "A number." },
        { name: "others", optional: true, repeating: true },
      ],
    });
    expect(tip).toMatchObject({ functionName: "EX.ADD", description: "Adds numbers." });
    expect(tip.functionParameter).toEqual([
      { name: "first", detail: "A number.", example: "", require: 1, repeat: 0 },
      { name: "others", detail: "", example: "", require: 0, repeat: 1 },
    ]);
  });
});
