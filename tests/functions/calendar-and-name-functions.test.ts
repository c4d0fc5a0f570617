import { version } from "../../package.json";
import { dayOf } from "../../src/core/calendar/days";
import { call } from "./custom-functions-global";
import "../../src/functions/index";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe("calendar functions", () => {
  it("[S70] LUNARDATE and SOLARDATE go there and back, and end where the table does", () => {
    expect(call("LUNARDATE", dayOf(2025, 7, 25), null)).toEqual([[2025, 6, true, 1, "二〇二五年闰六月初一"]]);
    expect(call("SOLARDATE", 2025, 6, 1, true)).toBe(dayOf(2025, 7, 25));
    expect(call("SOLARDATE", 2026, 5, 5, null)).toBe(dayOf(2026, 6, 19));
    expect(call("LUNARDATE", 10, null)).toContain("#N/A: The lunar calendar is known from");
    expect(call("SOLARDATE", 2026, 6, 1, true)).toContain("#N/A: The lunar calendar has no such date");
    expect(call("SOLARDATE", 2026, 13, 1, null)).toBe("#VALUE!: month must be from 1 to 12");
    expect(call("LUNARDATE", "2026-02-17", null)).toBe("#VALUE!: date must be a date, as Excel stores it");
  });

  it("[S70] BIRTHDAY reads a date, a month and day, or a written date, in either calendar", () => {
    const asOf = dayOf(2026, 5, 1);
    expect(call("BIRTHDAY", dayOf(1970, 5, 3), asOf, null, null, null)).toEqual([[dayOf(2026, 5, 3), 2, 56]]);
    expect(call("BIRTHDAY", "5-3", asOf, null, null, true)).toEqual([
      ["Date", "Days", "Age"],
      [dayOf(2026, 5, 3), 2, ""],
    ]);
    expect(call("BIRTHDAY", "1970年8月15日", asOf, "农历", null, null)).toEqual([
      [dayOf(2026, 9, 25), 147, 56],
    ]);
    // Born on the day of lunar 8/15 of 1970, given as the solar date.
    expect(call("BIRTHDAY", dayOf(1970, 9, 15), asOf, "lunar", null, null)).toEqual([
      [dayOf(2026, 9, 25), 147, 56],
    ]);
    expect(call("BIRTHDAY", "6/1", dayOf(2025, 7, 1), "lunar", true, null)).toEqual([
      [dayOf(2025, 7, 25), 24, ""],
    ]);
    for (const blank of [null, "", 0])
      expect(call("BIRTHDAY", blank, asOf, null, null, null)).toBe("#N/A: No birthday is given");
    for (const wrong of ["2-30", "13-1", "May 3"]) {
      expect(call("BIRTHDAY", wrong, asOf, null, null, null)).toContain("#VALUE!: A birthday is a date");
    }
  });

  it("[S69] HOLIDAYS lists festivals with codes and names", () => {
    const rows = call("HOLIDAYS", 2026, null);
    expect(rows).toContainEqual(["Date", "Code", "Festival"]);
    expect(rows).toContainEqual([dayOf(2026, 2, 17), "SPRING", "Spring Festival"]);
    expect(call("HOLIDAYS", 2200, null)).toContain("#N/A: Festivals are known for");
  });
});

describe("name functions", () => {
  it("[S35] NORMNAME and CHECKID answer row by row", () => {
    expect(call("NORMNAME", column("臺北貿易有限公司", "", "A. B. Ltd."))).toEqual(
      column("台北贸易", "#N/A: A value of this row is missing", "a b"),
    );
    expect(call("NORMNAME", "ACME Inc.")).toEqual([["acme"]]);
    expect(call("CHECKID", column("91350100M000100Y43", 5, null))).toEqual(
      column(true, false, "#N/A: A value of this row is missing"),
    );
  });

  it("[S35] DEDUPE says why, and when there is nothing", () => {
    expect(call("DEDUPE", column("a", "b"), column("Acme Ltd", "ACME"), null, null, null, false)).toEqual([
      ["a", "b", 1, "NAME"],
    ]);
    expect(call("DEDUPE", column("a", "b"), column("Acme", "Zeta"), null, null, null, null)).toBe(
      "#N/A: No duplicates found",
    );
    expect(call("DEDUPE", column("a"), column("x"), null, null, 2, null)).toBe(
      "#VALUE!: threshold must be from 0.5 to 1",
    );
  });

  it("[S131] VERSION is the released version", () => {
    expect(call("VERSION")).toBe(version);
  });
});
