/** What a defined name stands for: cells, or a constant. Calculations are not evaluated. */
import type { Book, BookName } from "../../book/book";
import { formatAddress } from "./addresses";
import { resolveFormula } from "./resolve-address";
import { isReadable, mapMatrix, wireValue, wireValueType } from "./wire-values";

interface NameValue {
  readonly type: "Range" | "String" | "Double" | "Boolean" | "Array" | "Error";
  readonly value: string | number | boolean | null;
  readonly values: unknown[][] | null;
  readonly types: unknown[][] | null;
}

const scalar = (type: NameValue["type"], value: NameValue["value"]): NameValue => ({
  type,
  value,
  values: null,
  types: null,
});

export function nameValue(name: BookName, book: Book): NameValue {
  const cells = resolveFormula(book, name.sheet ?? book.activeSheet, name.formula);
  if (cells) {
    const address = formatAddress(cells.sheet.name, cells.rect, true);
    const contents = isReadable(cells.rect) ? cells.sheet.content(cells.rect) : null;
    return {
      type: "Range",
      value: address,
      values: contents && mapMatrix(contents, wireValue),
      types: contents && mapMatrix(contents, wireValueType),
    };
  }
  return constant(name.formula.replace(/^=/, "").trim());
}

function constant(text: string): NameValue {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return scalar("String", quoted[1]!.replaceAll('""', '"'));
  if (/^(true|false)$/i.test(text)) return scalar("Boolean", text.toUpperCase() === "TRUE");
  if (text !== "" && Number.isFinite(Number(text))) return scalar("Double", Number(text));
  if (/^\{.*\}$/.test(text)) return array(text.slice(1, -1));
  if (/#REF!/.test(text)) return scalar("Error", "#REF!");
  return scalar("Error", null);
}

/** `{1,2;3,4}` */
function array(body: string): NameValue {
  const rows = body.split(";").map((row) => row.split(",").map((cell) => constant(cell.trim())));
  return {
    type: "Array",
    value: `={${body}}`,
    values: mapMatrix(rows, (cell) => cell.value),
    types: mapMatrix(rows, (cell) => cell.type),
  };
}
