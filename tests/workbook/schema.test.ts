import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileSample } from "../../scripts/workbook-sample";
import { workbookDocument } from "../../scripts/workbook-doc";
import { languages } from "../../src/core/units";
import enIssues from "../../src/locales/en/issues.json";
import enLabels from "../../src/locales/en/labels.json";
import zhIssues from "../../src/locales/zh-CN/issues.json";
import zhLabels from "../../src/locales/zh-CN/labels.json";
import sample from "../../src/workbook/sample/northwind.json";
import type { Column } from "../../src/workbook/schema/column";
import { columnIndexes, normalisedHeader } from "../../src/workbook/schema/headers";
import { listIds, lists } from "../../src/workbook/schema/lists";
import { schema, tableIds } from "../../src/workbook/schema/schema";
import { settingRows } from "../../src/workbook/schema/setting-rows";
import { stamps } from "../../src/workbook/schema/table";

const columnsOf = (id: (typeof tableIds)[number]): readonly Column[] => schema[id].columns;

/** What must never change between versions: id, type, list and headers of every column, in any order (WB5). */
const frozen = () =>
  Object.fromEntries(
    tableIds.map((id) => [
      `${id} ${schema[id].name} ${Object.values(schema[id].sheet).join("/")}`,
      columnsOf(id).map(
        (column) => `${column.id}: ${column.list ?? column.type} ${Object.values(column.header).join("/")}`,
      ),
    ]),
  );

const keysOf = (tree: object, path = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );

/** English counts one apart from many, Chinese does not. */
const withoutPlurals = (keys: readonly string[]) => keys.filter((key) => !key.endsWith("_one"));

describe("the schema of the workbook", () => {
  it("[WB5] only grows: nothing is renamed, retyped or reused", () => {
    expect(frozen()).toMatchSnapshot();
    expect(lists).toMatchSnapshot();
    expect(settingRows.map(({ key, type }) => `${key}: ${type}`)).toMatchSnapshot();
  });

  it("[WB2] no table has a header twice, in any language", () => {
    for (const id of tableIds) {
      const headers = columnsOf(id).flatMap((column) => [
        ...new Set(Object.values(column.header).map(normalisedHeader)),
      ]);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  it("[WB2] recognises headers of either language, in any case, width and order", () => {
    const indexes = columnIndexes(schema.accounts.columns, ["Mine", "客户名称", "ACCOUNT  id", "Ｏｗｎｅｒ"]);
    expect([...indexes]).toEqual([
      ["id", 2],
      ["name", 1],
      ["owner", 3],
    ]);
  });

  it("[WB2] sheet names fit Excel and differ in each language", () => {
    for (const language of languages) {
      const names = tableIds.map((id) => schema[id].sheet[language]);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
    }
  });

  it("[WB13] every table but Settings, Lists, Cadence and Criteria ends with the stamps", () => {
    for (const id of tableIds) {
      const stamped = !["settings", "lists", "cadence", "criteria"].includes(id);
      const last = columnsOf(id)
        .slice(-stamps.length)
        .map((column) => column.id);
      expect(last.join() === stamps.map((column) => column.id).join()).toBe(stamped);
    }
  });

  it("[WB2] every code of every list has a label in each language, no label means two codes", () => {
    for (const labels of [enLabels, zhLabels]) {
      for (const list of listIds) {
        const names: Readonly<Record<string, string>> = labels[list];
        expect(Object.keys(names).sort()).toEqual([...lists[list]].sort());
        const values = Object.values(names).map(normalisedHeader);
        expect(new Set(values).size).toBe(values.length);
      }
    }
  });

  it("[WB2] labels and issues stand in both languages", () => {
    expect(withoutPlurals(keysOf(zhLabels)).sort()).toEqual(withoutPlurals(keysOf(enLabels)).sort());
    expect(withoutPlurals(keysOf(zhIssues)).sort()).toEqual(withoutPlurals(keysOf(enIssues)).sort());
  });

  it("[WB2] an issue uses the same values in both languages", () => {
    const valuesIn = (sentence: string) =>
      [...sentence.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();
    const english = new Map(Object.entries(enIssues).filter((entry) => typeof entry[1] === "string"));
    for (const [code, sentence] of Object.entries(zhIssues)) {
      if (typeof sentence !== "string") continue;
      expect([code, valuesIn(sentence)]).toEqual([code, valuesIn(String(english.get(code)))]);
    }
  });

  it("[WB5] docs/WORKBOOK.md is what the schema says", () => {
    const document = readFileSync(join(__dirname, "..", "..", "docs", "WORKBOOK.md"), "utf8");
    expect(document).toBe(workbookDocument());
  });

  it("[J1] the sample is what the Northwind tables say", () => {
    expect(sample).toEqual(compileSample());
  });
});
