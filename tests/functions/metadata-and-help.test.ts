import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { functionExamples } from "../../scripts/functions-examples";
import { exampleResult, functionHelp } from "../../scripts/functions-help";
import { declaredFunctions, functionMetadata, writeFunctionMetadata } from "../../scripts/functions-metadata";
import { isoText } from "../../src/core/calendar/days";
import { languages } from "../../src/core/units";
import { registerLiveFigures } from "../../src/functions/live-figures";
import en from "../../src/locales/en/functions.json";
import zh from "../../src/locales/zh-CN/functions.json";
import { textsFor } from "../../src/locales/texts";
import { interactionOf } from "../core/make-records";
import { northwindRecords } from "../fixtures/northwind/northwind-records";
import { associated, call, stream } from "./custom-functions-global";
import { FakeLiveCard } from "./fake-live-card";
import "../../src/functions/index";

const helpBase = "https://localhost:3000/help/";
const functions = declaredFunctions();
const ids = functions.map(({ id }) => id);

/** Every key of a tree of texts, as paths. */
function keysOf(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

describe("metadata and help", () => {
  it("[FN7] functions.json, associated functions, texts, examples and help pages name the same functions", () => {
    expect([...associated.keys()].sort()).toEqual([...ids].sort());
    expect(Object.keys(en.function).sort()).toEqual([...ids].sort());
    expect(Object.keys(functionExamples).sort()).toEqual([...ids].sort());
    for (const language of languages) {
      const pages = readdirSync(join("docs/functions", language)).filter((name) => name !== "index.html");
      expect(pages.sort()).toEqual(ids.map((id) => `${id.toLowerCase()}.html`).sort());
    }
  });

  it("[FN1] ids have three letters or more, letters alone, and are no cell addresses", () => {
    for (const id of ids) expect(id).toMatch(/^[A-Z]{3,}$/);
  });

  it("[FN7] both languages hold the same texts, and none is empty or missing", () => {
    expect(keysOf(zh).sort()).toEqual(keysOf(en).sort());
    for (const { id, parameters } of functions) {
      for (const language of languages) {
        const texts = textsFor(language);
        for (const key of [
          "description",
          "answers",
          "notFor",
          ...parameters.map(({ name }) => `parameters.${name}`),
        ]) {
          const full = `function.${id}.${key}`;
          expect(texts(`functions:${full}`)).not.toBe(full);
        }
      }
    }
  });

  it("[FN7] each function has a help address in its language", () => {
    for (const language of languages) {
      const text = JSON.stringify(functionMetadata(language, helpBase));
      for (const id of ids)
        expect(text).toContain(`"https://localhost:3000/help/${language}/${id.toLowerCase()}.html"`);
    }
  });

  it("[FN2] live functions stream and ask for their address; pure ones do neither", () => {
    for (const { id, options } of functions) {
      const live = !["SCORES", "TIERS"].includes(id);
      expect(options ?? {}).toEqual(live ? { stream: true, requiresStreamAddress: true } : {});
    }
  });

  it("[FN4] ranges come in as tables of anything, errors included, and optional arguments are marked", () => {
    expect(functionMetadata("en", helpBase)).toHaveProperty("allowErrorForDataTypeAny", true);
    const shapes = functions.find(({ id }) => id === "SCORES")?.parameters;
    expect(
      shapes?.map(({ name, type, dimensionality, optional }) => [name, type, dimensionality, optional]),
    ).toEqual([
      ["metrics", "any", "matrix", undefined],
      ["weights", "any", "matrix", undefined],
      ["directions", "any", "matrix", true],
      ["scale", "any", undefined, true],
      ["bounds", "any", "matrix", true],
      ["missing", "any", undefined, true],
    ]);
    for (const { id, parameters } of functions) {
      if (id !== "SCORES" && id !== "TIERS") expect(parameters.every(({ optional }) => optional)).toBe(true);
    }
  });

  it("[FN7] writes one file per language", () => {
    const folder = mkdtempSync(join(tmpdir(), "kam-functions-"));
    writeFunctionMetadata(folder, helpBase);
    expect(readdirSync(folder).sort()).toEqual(["functions.json", "functions.zh-CN.json"]);
    expect(readFileSync(join(folder, "functions.zh-CN.json"), "utf8")).toContain("客户编号或名称");
    rmSync(folder, { recursive: true });
  });

  it("[FN7] the help pages in docs are those the texts make, and their links lead somewhere", () => {
    for (const [name, text] of functionHelp()) {
      const file = join("docs/functions", name);
      expect(`${name}\n${readFileSync(file, "utf8")}`).toBe(`${name}\n${text}`);
      for (const [, link = ""] of text.matchAll(/href="([^"]+)"/g))
        expect(existsSync(join(file, "..", link))).toBe(true);
    }
  });

  it.each(["SCORES", "TIERS"])("[FN7] the example of %s gives the printed result", (id) => {
    const example = functionExamples[id];
    const args = Array.from({ length: 6 }, (_, index) => example?.args[index] ?? null);
    expect(call(id, ...args)).toEqual(example?.result);
  });

  it.each(languages)("[FN7] the examples of the live functions give the printed results (%s)", (language) => {
    const withdraw = registerLiveFigures(new FakeLiveCard(sampleRecords(language), language));
    const show = (id: string): unknown =>
      stream(id, functionExamples[id]?.args ?? [], parametersOf(id)).last();
    const printed = (id: string): unknown[][] => {
      const example = functionExamples[id];
      return example ? exampleResult(example, language) : [];
    };
    expect([[show("TIER")]]).toEqual(printed("TIER"));
    expect([[rounded(show("SCORE"))]]).toEqual(printed("SCORE"));
    expect([[isoText(Number(show("NEXTVISIT")))]]).toEqual(printed("NEXTVISIT"));
    const why = show("WHY");
    const rows = Array.isArray(why)
      ? why.slice(-3).map((row: unknown[]) => row.slice(0, 2).map(rounded))
      : why;
    expect(rows).toEqual(printed("WHY"));
    withdraw();
  });
});

const parametersOf = (id: string): number => functions.find((each) => each.id === id)?.parameters.length ?? 0;

function rounded(value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}

/** Northwind as the sample workbook holds it, with a call on the date of each order and labelled criteria. */
function sampleRecords(language: (typeof languages)[number]) {
  const records = northwindRecords();
  const texts = textsFor(language);
  return {
    ...records,
    settings: { ...records.settings, language, currency: "USD" },
    criteria: records.criteria.map((criterion) => ({
      ...criterion,
      label: texts(`labels:criterion.${criterion.id}`),
    })),
    interactions: records.purchases.map(({ account, date }) =>
      interactionOf(account, date ?? 0, { kind: "call" }),
    ),
  };
}
