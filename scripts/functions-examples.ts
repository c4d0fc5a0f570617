/** The worked example of each help page, over the sample workbook where it can be; results are computed by the build. */
import type { Argument, FunctionExample } from "./functions-example";

const purchases = (column: string): Argument => ({ table: "purchases", column });
const accounts = (column: string): Argument => ({ table: "accounts", column });
const cells = (...rows: (string | number | boolean)[][]): Argument => ({ cells: rows });
const column = (...values: (string | number | boolean)[]): Argument => ({
  cells: values.map((value) => [value]),
});
const days = (...values: string[]): Argument => ({ days: values });
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
  SIGNALS: {
    args: [
      purchases("account"),
      purchases("date"),
      purchases("amount"),
      column("QUICK", "BLONP", "SEVES"),
      asOf,
    ],
  },
  TREND: { args: [cells([100, 110, 90, 120, 130, 125], [100, 80, 110, 90, 105, 95])] },
  RISK: { args: [column(2, 4, 1), column(2, 3, 1), column(false, false, true)] },
  CREDITS: {
    args: [cells([75, 100, 100, 75], [75, 75, 50, 100]), cells([25, 25, 30, 20]), column(0, 120)],
  },
  CREDITUSE: { args: [column(1000, 500), column(700, 400), column(50, 150)] },
  AGEING: {
    args: [
      ...[
        column("QUICK", "QUICK", "ERNSH", "ERNSH"),
        days("1998-05-15", "1998-03-26", "1998-01-05", "1997-09-27"),
      ],
      ...[column(500, 300, 900, -100), column("QUICK", "ERNSH"), asOf],
    ],
  },
  STRESS: { args: [accounts("revenue12"), column(0.25), 60000, 3] },
  CHURN: { args: [purchases("account"), purchases("date"), asOf, 6, purchases("amount")] },
  RETENTION: { args: [column(500), column(450)] },
  REPEAT: { args: [purchases("account"), purchases("date"), asOf] },
  RENEWAL: { args: [column(10, 20), column(9, 15)] },
  GROWTH: { args: [column(121, 90), column(100, 100)] },
  AVGPROFIT: { args: [column(10, 20, 30, 60)] },
  HHI: { args: [accounts("revenue12")] },
  TOPSHARE: { args: [accounts("revenue12")] },
  WHITESPACE: {
    args: [
      ...[column("QUICK", "ERNSH", "CENTC"), column("Beverages", "Seafood", "Produce")],
      ...[purchases("account"), purchases("category"), purchases("amount")],
    ],
  },
  NPS: { args: [column(10, 9, 9, 8, 7, 6, 3, 10, 9, 9, 10, 8)] },
  CSAT: { args: [column(5, 5, 4, 3, 1)] },
  SATGAP: {
    args: [
      column("Quality", "Service", "Delivery", "Quality", "Service", "Delivery"),
      column(5, 4, 3, 5, 3, 4),
      column(4, 4, 2, 5, 4, 1),
    ],
  },
  SLA: { args: [days("1998-05-01 17:00"), days("1998-05-04 10:00"), null, asOf] },
  ONTIME: {
    args: [
      days("1998-04-15", "1998-04-20", "1998-04-25", "1998-04-30"),
      days("1998-04-14", "1998-04-20", "1998-04-29", ""),
      asOf,
    ],
  },
  COVERAGE: { args: [accounts("owner"), accounts("lastContact"), column(45), asOf] },
  BIRTHDAY: { args: [{ day: "1970-09-15" }, { day: "2026-05-01" }, "lunar"], dates: [0] },
  LUNARDATE: { args: [{ day: "2026-02-17" }] },
  SOLARDATE: { args: [2026, 5, 5], dates: [0] },
  HOLIDAYS: { args: [2026], dates: [0] },
  DEDUPE: {
    args: [
      ...[
        column("A1", "A2", "A3", "A4"),
        column("上海華為技術有限公司", "上海华为技术", "Acme Ltd.", "Around the Horn"),
        null,
      ],
      column("", "021-6437 0000", "+86 21 6437 0000", ""),
    ],
  },
  NORMNAME: {
    args: [
      column(
        "微软（中国）有限公司",
        "臺灣積體電路製造股份有限公司",
        "Ernst Handel GmbH",
        "ＡＣＭＥ Co., Ltd.",
      ),
    ],
  },
  CHECKID: { args: [column("91350100M000100Y43", "91350100M000100Y34")] },
  VERSION: { args: [] },
  HEALTH: { args: ["ERNSH"] },
  CREDIT: { args: ["QUICK"], creditRatings: { state: 4, ability: 5, history: 3, reputation: 4 } },
  NEXTREVIEW: { args: ["QUICK"], dates: [0] },
  LASTTOUCH: { args: ["QUICK", "call"], dates: [0] },
  SILENCE: { args: ["ERNSH"] },
  AGENDA: { args: ["Steven Buchanan"], dates: [0] },
  COMPLETE: { args: ["QUICK"] },
  FRESH: { args: ["QUICK"] },
  CARD: { args: ["QUICK"] },
  CARDTEXT: { args: ["QUICK"] },
};
