/** A cell or block of a sheet, counted from zero. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 64, 0) - 1;

/** `Sheet1!$B$5` or `'My sheet'!B5`; null for anything else. */
export function parseAddress(address: string): CellAddress | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(address.trim());
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  if (!match || sheet === undefined) return null;
  return { sheet, row: Number(match[4]) - 1, column: columnOf(match[3] ?? "") };
}

/** Columns of an address of an event (`B5`, `A2:C9`, `B:B`, `2:4`), from zero; null where every column may be meant. */
export function columnsOf(address: string): { readonly first: number; readonly last: number } | null {
  const own = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const match = /^([A-Za-z]{1,3})\d*(?::([A-Za-z]{1,3})\d*)?$/.exec(own);
  if (!match) return null;
  const first = columnOf(match[1] ?? "");
  return { first, last: match[2] ? columnOf(match[2]) : first };
}
