/** The worked example of each help page, over the sample workbook where it can be; results are computed by the build. */
import type { Argument, FunctionExample } from "./functions-example";

const purchases = (column: string): Argument => ({ table: "purchases", column });
const accounts = (column: string): Argument => ({ table: "accounts", column });
const cells = (...rows: (string | number | boolean)[][]): Argument => ({ cells: rows });
const column = (...values: (string | number | boolean)[]): Argument => ({
  cells: values.map((value) => [value]),
});
/** The day the sample's figures are as of. */
const asOf: Argument = { day: "1998-05-06" };

export const functionExamples: Readonly<Record<string, FunctionExample>> = {
  TIER: { args: ["QUICK"] },
  SCORE: { args: ["QUICK"] },
  WHY: { args: ["VAFFE"] },
  NEXTVISIT: { args: ["ERNSH", "call"], dates: [0] },
  SCORES: {
    args: [cells([500, 90], [1200, 0]), cells([60, 40]), null, null, cells([0, 180], [1000, 0])],
  },
  TIERS: {
    args: [column(70, 40, 63), column(false, true, false), 65, "score", column("", "", "IMPORTANT"), 3],
  },
};
