import { storableText } from "../workbook/codec/storable-text";
import type { CellInput, CellValue } from "../workbook/workbook-gateway";

/**
 * What is handed to `range.values`. The apostrophe comes before every text, not only before = + - @: it also
 * keeps 00123, 1E5 and 3-4 from being read as numbers or dates; Excel swallows it (WB8).
 */
export function cellEntry(input: CellInput): CellValue {
  if (typeof input === "object") return input.formula;
  if (typeof input !== "string" || input === "") return input;
  return `'${storableText(input)}`;
}

/** Rough size of values on the wire, for cutting blocks into pieces. */
export const estimatedBytes = (rows: readonly (readonly unknown[])[]): number => {
  let bytes = 0;
  for (const row of rows)
    for (const value of row) bytes += typeof value === "string" ? 3 + value.length * 1.5 : 10;
  return bytes;
};

/** Blocks above this are read and written in pieces: Excel on the web refuses 5 MB. */
export const pieceBytes = 2_000_000;
