import { dayOf, isoText } from "../../../src/core/calendar/days";
import { columnFacts, knownMark, knownOrder } from "../../../src/workbook/import/column-facts";
import { heldSource } from "../../../src/workbook/import/import-source";
import { readDay, type DateOrder } from "../../../src/workbook/import/national-dates";
import { readNumber, type DecimalMark } from "../../../src/workbook/import/national-numbers";

const factsOf = async (...cells: string[]) =>
  (await columnFacts(heldSource("file", [["Column"], ...cells.map((cell) => [cell])])))[0]!;

describe("numbers in national formats", () => {
  it.each<[string, DecimalMark | null, number | null]>([
    ["1234.5", null, 1234.5],
    ["1,234.56", null, 1234.56],
    ["1.234,56", null, 1234.56],
    ["1 234 567,8", null, 1234567.8],
    ["1'234'567.80", null, 1234567.8],
    ["12,34,567", null, 1234567],
    ["1.234.567", null, 1234567],
    ["0,123", null, 0.123],
    [".5", null, 0.5],
    ["1.234", null, null],
    ["1.234", ".", 1.234],
    ["1.234", ",", 1234],
    ["1,234", ".", 1234],
    ["1,234", ",", 1.234],
    ["$1,234.50", null, 1234.5],
    ["-$12", null, -12],
    ["€ 12,50", null, 12.5],
    ["12,50 EUR", null, 12.5],
    ["CHF 1'000.00", null, 1000],
    ["￥１２３４．５", null, 1234.5],
    ["（１２３）", null, -123],
    ["($1,234.00)", null, -1234],
    ["120-", null, -120],
    ["−7", null, -7],
    ["3.5万元", null, 35000],
    ["2亿", null, 200000000],
    ["12.3%", null, 0.123],
    ["1.5E3", null, 1500],
    ["12a", null, null],
    ["1.2.3", null, null],
    ["12-34", null, null],
    ["", null, null],
  ])("[WB3] %s with %s is %s", (text, mark, value) => expect(readNumber(text, mark)).toBe(value));

  it("[J2] a column that holds nothing but 1.234 or 1,234 asks; one clear cell answers for all", async () => {
    expect(knownMark(await factsOf("1.234", "5", "12.500"))).toBe("ask");
    expect(knownMark(await factsOf("1,234", "5"))).toBe("ask");
    expect(knownMark(await factsOf("1.234", "5,5"))).toBe(",");
    expect(knownMark(await factsOf("1.234", "1.234.567"))).toBe(",");
    expect(knownMark(await factsOf("1.234", "5,5", "6.5"))).toBe("ask");
    expect(knownMark(await factsOf("1234", "56.7"))).toBeNull();
  });
});

describe("dates in national formats", () => {
  it.each<[string, DateOrder | null, string | null]>([
    ["2026-03-04", null, "2026-03-04"],
    ["2026/3/4", null, "2026-03-04"],
    ["2026-03-04T23:59:59.000Z", null, "2026-03-04"],
    ["2026/3/4 上午10:30:00", null, "2026-03-04"],
    ["2026年3月4日", null, "2026-03-04"],
    ["２０２６年３月４日", null, "2026-03-04"],
    ["20260304", null, "2026-03-04"],
    ["46085", null, "2026-03-04"],
    ["04.03.2026", null, "2026-03-04"],
    ["4.3.26", null, "2026-03-04"],
    ["13/03/2026", null, "2026-03-13"],
    ["03/13/2026 10:30 AM", null, "2026-03-13"],
    ["03/04/2026", null, null],
    ["03/04/2026", "dmy", "2026-04-03"],
    ["03/04/2026", "mdy", "2026-03-04"],
    ["26/03/04", "ymd", "2026-03-04"],
    ["03/03/2026", null, "2026-03-03"],
    ["4 Mar 2026", null, "2026-03-04"],
    ["Mar 4, 2026", null, "2026-03-04"],
    ["Wed, 4 March 2026", null, "2026-03-04"],
    ["4. März 2026", null, "2026-03-04"],
    ["4-Mar-99", null, "1999-03-04"],
    ["4 février 2026", null, "2026-02-04"],
    ["2026", null, null],
    ["31/02/2026", null, null],
    ["2026-02-30", null, null],
    ["soon", null, null],
  ])("[WB3] %s with %s is %s", (text, order, iso) => {
    const day = readDay(text, order);
    expect(day === null ? null : isoText(day)).toBe(iso);
  });

  it("[J2] a column where 03/04/2026 never has a day over 12 asks; one such day answers for all", async () => {
    expect(knownOrder(await factsOf("03/04/2026", "05/06/2026"))).toBe("ask");
    expect(knownOrder(await factsOf("03/04/2026", "25/06/2026"))).toBe("dmy");
    expect(knownOrder(await factsOf("03/04/2026", "06/25/2026"))).toBe("mdy");
    expect(knownOrder(await factsOf("03/25/2026", "25/06/2026"))).toBe("ask");
    expect(knownOrder(await factsOf("2026-03-04", "04.05.2026"))).toBeNull();
    expect((await factsOf("03/04/2026", "05/06/2026")).openDates).toEqual(["03/04/2026", "05/06/2026"]);
  });

  it("[WB7] a serial is a day of the 1900 system", () =>
    expect(readDay("35921", null)).toBe(dayOf(1998, 5, 6)));
});
