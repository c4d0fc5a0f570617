import { readFileSync } from "node:fs";
import fc from "fast-check";
import { lunarYearCodes, simplifiedPairs } from "../../scripts/generated-tables";
import { dayOf, isoText } from "../../src/core/calendar/days";
import { nextLunarBirthday, nextSolarBirthday } from "../../src/core/lunar/birthdays";
import { festivalsOf } from "../../src/core/lunar/festivals";
import { dayOfLunar, lunarDateOf, lunarText, monthsOf } from "../../src/core/lunar/lunar-dates";

const lunar = (year: number, month: number, day: number, leap = false) => ({ year, month, day, leap });
const textOf = (day: number | null) => (day === null ? null : isoText(day));

function following(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

describe("lunar calendar", () => {
  it("[S70] gives the reference days", () => {
    expect(lunarDateOf(dayOf(2026, 2, 17))).toEqual(lunar(2026, 1, 1));
    expect(lunarDateOf(dayOf(2026, 6, 19))).toEqual(lunar(2026, 5, 5));
    expect(lunarDateOf(dayOf(2026, 9, 25))).toEqual(lunar(2026, 8, 15));
    expect(lunarDateOf(dayOf(2025, 7, 25))).toEqual(lunar(2025, 6, 1, true));
    expect(lunarDateOf(dayOf(2033, 12, 22))).toEqual(lunar(2033, 11, 1, true));
    for (const [year, month] of [
      [2025, 6],
      [2028, 5],
      [2031, 3],
      [2033, 11],
    ] as const) {
      expect(monthsOf(year).filter(({ leap }) => leap)).toMatchObject([{ month }]);
    }
  });

  it("[S70] agrees with the calendar of ICU on every day from 1950 to 2050, but where its new moon misses midnight", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-chinese", {
      timeZone: "UTC",
      month: "numeric",
      day: "numeric",
    });
    const wrong: string[] = [];
    for (let day = dayOf(1950, 1, 1); day <= dayOf(2050, 12, 31); day += 1) {
      const parts = format.formatToParts((day - 25_569) * 86_400_000);
      const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
      const found = lunarDateOf(day);
      const written = `${found?.month}${found?.leap ? "bis" : ""}/${found?.day}`;
      if (written !== `${part("month")}/${part("day")}`) wrong.push(isoText(day).slice(0, 7));
    }
    // New moons within minutes of midnight in Beijing, where ICU begins the month a day early or late.
    const close = "1954-02 1955-02 1987-07 1999-01 2012-08 2018-11 2027-02 2030-02".split(" ");
    const withNext = close.flatMap((month) => [month, following(month), following(following(month))]);
    expect([...new Set(wrong)].filter((month) => !withNext.includes(month))).toEqual([]);
    expect(wrong.length).toBeLessThan(300);
  });

  it("[S70] begins those months as the observatories do", () => {
    expect(lunarDateOf(dayOf(1954, 2, 3))).toEqual(lunar(1954, 1, 1));
    expect(lunarDateOf(dayOf(2012, 8, 17))).toEqual(lunar(2012, 7, 1));
    expect(lunarDateOf(dayOf(2018, 11, 8))).toEqual(lunar(2018, 10, 1));
    expect(lunarDateOf(dayOf(2030, 2, 3))).toEqual(lunar(2030, 1, 1));
  });

  it("[S70] is the table of its library, and so are the simplified characters", () => {
    const table = readFileSync("src/core/lunar/lunar-years.ts", "utf8");
    expect(table).toContain(
      `"${lunarYearCodes()
        .map((code) => code.toString(36))
        .join(" ")}"`,
    );
    const characters = readFileSync("src/core/names/simplified-characters.ts", "utf8");
    expect(characters).toContain(
      `"${simplifiedPairs()
        .map(([, simplified]) => simplified)
        .join("")}"`,
    );
  });

  it("[S70] goes there and back for every day of 200 years; outside it knows nothing", () => {
    const first = dayOf(1900, 1, 31);
    const last = dayOf(2101, 1, 28);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const found = lunarDateOf(day);
        expect(found && dayOfLunar(found)).toBe(day);
      }),
    );
    expect(lunarDateOf(first)).toEqual(lunar(1900, 1, 1));
    expect(lunarDateOf(last)).toEqual(lunar(2100, 12, 29));
    expect([lunarDateOf(first - 1), lunarDateOf(last + 1)]).toEqual([null, null]);
    expect(dayOfLunar(lunar(2026, 6, 1, true))).toBeNull();
    expect(dayOfLunar(lunar(2101, 1, 1))).toBeNull();
    expect(dayOfLunar(lunar(2026, 1, 31))).toBeNull();
  });

  it("[S70] writes dates as they are written", () => {
    const texts = [
      lunar(2026, 1, 1),
      lunar(2025, 6, 10, true),
      lunar(2026, 11, 20),
      lunar(2026, 12, 30),
      lunar(2026, 8, 15),
      lunar(2026, 9, 29),
    ];
    expect(texts.map(lunarText)).toEqual([
      "二〇二六年正月初一",
      "二〇二五年闰六月初十",
      "二〇二六年冬月二十",
      "二〇二六年腊月三十",
      "二〇二六年八月十五",
      "二〇二六年九月廿九",
    ]);
  });
});

describe("birthdays", () => {
  const solar = (year: number | null, month: number, date: number) => ({ year, month, date, leap: false });

  it("[S70] solar: 29 February falls on the 28th in common years; today counts", () => {
    const next = (birth: ReturnType<typeof solar>, asOf: number) => {
      const { day, age } = nextSolarBirthday(birth, asOf);
      return [isoText(day), age];
    };
    expect(next(solar(2000, 2, 29), dayOf(2026, 1, 1))).toEqual(["2026-02-28", 26]);
    expect(next(solar(2000, 2, 29), dayOf(2028, 1, 1))).toEqual(["2028-02-29", 28]);
    expect(next(solar(null, 5, 6), dayOf(2026, 5, 6))).toEqual(["2026-05-06", null]);
    expect(next(solar(1980, 5, 6), dayOf(2026, 5, 7))).toEqual(["2027-05-06", 47]);
  });

  it("[S70] lunar: day 30 in a short month falls on the 29th, leap months on themselves or the ordinary one", () => {
    const next = (month: number, date: number, leap: boolean, asOf: number) =>
      textOf(nextLunarBirthday({ year: 1970, month, date, leap }, asOf)?.day ?? null);
    expect(next(8, 15, false, dayOf(2026, 5, 1))).toBe("2026-09-25");
    expect(next(6, 1, true, dayOf(2025, 7, 1))).toBe("2025-07-25");
    expect(next(6, 1, true, dayOf(2026, 5, 1))).toBe(textOf(dayOfLunar(lunar(2026, 6, 1))));
    const short = monthsOf(2026).find(({ length }) => length === 29)?.month ?? 0;
    expect(next(short, 30, false, dayOf(2026, 2, 17))).toBe(textOf(dayOfLunar(lunar(2026, short, 29))));
    expect(next(12, 29, false, dayOf(2101, 1, 29))).toBeNull();
  });

  it("[S70] a birthday is never in the past and never more than thirteen months away", () => {
    const asOf = fc.integer({ min: dayOf(1910, 1, 1), max: dayOf(2099, 1, 1) });
    fc.assert(
      fc.property(
        asOf,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (day, month, date, leap) => {
          const found = nextLunarBirthday({ year: null, month, date, leap }, day);
          expect(found?.day).toBeGreaterThanOrEqual(day);
          expect(found?.day).toBeLessThanOrEqual(day + 385 + 30);
        },
      ),
    );
  });
});

describe("festivals", () => {
  it("[S69] of 2026, by rule", () => {
    const found = festivalsOf(2026)?.map(({ day, code }) => `${isoText(day).slice(5)} ${code}`);
    expect(found).toEqual([
      "01-01 NEWYEAR",
      "01-26 LABA",
      "02-14 VALENTINE",
      "02-16 EVE",
      "02-17 SPRING",
      "03-03 LANTERN",
      "03-08 WOMEN",
      "04-05 QINGMING",
      "05-01 LABOUR",
      "06-01 CHILDREN",
      "06-19 DRAGONBOAT",
      "08-19 QIXI",
      "08-27 ZHONGYUAN",
      "09-10 TEACHERS",
      "09-25 MIDAUTUMN",
      "10-01 NATIONAL",
      "10-18 DOUBLENINTH",
      "12-25 CHRISTMAS",
    ]);
    expect(festivalsOf(1900)).toBeNull();
    for (let year = 1901; year <= 2100; year += 1) {
      expect(festivalsOf(year)?.filter(({ code }) => code === "EVE")).toHaveLength(1);
    }
  });
});
