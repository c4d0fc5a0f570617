import fc from "fast-check";
import { dateOf, dayFromIso, dayOf, edate, isoText, weekday } from "../../src/core/calendar/days";
import { fnv1a, jitterOf } from "../../src/core/calendar/jitter";
import { WorkingDays } from "../../src/core/calendar/working-days";

const day = (text: string): number => dayFromIso(text) ?? NaN;
const anyDay = fc.integer({ min: day("1905-01-01"), max: day("2200-12-31") });

describe("calendar", () => {
  it("[WB7] counts days as Excel's 1900 system does from 1 March 1900 on", () => {
    expect(dayOf(1900, 3, 1)).toBe(61);
    expect(dayOf(1998, 5, 6)).toBe(35_921);
    expect(dayOf(2026, 11, 21)).toBe(46_347);
  });

  it("[WB7] turns a day into its date and back", () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const { year, month, date } = dateOf(any);
        expect(dayOf(year, month, date)).toBe(any);
        expect(dayFromIso(isoText(any))).toBe(any);
      }),
    );
  });

  it("[WB7] knows no 30 February and no other spelling of a date", () => {
    expect(dayFromIso("1999-02-30")).toBeNull();
    expect(dayFromIso("1999-2-3")).toBeNull();
    expect(dayFromIso("")).toBeNull();
  });

  it.each([
    ["1998-12-31", 2, "1999-02-28"],
    ["1998-05-06", -12, "1997-05-06"],
    ["2000-02-29", -12, "1999-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
  ])("[CA1] EDATE(%s, %i) is %s", (from, months, to) => {
    expect(isoText(edate(day(from), months))).toBe(to);
  });

  it("[CA1] EDATE keeps the date or takes the month's last", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (any, months) => {
        const before = dateOf(any);
        const after = dateOf(edate(any, months));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.date).toBeLessThanOrEqual(before.date);
        if (after.date < before.date) expect(dateOf(edate(any, months) + 1).date).toBe(1);
      }),
    );
  });

  it("[CA2] knows the weekday", () => {
    expect(weekday(day("2026-11-22"))).toBe(0);
    expect(weekday(day("2026-11-21"))).toBe(6);
    expect(weekday(day("1998-05-06"))).toBe(3);
  });

  it("[CA2] works Monday to Friday, not on holidays, but on make-up days", () => {
    const working = new WorkingDays([
      { date: day("2026-10-01"), kind: "holiday" },
      { date: day("2026-10-10"), kind: "workday" },
    ]);
    expect(working.includes(day("2026-09-30"))).toBe(true);
    expect(working.includes(day("2026-10-01"))).toBe(false);
    expect(working.includes(day("2026-10-03"))).toBe(false);
    expect(working.includes(day("2026-10-10"))).toBe(true);
    expect(working.firstFrom(day("2026-10-01"))).toBe(day("2026-10-02"));
    expect(working.lastBetween(day("2026-10-03"), day("2026-10-04"))).toBeNull();
    expect(working.lastBetween(day("2026-10-01"), day("2026-10-04"))).toBe(day("2026-10-02"));
  });

  it("[CA2] gives up on a calendar without working days and keeps the day asked for", () => {
    const always = Array.from({ length: 500 }, (_, index) => ({ date: index, kind: "holiday" as const }));
    expect(new WorkingDays(always).firstFrom(10)).toBe(10);
  });

  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("[CA3] FNV-1a of %j is the published value", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  it("[CA3] hashes the UTF-8 bytes of Chinese ids and of characters beyond the first plane", () => {
    expect(fnv1a("客户")).toBe(bytesHash(new TextEncoder().encode("客户")));
    expect(fnv1a("é𠮷")).toBe(bytesHash(new TextEncoder().encode("é𠮷")));
  });

  it("[CA3] shifts MEREP by +4 and SEVES by −7 days", () => {
    expect(jitterOf("MEREP", day("1997-10-30"), 7)).toBe(4);
    expect(jitterOf("SEVES", day("1998-02-04"), 7)).toBe(-7);
    expect(jitterOf("SEVES", day("1998-02-04"), 0)).toBe(0);
  });

  it("[CA3] never shifts beyond the span", () => {
    fc.assert(
      fc.property(fc.string(), anyDay, fc.integer({ min: 0, max: 30 }), (account, base, span) => {
        expect(Math.abs(jitterOf(account, base, span))).toBeLessThanOrEqual(span);
      }),
    );
  });
});

/** FNV-1a by 64-bit integers, apart from the tested arithmetic. */
function bytesHash(bytes: Uint8Array): number {
  let hash = 0x811c9dc5n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
  return Number(hash);
}
