import { call, errorValue } from "./custom-functions-global";
import "../../src/functions/index";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe("portfolio functions", () => {
  it("[FN9] PARETO names its columns unless told not to, and answers in the order of the input", () => {
    expect(call("PARETO", column(5, 80, 15), null, null, null, null)).toEqual([
      ["Rank", "Value", "Share", "Cumulative", "Class"],
      [3, 5, 0.05, 1, "C"],
      [1, 80, 0.8, 0.8, "A"],
      [2, 15, 0.15, 0.95, "B"],
    ]);
    expect(call("PARETO", column(5, "x", null), null, null, null, false)).toEqual([
      [1, 5, 1, 1, "A"],
      new Array(5).fill('#VALUE!: "x" is not a number'),
      new Array(5).fill("#N/A: A value of this row is missing"),
    ]);
    const named = call("PARETO", column(5, "x", 5, 10), column("b", "z", "a", "c"), null, null, false);
    expect([named].flat().filter((_, row) => row !== 1)).toEqual([
      [2, 5, 0.25, 1, "A"],
      [2, 5, 0.25, 0.75, "A"],
      [1, 10, 0.5, 0.5, "A"],
    ]);
    expect(call("PARETO", column(1), null, 0.9, 0.8, null)).toBe("#VALUE!: cutA must not be above cutB");
    expect(call("PARETO", column(1), null, 2, null, null)).toBe("#VALUE!: cutA must be from 0 to 1");
  });

  it("[FN4] SEGMENT and CLASSIFY leave rows without a figure out of the classes", () => {
    expect(call("SEGMENT", column(9, "", 1, 5, 4), 0.25, 0.25, null)).toEqual(
      column("CORE", "#N/A: A value of this row is missing", "EXIT", "KEEP", "KEEP"),
    );
    expect(call("SEGMENT", column(9, 1, 5, 4), 0.25, 0.25, "亏损")).toEqual(
      column("CORE", "KEEP", "KEEP", "KEEP"),
    );
    expect(call("CLASSIFY", column(10, 50, 1), [[10, 50]])).toEqual(column("MEDIUM", "HIGH", "LOW"));
    expect(call("CLASSIFY", column(1, 2, 3), null)).toEqual(column("LOW", "MEDIUM", "HIGH"));
    expect(call("CLASSIFY", column(1), [[1, 2, 3]])).toBe("#VALUE!: cuts must have 2 cells, like the data");
  });

  it("[S47] ENDS lists both ends and shows rows it could not read", () => {
    expect(call("ENDS", column("a", "b", "c"), column(9, 5, "x"), column(1, 7, 2), 1, false)).toEqual([
      ["a", "VALUE", 9, 1],
      ["b", "RISK", 5, 7],
      ["c", ...new Array(3).fill('#VALUE!: "x" is not a number')],
    ]);
    expect(call("ENDS", column("a"), column(0), column(0), null, null)).toContain(
      "#N/A: Nothing stands at either end",
    );
  });

  it("[S07] SCREEN says what failed first", () => {
    const metrics = [
      [500, 3],
      ["", 5],
      [errorValue("#N/A"), 1],
    ];
    expect(call("SCREEN", metrics, [[100, 2]], null, null, false)).toEqual([
      [true, 2, ""],
      [false, 1, 1],
      new Array(3).fill("#VALUE!: A cell of this row holds an error"),
    ]);
    expect(call("SCREEN", metrics, [[100]], null, null, null)).toBe(
      "#VALUE!: minimum must have 2 cells, like the data",
    );
  });

  it("[FN10] MATRIX answers codes, or the words given as a picture", () => {
    const [x, y] = [column(1, 9, 1, 9), column(1, 1, 9, 9)];
    expect(call("MATRIX", x, y, 5, 5, null)).toEqual(column("LL", "HL", "LH", "HH"));
    const words = [
      ["top left", "top right"],
      ["bottom left", "bottom right"],
    ];
    expect(call("MATRIX", x, y, null, null, words)).toEqual(
      column("bottom left", "bottom right", "top left", "top right"),
    );
    expect(call("MATRIX", x, y, null, null, [["a"]])).toContain("#VALUE!: labels must be 2 rows of 2 cells");
  });

  it("[S51] TIMEPLAN takes one floor for all, and says when the hours do not fit", () => {
    expect(call("TIMEPLAN", column(3, 1), 8, null, null)).toEqual(column(6, 2));
    expect(call("TIMEPLAN", column(3, 1), 8, column(3), null)).toEqual(column(5, 3));
    expect(call("TIMEPLAN", column(3, 1), 8, 5, null)).toContain("#VALUE!: 8 hours do not fit");
    expect(call("TIMEPLAN", column(3, null), 8, null, 20)).toEqual([
      [8],
      ["#N/A: A value of this row is missing"],
    ]);
  });

  it("[S48] PROMODEP divides promotion revenue by revenue", () => {
    const ids = column("a", "a", "b", "c");
    expect(
      call("PROMODEP", ids, column(300, 100, 80, "x"), column(true, "", 0, 1), column("a", "b", "c", "d")),
    ).toEqual(column(0.75, 0, '#VALUE!: "x" is not a number', "#N/A: No revenue to divide by"));
  });

  it("[S09] WHATIF draws the grid with its edges", () => {
    const values = column(70, 63, 66);
    const current = column("IMPORTANT", "IMPORTANT", "一般");
    expect(call("WHATIF", values, column(1, 2, 3), column(65, 60), [[0, 3]], "moves", current)).toEqual([
      ["", 0, 3],
      [65, 2, 0],
      [60, 1, 1],
    ]);
    expect(call("WHATIF", values, column(1, 2, 3), 65, null, null, null)).toEqual([
      ["", 0],
      [65, 2],
    ]);
    expect(call("WHATIF", values, column(1, 2, 3), 65, null, "moves", null)).toContain(
      '#VALUE!: "moves" needs current',
    );
    expect(call("WHATIF", column("x"), column(1), 65, null, null, null)).toContain("#VALUE!: Row 1 holds");
  });

  it("[S59] RFM gives an account with a bad row its error and all others their figures", () => {
    const rows: [string, unknown, unknown][] = [
      ["a", 35_900, 10],
      ["b", "1998-05-06", 10],
      ["c", 35_910, 5],
      ["", 35_910, 5],
      ["c", null, 7],
    ];
    const answer = call(
      "RFM",
      ...[0, 1, 2].map((at) => rows.map((row) => [row[at]])),
      35_921,
      null,
      null,
      null,
      false,
    );
    expect(answer).toEqual([
      ["a", 21, 1, 10, 2, 3, 4, "234", "ATRISK"],
      ["c", 11, 1, 5, 4, 3, 2, "432", "LOYAL"],
      [
        "b",
        ...new Array(8).fill(
          '#VALUE!: "1998-05-06" is no date. Enter it as a date, or turn the text into one with DATEVALUE',
        ),
      ],
    ]);
    const none = call("RFM", column("a"), column(35_999), column(1), 35_921, null, null, null, null);
    expect(none).toBe("#N/A: No purchase falls into the window up to the as-of day");
    expect(call("RFM", column("a"), column(1, 2), column(1), 35_921)).toContain(
      "#VALUE!: dates must have 1 cells",
    );
    expect(call("RFM", column("a"), column(1), column(1), "today")).toBe(
      "#VALUE!: asOf must be a date, as Excel stores it",
    );
  });
});
