import fc from "fast-check";
import { isCreditCode } from "../../src/core/names/credit-code";
import { findDuplicates } from "../../src/core/names/duplicates";
import { comparisonOf, jaroWinkler } from "../../src/core/names/jaro-winkler";
import { neighbours, pairsToCompare } from "../../src/core/names/name-blocks";
import { normaliseName, simplifiedText } from "../../src/core/names/normalise-name";

const account = (id: string, name: string, taxId = "", phone = "") => ({ id, name, taxId, phone });

describe("names", () => {
  it.each([
    ["微软（中国）有限公司", "微软中国"],
    ["臺灣積體電路製造股份有限公司", "台湾积体电路制造"],
    ["上海　华为 技术有限责任公司", "上海华为技术"],
    ["Ernst Handel GmbH", "ernst handel"],
    ["ＡＣＭＥ Co., Ltd.", "acme"],
    ["Société A.B.C. S.A.R.L.", "société abc"],
    ["O’Neil & Sons, Inc.", "oneil sons"],
    ["Ltd", "ltd"],
    ["有限公司", "有限公司"],
    ["", ""],
  ])("[S35] %j is compared as %j", (name, normalised) => {
    expect(normaliseName(name)).toBe(normalised);
    expect(normaliseName(normalised)).toBe(normalised);
  });

  it("[S35] simplifies traditional characters and leaves all others alone", () => {
    expect(simplifiedText("國際貿易與運輸 ABC にほん")).toBe("国际贸易与运输 ABC にほん");
  });

  it("[S35] Jaro–Winkler gives the published values, is symmetric and within 0 and 1", () => {
    expect(jaroWinkler("martha", "marhta")).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler("dwayne", "duane")).toBeCloseTo(0.84, 4);
    expect(jaroWinkler("dixon", "dicksonx")).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler("a", "b")).toBe(0);
    expect(jaroWinkler("", "")).toBe(0);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const score = jaroWinkler(one, other);
        expect(score).toBeCloseTo(jaroWinkler(other, one), 2);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("[S35] finds equal tax ids and phones first, then names alike; each pair once", () => {
    const accounts = [
      account("b", "上海華為技術有限公司", "91350100M000100Y43"),
      account("a", "上海华为技术股份有限公司", "", "021-6437 0000"),
      account("c", "Something else", "91350100m000100y43 ", "+86 21 6437 0000"),
      account("d", "Around the Horn"),
      account("e", "Arround the Horn Ltd"),
      account("f", "", "", "123"),
      account("g", "", "", "123"),
    ];
    expect(
      findDuplicates(accounts, 0.92)?.map(({ id, other, reason }) => `${id} ${other} ${reason}`),
    ).toEqual(["a b NAME", "a c PHONE", "b c TAXID", "d e NAME"]);
  });

  it("[S35] 10,000 names take a moment, not the square of one", () => {
    const cities = ["上海", "北京", "深圳", "广州", "杭州"];
    const trades = ["贸易", "科技", "物流", "电子", "实业"];
    const random = generator(11);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
    const letter = () => String.fromCharCode(0x4e00 + Math.floor(random() * 3_000));
    const names = Array.from(
      { length: 10_000 },
      () => `${pick(cities)}${letter()}${letter()}${pick(trades)}有限公司`,
    );
    names[9_999] = (names[0] ?? "").replace("有限公司", "股份有限公司");
    const started = performance.now();
    const found = findDuplicates(
      names.map((name, index) => account(`A${index}`, name)),
      0.92,
    );
    // Generous on a busy machine; comparing all pairs takes a hundred times as long.
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(found?.some(({ id, other }) => id === "A0" && other === "A9999")).toBe(true);
  });

  it("[S35] a comparison that may stop early gives the same score, or one below what is asked for", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "c", "华", " "), maxLength: 14 });
    const least = fc.constantFrom(0, 0.5, 0.8, 0.92, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 6 }), least, (pairs, threshold) => {
        const similarity = comparisonOf(14, threshold);
        for (const [one, other] of pairs) {
          const score = jaroWinkler(one, other);
          if (score >= threshold) expect(similarity(one, other)).toBe(score);
          else expect(similarity(one, other)).toBeLessThan(threshold);
        }
      }),
    );
  });

  it.each([
    ["begin alike", (row: number) => `international ${(row * 7_919) % 10_007}`, 2],
    ["end alike", (row: number) => `${(row * 7_919) % 10_007} international`, 2],
    ["are made of a few words", genericName, 2],
    [
      "share each word with some",
      (row: number) => [3, 5, 7].map((by) => `word${by}x${(row * by) % 250}`).join(" "),
      5,
    ],
  ])("[S35] 10,000 names that %s are compared with a bounded number of others each", (_, nameOf, blocks) => {
    const names = (count: number) => [...new Set(Array.from({ length: count }, (__, row) => nameOf(row)))];
    const [half, all] = [names(5_000), names(10_000)];
    const pairs = pairsToCompare(all);
    expect(pairs.length).toBeLessThanOrEqual(all.length * neighbours * blocks);
    expect(pairs.length).toBeGreaterThan(0);
    expect(new Set(pairs).size).toBe(pairs.length);
    const perName = (count: number, of: readonly string[]): number => count / of.length;
    const before = Math.max(neighbours, perName(pairsToCompare(half).length, half));
    expect(perName(pairs.length, all)).toBeLessThanOrEqual(2 * before);
  });

  it("[S35] pairs many accounts of one name with the first of them, few with each other", () => {
    const same = (count: number) => Array.from({ length: count }, (_, row) => account(`A${row}`, "Horn Ltd"));
    expect(findDuplicates(same(4), 0.92)).toHaveLength(6);
    expect(findDuplicates(same(2_000), 0.92)).toHaveLength(1_999);
  });

  it("[S35] stops where more look alike than anybody can read", () => {
    const alike = Array.from({ length: 5_000 }, (_, row) =>
      account(`A${row}`, `Northern Trading Branch ${row}`),
    );
    expect(findDuplicates(alike, 0.92)).toBeNull();
  });

  it("[S35] checks the 18 characters of a credit code", () => {
    expect(isCreditCode("91350100M000100Y43")).toBe(true);
    expect(isCreditCode(" 91350100m000100y43")).toBe(true);
    expect(isCreditCode("91350100M000100Y34")).toBe(false);
    expect(isCreditCode("91350100I000100Y43")).toBe(false);
    expect(isCreditCode("91350100M000100Y4")).toBe(false);
  });

  it("[S35] a credit code with one wrong character is found out", () => {
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 0, max: 30 }), (place, other) => {
        const right = [..."91350100M000100Y43"];
        if (right[place] === alphabet[other]) return;
        right[place] = alphabet[other] ?? "";
        expect(isCreditCode(right.join(""))).toBe(false);
      }),
    );
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Four words of twelve, so that nearly every name shares each of its words with thousands. */
function genericName(row: number): string {
  const words =
    "trading global company services group holding import export general business united first".split(" ");
  return [1, 12, 144, 1_728].map((by) => words[Math.floor((row * 13) / by) % words.length]).join(" ");
}
