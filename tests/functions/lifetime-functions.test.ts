import { call } from "./custom-functions-global";
import { cdnowRounded } from "../fixtures/cdnow/cdnow";
import "../../src/functions/index";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const cdnow = [[0.243, 4.414, 0.793, 2.426]];

function rowOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || !Array.isArray(value.at(-1))) throw new Error(String(value));
  return value.at(-1) as unknown[];
}

/** Accounts that buy every four to six weeks and never stop: what key accounts look like. */
const steady = Array.from({ length: 12 }, (_, index) => ({ x: 9 + (index % 4), tx: 50, T: 52 }));
/** The same with one order a month by contract. */
const contract = Array.from({ length: 40 }, () => ({ x: 12, tx: 51, T: 52 }));
/** A few accounts of very different size, all in touch. */
const spread = [40, 25, 12, 8, 5, 3, 2, 2, 1, 30].map((x) => ({ x, tx: 51, T: 52 }));
const fitOf = (customers: readonly { x: number; tx: number; T: number }[]) =>
  call(
    "BGFIT",
    ...(["x", "tx", "T"] as const).map((key) => column(...customers.map((each) => each[key]))),
    null,
    null,
  );

describe("lifetime functions", () => {
  it("[S63] BGFIT is right on CDNOW and says that it converged", () => {
    const row = rowOf(fitOf(cdnowRounded()));
    expect(row.slice(0, 4).map((cell) => Math.round(Number(cell) * 1e3) / 1e3)).toEqual([
      0.243, 4.414, 0.793, 2.426,
    ]);
    expect(row.slice(4)).toEqual([expect.closeTo(-9582.4256, 3), 2357, "OK", "Converged."]);
  });

  it.each([
    ["steady key accounts", steady],
    ["contracts", contract],
    ["accounts of every size", spread],
  ])(
    "[S63] BGFIT says BOUNDARY on %s, and PALIVE, EXPECTED and CLVPROB answer with the sentence",
    (_, customers) => {
      const fit = fitOf(customers);
      expect(rowOf(fit)[6]).toBe("BOUNDARY");
      expect(rowOf(fit)[7]).toContain("No visible drop-out");
      const sentence = "#N/A: The fit shows no drop-out: these purchases cannot tell who has left";
      const one = [column(9), column(50), column(52)];
      expect(call("PALIVE", fit, ...one)).toContain(sentence);
      expect(call("EXPECTED", fit, 12, ...one)).toContain(sentence);
      expect(
        call("CLVPROB", fit, [[6.25, 3.74, 15.44]], ...one, column(20), null, null, null, null),
      ).toContain(sentence);
    },
  );

  it("[S63] BGFIT fails in words, and what is made from it says so", () => {
    const failed = fitOf([{ x: 0, tx: 0, T: 10 }]);
    expect(rowOf(failed).slice(5)).toEqual([
      1,
      "FAILED",
      "Nobody bought twice, so there is nothing to learn about repeat purchases.",
    ]);
    expect(call("BGFIT", column(1), column(5), column(3), null, null)).toContain(
      "#VALUE!: Row 1: x must be a whole number",
    );
    expect(call("BGFIT", column("x"), column(5), column(3), null, null)).toBe(
      '#VALUE!: Row 1 of x: "x" is not a number',
    );
    expect(call("BGFIT", column(1), column(1), column(3), -1, null)).toBe(
      "#VALUE!: penalty must be 0 or more",
    );
  });

  it("[FN9] BGFIT and GGFIT name their figures when asked to, and the header row does no harm", () => {
    const named = call("BGFIT", column(2, 1, 0), column(30, 2, 0), column(52, 52, 52), null, true);
    expect(Array.isArray(named) ? named[0] : named).toContain("Log-likelihood");
    const withHeader = [["r", "alpha", "a", "b"], ...cdnow];
    expect(call("PALIVE", withHeader, column(2), column(30.43), column(38.86))).toEqual([
      [expect.closeTo(0.7265786, 6)],
    ]);
    expect(call("PALIVE", column(...(cdnow[0] ?? [])), column(0), column(0), column(38.86))).toEqual([[1]]);
  });

  it("[FN4] PALIVE and EXPECTED answer row by row", () => {
    const rows = [column(2, "x", "", 3), column(30.43, 1, "", 50), column(38.86, 2, "", 40)];
    const problems = [
      ['#VALUE!: "x" is not a number'],
      ["#N/A: A value of this row is missing"],
      [expect.stringContaining("#VALUE!: Row 4: x must be a whole number")],
    ];
    expect(call("PALIVE", cdnow, ...rows)).toEqual([[expect.closeTo(0.7265786, 6)], ...problems]);
    expect(call("EXPECTED", cdnow, 39, ...rows)).toEqual([[expect.closeTo(1.226028, 6)], ...problems]);
    expect(call("EXPECTED", [[1, 2]], 39, ...rows)).toContain("#VALUE!: params must be the answer of a fit");
  });

  it("[S63] BTYD feeds the fits", () => {
    const answer = call(
      "BTYD",
      column("a", "a", "b"),
      column(100, 107, 100),
      column(5, 7, 1),
      121,
      null,
      false,
    );
    expect(answer).toEqual([
      ["a", 1, 1, 3, 7],
      ["b", 0, 0, 3, ""],
    ]);
    expect(call("BTYD", column("a"), column(100), column("?"), 121, "天", false)).toEqual([
      ["a", ...new Array(4).fill('#VALUE!: "?" is not a number')],
    ]);
  });

  it("[S63] GGFIT warns, GGSPEND draws towards the mean of all", () => {
    const few = rowOf(call("GGFIT", column(2, 1, 7, 4, 0), column(22, 12, 74, 35, ""), null, null));
    expect(few[5]).toBe(4);
    expect(String(few[7])).toContain("Only 4 customers");
    expect(call("GGSPEND", [[6.25, 3.74, 15.44]], column(2, 0, 1), column(20, "", ""))).toEqual([
      [expect.closeTo(22.73622047, 6)],
      [expect.closeTo(35.2189781, 6)],
      ["#VALUE!: A customer with repeat purchases needs a spend, and neither may be negative"],
    ]);
    expect(call("GGSPEND", [[6.25, 0.74, 15.44]], column(0), column(""))).toEqual([
      [expect.stringContaining("#N/A: Without repeat purchases there is no expected spend")],
    ]);
  });

  it("[S54] CLV takes one figure for all rows or one per row", () => {
    expect(call("CLV", 100, 0.8, 0.1, null, null, null, null)).toEqual([[expect.closeTo(266.6667, 4)]]);
    expect(call("CLV", column(100, 1000), column(0.8, 0.9), 0.1, null, "期初", 100, null)).toEqual([
      [expect.closeTo(266.6667, 4)],
      [expect.closeTo(5400, 4)],
    ]);
    expect(call("CLV", column(1, 1, ""), column(1, 2, 0.5), 0.1, null, null, null, 0.2)).toEqual([
      [expect.stringContaining("#VALUE!: Without a horizon the value has no end")],
      ["#VALUE!: retention must be from 0 to 1"],
      ["#N/A: A value of this row is missing"],
    ]);
    expect(call("CLV", 1, 0.5, 0.1, 1.5)).toBe("#VALUE!: horizon must be a whole number");
  });

  it("[S63] CLVPROB asks back when the discount looks like one per year", () => {
    const one = [column(2), column(30.43), column(38.86), column(22.35)];
    const args = [cdnow, [[6.25, 3.74, 15.44]], ...one];
    expect(call("CLVPROB", ...args, null, 0.12, null, null)).toContain(
      "#VALUE!: A discount of 0.12 per month?",
    );
    const [[year]] = call("CLVPROB", ...args, null, null, null, null) as [[number]];
    const [[half]] = call("CLVPROB", ...args, null, null, 0.5, null) as [[number]];
    expect(year).toBeCloseTo(36.3, 0);
    expect(half).toBeCloseTo(year / 2, 9);
  });
});
