/** One cell of one sheet, as Excel names it in `invocation.address`. */
export interface CellAddress {
  readonly address: string;
  readonly sheet: string;
  /** Sheet names of Excel know no case. */
  readonly sheetKey: string;
  readonly key: string;
}

/** `Sheet1!$B$5`, `'My sheet'!B5`; null for anything that names no single cell of a sheet. */
export function parseCell(address: string): CellAddress | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(address.trim());
  const name = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  if (!match || name === undefined) return null;
  const sheetKey = name.toLowerCase();
  return { address, sheet: name, sheetKey, key: `${sheetKey}!${match[3]?.toUpperCase()}${match[4]}` };
}
