/**
 * Writes the two tables that functions carry from the libraries that know them: `npx tsx scripts/generated-tables.ts`.
 * The libraries themselves weigh ten times as much as what is needed of them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LunarYear, SolarTerm } from "tyme4ts";

const core = path.resolve(__dirname, "../src/core");

/** Lunar years 1900–2100 as numbers: month lengths (13 bits, 1 = 30 days), leap month (4), day of Qingming in April (4). */
export function lunarYearCodes(): number[] {
  return Array.from({ length: 201 }, (_, index) => {
    const year = LunarYear.fromYear(1900 + index);
    const lengths = year
      .getMonths()
      .reduce((bits, month, at) => bits | (Number(month.getDayCount() === 30) << at), 0);
    const qingming = SolarTerm.fromName(1900 + index, "清明")
      .getJulianDay()
      .getSolarDay()
      .getDay();
    return lengths | (year.getLeapMonth() << 13) | (qingming << 17);
  });
}

/** Traditional characters with one simplified form, by code point. */
export function simplifiedPairs(): [string, string][] {
  const file = require.resolve("opencc-js/t2cn").replace(/dist.*/, "dist/esm-lib/dict/TSCharacters.js");
  const text = /"(.*)"/s.exec(readFileSync(file, "utf8"))?.[1] ?? "";
  return text
    .split("|")
    .map((entry): [string, string] => {
      const [from = "", to = ""] = entry.split(" ");
      return [from, to];
    })
    .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to)
    .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
}

function lunarFile(): string {
  const codes = lunarYearCodes().map((code) => code.toString(36));
  return `/** Written by scripts/generated-tables.ts from tyme4ts (MIT): lunar years 1900–2100, see there for the bits. */
export const lunarYearCodes =
  "${codes.join(" ")}";
`;
}

function characterFile(): string {
  const pairs = simplifiedPairs();
  let last = 0;
  const gaps = pairs.map(([from]) => {
    const gap = from.charCodeAt(0) - last;
    last = from.charCodeAt(0);
    return gap.toString(36);
  });
  return `/**
 * Written by scripts/generated-tables.ts from OpenCC's character table (opencc-js, Apache-2.0): the gaps between the code
 * points of traditional characters, and the simplified form of each.
 */
export const traditionalGaps =
  "${gaps.join(" ")}";
export const simplifiedForms =
  "${pairs.map(([, to]) => to).join("")}";
`;
}

if (process.argv[1] === __filename) {
  writeFileSync(path.join(core, "lunar/lunar-years.ts"), lunarFile());
  writeFileSync(path.join(core, "names/simplified-characters.ts"), characterFile());
}
