/** Writes docs/TEXT.md from the list of texts the tests use: `npx tsx scripts/text-doc.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { kept, naughtyTexts } from "../tests/text/naughty-texts";

const shown = (text: string): string => {
  const escaped = JSON.stringify(text.length > 60 ? `${text.slice(0, 20)}…` : text)
    .slice(1, -1)
    .replace(
      /[^\x20-\x7e\u00a1-\u024f\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e…]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  return `\`${escaped.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
};

export function textDocument(): string {
  return [
    "# Text stays text",
    "",
    "Generated from `tests/text/naughty-texts.ts`; do not edit by hand.",
    "",
    "What a person types, and what comes from a file, is written with a leading apostrophe, which Excel swallows: it is",
    "never a formula, a number, a date or an error. Each text below goes through every text column of every table of the",
    "schema, through the fields of Log, an import from CSV, refresh, the review sheets and an .xlsx file saved and read",
    "back, by this program and by LibreOffice; and as a value through every sentence the add-in says. 300 random texts",
    "go the same way.",
    "",
    "A cell keeps all of a text, but for this: CR and CRLF become a line feed; other control characters (NUL among them)",
    "become a blank; halves of characters and U+FFFE, U+FFFF become U+FFFD; after 32,767 characters the rest is cut, never",
    "in the middle of a character. The add-in reads cells without the blanks around them, takes the text of an error",
    "value (`#N/A`) for missing, and cuts what does not fit the narrow columns of a review sheet with an ellipsis; the",
    "tables keep the whole.",
    "",
    "| Text | Looks like | In the cell |",
    "| --- | --- | --- |",
    ...Object.entries(naughtyTexts).map(
      ([name, text]) =>
        `| ${name} | ${shown(text)} | ${kept(text) === text ? "the same" : shown(kept(text))} |`,
    ),
    "",
  ].join("\n");
}

if (require.main === module) {
  writeFileSync(join(__dirname, "..", "docs", "TEXT.md"), textDocument());
}
