import type { Texts } from "../../locales/texts";
import type { Separator } from "../../workbook/import/csv-file";
import type { ImportSource } from "../../workbook/import/import-source";
import type { Formats } from "../formats";
import { csvOf } from "./use-import-work";

const names: Readonly<Record<Separator, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

export const separatorName = (texts: Texts, separator: Separator): string =>
  texts(`import.separators.${names[separator]}`);

/** `customers.csv · 91 rows · UTF-8, comma` */
export function sourceLine(texts: Texts, formats: Formats, source: ImportSource): string {
  const csv = csvOf(source);
  const rows = formats.number(source.rowCount);
  if (!csv) return texts("import.context.book", { name: source.name, rows });
  const encoding = texts(`import.encodings.${csv.form.encoding}`);
  return texts("import.context.csv", {
    name: source.name,
    rows,
    encoding,
    separator: separatorName(texts, csv.form.separator),
  });
}
