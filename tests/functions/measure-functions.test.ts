import { call } from "./custom-functions-global";
import "../../src/functions/index";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe("measures", () => {
  it("[S96] SIGNALS answers for the accounts asked, in words", () => {
    const ids = column("a", "a", "a", "a", "a", "b");
    const days = column(35_830, 35_850, 35_870, 35_890, 35_920, "soon");
    const amounts = column(10, 10, 10, 10, 10, 10);
    const answer = call(
      "SIGNALS",
      ids,
      days,
      amounts,
      column("a", "b", "c", ""),
      36_000,
      null,
      null,
      null,
      false,
    );
    expect(answer).toEqual([
      ["a", -0.75, -0.75, 4, "", 80, 3, "Buys less often. Buys less. Overdue by its own rhythm."],
      new Array(8).fill(expect.stringContaining('#VALUE!: "soon" is no date')),
      ["c", "", "", "", "", "", 0, "No purchase."],
      new Array(8).fill("#N/A: A value of this row is missing"),
    ]);
  });

  it("[S59] TREND wants four periods and four figures", () => {
    expect(call("TREND", [[1, 2, 3]], null)).toContain("#VALUE!: amounts must have at least four columns");
    expect(call("TREND", [[1, 2, "", 3]], false)).toEqual([
      new Array(3).fill("#N/A: A trend needs at least four figures in the row"),
    ]);
  });

  it("[S98] RISK, AGEING and CREDITUSE answer row by row", () => {
    expect(call("RISK", column(3, 6, ""), column(4, 1, 2), column(0, 0, 0), false)).toEqual([
      [12, "HIGH"],
      new Array(2).fill("#VALUE!: Likelihood and impact go from 1 to 5"),
      new Array(2).fill("#N/A: A value of this row is missing"),
    ]);
    expect(call("CREDITUSE", column(100, ""), column(70, 5), column(20, 5), false)).toEqual([
      [0.9, "NEAR"],
      new Array(2).fill("#N/A: No credit limit: it is blank or 0"),
    ]);
    const ids = column("a", "b");
    const aged = call(
      "AGEING",
      ids,
      column(35_990, ""),
      column(50, 7),
      column("a", "b", "c"),
      36_000,
      null,
      null,
    );
    expect(aged).toEqual([
      ["Not due", "1–30", "31–60", "61–90", "91–180", "> 180", "Oldest, days"],
      [0, 50, 0, 0, 0, 0, 10],
      new Array(7).fill("#N/A: An open item of this account has no due date"),
      [0, 0, 0, 0, 0, 0, ""],
    ]);
    const reversed = call("AGEING", ids, column(1, 1), column(1, 1), column("a"), 36_000, [[30, 0]], null);
    expect(reversed).toBe("#VALUE!: edges must rise from left to right");
  });

  it("[S101] CREDITS is the pure form of the grade", () => {
    const factors = [
      [100, 80],
      [90, ""],
      [101, 5],
    ];
    expect(call("CREDITS", factors, [[50, 50]], column(0, 100, 0), null, false)).toEqual([
      [90, "AAA", ""],
      [90, "B", "OVERDUE90"],
      new Array(3).fill("#VALUE!: Factors go from 0 to 100"),
    ]);
    expect(call("CREDITS", factors, [[0, 0]], null, null, null)).toBe(
      "#VALUE!: At least one weight must be above 0",
    );
  });

  it("[S105] HHI, TOPSHARE and STRESS merge parents, and name a row that is no number", () => {
    expect(call("HHI", column(30, 20, 50), column("p", "p", ""), true)).toEqual([
      ["Index", "Points", "Normalised", "Effective number"],
      [0.5, 5000, 0, 2],
    ]);
    expect(call("TOPSHARE", column(30, 20, 50), 1, null)).toBe(0.5);
    expect(call("HHI", column(1, "x"), null, null)).toBe('#VALUE!: Row 2 of values: "x" is not a number');
    expect(call("TOPSHARE", column(0, -1), null, null)).toBe("#N/A: No value is above 0");
    expect(call("STRESS", column(100, 50), 0.5, 25, 1, null)).toEqual([[50, 0, -1]]);
  });

  it("[S109] CHURN, REPEAT, RETENTION, RENEWAL, GROWTH and AVGPROFIT", () => {
    const ids = column("a", "b", "a");
    const days = column(35_500, 35_500, 35_900);
    expect(call("CHURN", ids, days, 35_921, null, column(5, 7, 1), null)).toEqual([[0.5, 1, 2, 7]]);
    expect(call("CHURN", ids, days, 35_921, null, null, null)).toEqual([[0.5, 1, 2, ""]]);
    expect(call("CHURN", ids, days, 30_000, null, null, null)).toContain("#N/A: no base");
    expect(call("REPEAT", ids, days, 35_921, 24)).toBe(0.5);
    expect(call("RETENTION", 500, 450, null)).toEqual([[0.9]]);
    expect(call("RENEWAL", column(10, 20), column(9, ""))).toBe(0.3);
    expect(call("GROWTH", column(121, 5, "?"), column(100, 0, 1), null)).toEqual([
      [expect.closeTo(0.21, 12)],
      [expect.stringContaining("#N/A: no base")],
      ['#VALUE!: "?" is not a number'],
    ]);
    expect(call("AVGPROFIT", column(10, "", 20), null)).toEqual([[15, 2]]);
  });

  it("[S87] WHITESPACE leaves blank what was never bought", () => {
    const bought = [column("a", "a", "b"), column("tea", "tea", "fish")];
    expect(
      call("WHITESPACE", column("a", "b"), column("tea", "fish"), ...bought, column(1, 2, 3), null),
    ).toEqual([
      ["", "tea", "fish"],
      ["a", 3, ""],
      ["b", "", 3],
    ]);
    expect(call("WHITESPACE", column("a"), column("tea"), ...bought, null, false)).toEqual([[2]]);
  });

  it("[S91] NPS and CSAT leave out what is no answer", () => {
    expect(call("NPS", column(0, 7, 7, 9, 9, 9, 11, 9.5, "x", ""), null)).toEqual([
      [
        expect.closeTo(33.33, 2),
        6,
        ...new Array(2).fill("#N/A: No interval: fewer than ten answers, or all alike"),
      ],
    ]);
    expect(call("CSAT", column(5, 5, 4, 3, 1, 9), null, null, null)).toEqual([[0.6, 3.6, 5]]);
    expect(call("CSAT", column(5), 5, 6, null)).toBe("#VALUE!: top must be from 1 to 5");
    expect(call("NPS", column("x"), null)).toBe("#N/A: No answer lies on the scale");
  });

  it("[S61] SATGAP names the quadrants", () => {
    expect(call("SATGAP", column("q", "d", "q"), column(5, 3, ""), column(2, 4, 1), false)).toEqual([
      ["q", 5, 2, 1, "FIX"],
      ["d", 3, 4, -1, "EXCESS"],
    ]);
  });

  it("[S85] SLA counts working hours, open cases to the as-of moment", () => {
    const friday = 46_346 + 17 / 24;
    const monday = 46_349 + 10 / 24;
    const open = 46_349 + 12 / 24;
    expect(
      call(
        "SLA",
        column(friday, friday, monday),
        column(monday, "", friday),
        null,
        open,
        null,
        null,
        null,
        null,
        false,
      ),
    ).toEqual([
      [2, 4, "ANSWERED"],
      [4, 4, "OPEN"],
      new Array(3).fill("#VALUE!: It was answered or closed before it was asked"),
    ]);
    expect(
      call("SLA", column(friday), column(monday), column(monday), open, 8, 17, null, null, false),
    ).toEqual([[2, 2, "CLOSED"]]);
    expect(call("SLA", column(friday), column(monday), null, open, 18, 9, null, null, null)).toBe(
      "#VALUE!: start must not be above end",
    );
  });

  it("[S83] ONTIME and COVERAGE", () => {
    expect(call("ONTIME", column(10, 20), column(9, ""), 15, null)).toEqual([[1, 1, 0, 1]]);
    expect(call("ONTIME", column(20), column(""), 15, null)).toBe("#N/A: Nothing is due yet");
    expect(call("COVERAGE", column("Ann", "Ann", "", "Bo"), column(90, "", 90, 61), 30, 100, false)).toEqual([
      ["Ann", 2, 1, 0.5],
      ["Bo", 1, 0, 0],
    ]);
  });
});
