/** Writes docs/WORKBOOK.md from the schema: `npx tsx scripts/workbook-doc.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import en from "../src/locales/en/labels.json";
import zh from "../src/locales/zh-CN/labels.json";
import type { Column } from "../src/workbook/schema/column";
import { listIds, lists } from "../src/workbook/schema/lists";
import { schema, schemaVersion, tableIds } from "../src/workbook/schema/schema";
import { settingRows } from "../src/workbook/schema/setting-rows";

const kinds: Readonly<Record<Column["type"], string>> = {
  text: "text",
  number: "number",
  day: "date",
  datetime: "date and time",
  money: "money",
  share: "share, 0–1",
  score: "score, 0–100",
  bool: "yes or no",
  list: "list",
  any: "depends on the setting",
};

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function kindOf(column: Column): string {
  if (column.type === "list") return `list \`${column.list}\``;
  return column.list && column.list !== "listName" ? `text, words of \`${column.list}\`` : kinds[column.type];
}

function notesOf(column: Column): string {
  const notes = [
    column.required ? "required" : "",
    column.computed ? "computed" : "",
    column.sensitive ? "sensitive" : "",
    column.hidden ? "hidden at first" : "",
  ];
  return notes.filter(Boolean).join(", ");
}

function tableSection(id: (typeof tableIds)[number]): string[] {
  const table = schema[id];
  const columns: readonly Column[] = table.columns;
  return [
    `## ${table.name}`,
    "",
    `Sheet “${table.sheet.en}” / “${table.sheet["zh-CN"]}”. ${
      table.optional ? "Appears when first used." : "Made at set-up."
    }`,
    "",
    row("Id", "English header", "Chinese header", "Holds", "Notes"),
    row("---", "---", "---", "---", "---"),
    ...columns.map((column) =>
      row(`\`${column.id}\``, column.header.en, column.header["zh-CN"], kindOf(column), notesOf(column)),
    ),
    "",
  ];
}

/** The document as it should stand. */
export function workbookDocument(): string {
  const lines = [
    "# The workbook",
    "",
    `Generated from \`src/workbook/schema\` (schema version ${schemaVersion}); do not edit by hand.`,
    "",
    "Columns are found by header, in either language, wherever they stand. Users may move, add, hide and sort columns,",
    "rename sheets, switch totals rows on and filter. Dates are Excel dates, money plain numbers in the workbook's",
    "currency, shares fractions, lists the labels of the workbook's language. Computed columns are written by Refresh.",
    "Nothing is ever renamed, retyped or reused between versions.",
    "",
    ...tableIds.flatMap(tableSection),
    "## Settings, row by row",
    "",
    row("Key", "English", "Chinese", "Meaning"),
    row("---", "---", "---", "---"),
    ...settingRows.map(({ key }) => row(`\`${key}\``, en.setting[key], zh.setting[key], en.settingNote[key])),
    "",
    "## Lists",
    "",
    row("List", "Codes and labels"),
    row("---", "---"),
    ...listIds
      .filter((list) => list !== "listName")
      .map((list) => {
        const english: Readonly<Record<string, string>> = en[list];
        const chinese: Readonly<Record<string, string>> = zh[list];
        const codes = lists[list].map((code) => `\`${code}\` ${english[code]} / ${chinese[code]}`);
        return row(`\`${list}\``, codes.join("; "));
      }),
    "",
  ];
  return lines.join("\n");
}

if (require.main === module) {
  writeFileSync(join(__dirname, "..", "docs", "WORKBOOK.md"), workbookDocument());
}
