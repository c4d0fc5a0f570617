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
  WHATIF: {
    args: [accounts("score"), accounts("revenue12"), column(60, 65, 70), cells([0, 3])],
  },
  PARETO: { args: [accounts("revenue12"), accounts("id")] },
  SEGMENT: { args: [accounts("revenue12")] },
  ENDS: {
    args: [column("QUICK", "ERNSH", "SAVEA", "FRANR"), column(110, 105, 104, 3), column(4, 20, 6, 25), 1],
  },
  SCREEN: {
    args: [cells([500, 3, 80], [90, 5, 95]), cells([100, 2, 90]), cells([true, false, false]), 2],
  },
  MATRIX: {
    args: [column(90, 20, 80), column(5, 4, 1), 50, 3, cells(["nurse", "grow"], ["leave", "harvest"])],
  },
  CLASSIFY: { args: [accounts("revenue12")] },
  TIMEPLAN: { args: [column(500, 300, 0, 200), 100, 5, 40] },
  PROMODEP: {
    args: [
      column("QUICK", "QUICK", "ERNSH"),
      column(300, 100, 80),
      column(true, false, false),
      column("QUICK", "ERNSH"),
    ],
  },
  RFM: { args: [purchases("account"), purchases("date"), purchases("amount"), asOf] },
  CLV: { args: [column(100, 250), column(0.8, 0.9), 0.1, 5] },
  BTYD: { args: [purchases("account"), purchases("date"), purchases("amount"), asOf] },
  BGFIT: {
    args: [
      column(2, 1, 0, 0, 7, 4, 1, 3),
      column(30, 2, 0, 0, 29, 40, 20, 44),
      column(52, 52, 52, 40, 52, 50, 30, 45),
    ],
  },
  PALIVE: {
    args: [
      cells([0.243, 4.414, 0.793, 2.426]),
      column(2, 1, 7),
      column(30.43, 1.71, 29.43),
      column(38.86, 38.86, 38.86),
    ],
  },
  EXPECTED: {
    args: [
      ...[cells([0.243, 4.414, 0.793, 2.426]), 39],
      ...[column(2, 1, 7), column(30.43, 1.71, 29.43), column(38.86, 38.86, 38.86)],
    ],
  },
  GGFIT: { args: [column(2, 1, 7, 4, 1, 3), column(22, 12, 74, 35, 29, 40)] },
  GGSPEND: { args: [cells([6.25, 3.74, 15.44]), column(2, 3), column(20, 35)] },
  CLVPROB: {
    args: [
      ...[cells([0.243, 4.414, 0.793, 2.426]), cells([6.25, 3.74, 15.44])],
      ...[column(2, 7), column(30.43, 29.43), column(38.86, 38.86), column(22.35, 73.74)],
    ],
  },
};
