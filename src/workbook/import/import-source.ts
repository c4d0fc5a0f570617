import { nextTask } from "../in-slices";
import type { CellValue } from "../workbook-gateway";

export interface SourceRow {
  /** As a spreadsheet counts: the header is row 1 (or wherever it stands on its sheet). */
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** Rows to bring in, wherever they come from. */
export interface ImportSource {
  /** File, table or address, for sentences and the audit trail. */
  readonly name: string;
  readonly headers: readonly string[];
  /** Rows with content. */
  readonly rowCount: number;
  /** Serials among the cells are of the 1904 system (WB7). */
  readonly date1904: boolean;
  /** All rows with content, in slices; may be gone through more than once. */
  batches(): AsyncIterable<readonly SourceRow[]>;
}

/** Rows worked through between two looks at the clock: a few milliseconds. */
export const sliceRows = 500;

/** Longest stretch of work, in ms, before the page may draw and answer. */
const stretch = 30;
let since = 0;

/** Lets events of the page through where the last time was a while ago. */
export async function breathe(): Promise<void> {
  if (performance.now() - since < stretch) return;
  await nextTask();
  since = performance.now();
}

const hasContent = (cells: readonly CellValue[]): boolean =>
  cells.some((cell) => typeof cell !== "string" || cell.trim() !== "");

/** Column names as they stand; a blank one is called by its letter, so that it can be chosen. */
export function headersOf(cells: readonly CellValue[]): readonly string[] {
  return cells.map((cell, index) => String(cell).trim() || columnLetters(index));
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** A source over rows in memory; the first row holds the headers. */
export function heldSource(
  name: string,
  rows: readonly (readonly CellValue[])[],
  place: { readonly headerRow?: number; readonly date1904?: boolean } = {},
): ImportSource {
  const headerRow = place.headerRow ?? 1;
  const [header = [], ...body] = rows;
  const filled = body
    .map((cells, index): SourceRow => ({ row: headerRow + 1 + index, cells }))
    .filter(({ cells }) => hasContent(cells));
  return {
    name,
    headers: headersOf(header),
    rowCount: filled.length,
    date1904: place.date1904 ?? false,
    async *batches() {
      for (let from = 0; from < filled.length; from += sliceRows) {
        if (from > 0) await breathe();
        yield filled.slice(from, from + sliceRows);
      }
    },
  };
}
