import { buildSync } from "esbuild";
import { createContext, runInContext } from "node:vm";

/** The bundle as a page would load it, in a world that has nothing but what office.js provides for functions. */
function loadBundle() {
  const { outputFiles, metafile } = buildSync({
    entryPoints: ["src/functions/index.ts"],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2020",
    logLevel: "error",
  });
  const associated = new Map<string, (...args: unknown[]) => unknown>();
  class CellError {
    constructor(
      readonly code: string,
      readonly message: string,
    ) {}
  }
  const world = createContext({
    setTimeout,
    CustomFunctions: {
      associate: (id: string, made: (...args: unknown[]) => unknown) => associated.set(id, made),
      Error: CellError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    },
  });
  runInContext(outputFiles[0]?.text ?? "", world);
  return { associated, inputs: Object.keys(metafile.inputs) };
}

describe("functions bundle", () => {
  const { associated, inputs } = loadBundle();

  it("[FN2] loads without React, Office or a page, and answers that there is no card", () => {
    const results: unknown[] = [];
    associated.get("TIER")?.("QUICK", null, { setResult: (value: unknown) => results.push(value) });
    expect(results).toEqual([{ code: "#N/A", message: "Open KAM Card and set up this workbook" }]);
    expect(
      inputs.filter((file) =>
        /node_modules\/(react|@fluentui|@microsoft)|src\/(office|taskpane|workbook)/.test(file),
      ),
    ).toEqual([]);
  });

  it("[FN3] answers pure functions in a workbook without the card", () => {
    const none = [null, null, null, null, null];
    expect(associated.get("TIERS")?.([[70], [1]], ...none)).toEqual([["IMPORTANT"], ["GENERAL"]]);
  });
});
