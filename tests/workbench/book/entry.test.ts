import { displayText } from "../../../workbench/book/cells/display-text";
import { parseEntry, parseTyped } from "../../../workbench/book/cells/entry";

const year = new Date().getFullYear();

/** What the cell shows once it was entered into a cell without a number format; text in quotes. */
function shown(entry: string, culture: string): string {
  const settings = { culture, date1904: false };
  const parsed = parseEntry(entry, "General", settings);
  if (parsed.kind !== "value") return parsed.kind;
  return typeof parsed.value === "number"
    ? displayText(parsed.value, parsed.format ?? "General", settings)
    : `"${parsed.value}"`;
}

describe("parseEntry", () => {
  it.each([
    ["3/14", "14-Mar", "3月14日", "14. März"],
    ["11/22", "22-Nov", "11月22日", "22. Nov."],
    ["2026-11-22", "11/22/2026", "2026/11/22", "22.11.2026"],
    ["22/11/2026", '"22/11/2026"', '"22/11/2026"', "22.11.2026"],
    ["22.11.2026", '"22.11.2026"', '"22.11.2026"', "22.11.2026"],
    ["3月14日", '"3月14日"', "3月14日", '"3月14日"'],
    ["2026年3月", '"2026年3月"', "2026年3月", '"2026年3月"'],
    ["50%", "50%", "50%", "50%"],
    ["1,234.50", "1,234.50", "1,234.50", '"1,234.50"'],
    ["1.234,50", '"1.234,50"', '"1.234,50"', "1.234,50"],
    ["¥1,200", "¥1,200", "¥1,200", "¥1,20"],
    ["'0012", '"0012"', '"0012"', '"0012"'],
    ["0012", "12", "12", "12"],
    ["1 1/2", "1 1/2", "1 1/2", "1 1/2"],
  ])("[HO41] reads %s by the number settings: %s, %s, %s", (entry, english, chinese, german) => {
    expect(["en-US", "zh-CN", "de-DE"].map((culture) => shown(entry, culture))).toEqual([
      english,
      chinese,
      german,
    ]);
  });

  it("[HO41] takes a month and a day for a day of this year", () => {
    const settings = { culture: "en-US", date1904: false };
    const day = parseEntry(`3/14/${year}`, "General", settings);
    expect(parseEntry("Mar 14", "General", settings)).toEqual({ ...day, format: "d-mmm" });
  });

  it("[HO41] keeps the number format a cell has", () => {
    const settings = { culture: "en-US", date1904: false };
    expect(parseEntry("2026-11-22", "yyyy-mm-dd", settings)).not.toHaveProperty("format");
  });
});

describe("parseTyped", () => {
  it("[HO41] takes what is typed into a cell of percents for percents, and what an add-in writes for a share", () => {
    const settings = { culture: "en-US", date1904: false };
    expect(parseTyped("12", "0%", settings)).toMatchObject({ value: 0.12 });
    expect(parseTyped("12%", "0%", settings)).toMatchObject({ value: 0.12 });
    expect(parseTyped("0.12", "0%", settings)).toMatchObject({ value: 0.12 });
    expect(parseTyped("12", '0"%"', settings)).toMatchObject({ value: 12 });
    expect(parseEntry("12", "0%", settings)).toMatchObject({ value: 12 });
  });
});
