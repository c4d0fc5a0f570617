import Papa from "papaparse";
import { detectEncoding, type Encoding } from "./encodings";
import { breathe, headersOf, sliceRows, type ImportSource, type SourceRow } from "./import-source";

/** A file as the pane hands it over: read in slices, so that a large one never stands in memory as text. */
export interface ByteFile {
  readonly name: string;
  readonly size: number;
  bytes(from: number, to: number): Promise<Uint8Array>;
}

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

export interface CsvForm {
  readonly encoding: Encoding;
  readonly separator: Separator;
}

/** Bytes read at a time: parsed in a few milliseconds. */
const sliceBytes = 256 * 1024;
const beginningBytes = 64 * 1024;
/** Rows of more than this many are not kept but read from the file again. */
const keptRows = 250_000;

/** Text of a file, slice by slice, with one kind of line break. */
async function* textOf(file: ByteFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let carriage = "";
  for (let from = 0; from < file.size; from += sliceBytes) {
    const bytes = await file.bytes(from, Math.min(file.size, from + sliceBytes));
    const last = from + sliceBytes >= file.size;
    let text = carriage + decoder.decode(bytes, { stream: !last });
    // The line feed that belongs to it may come with the next slice.
    carriage = !last && text.endsWith("\r") ? "\r" : "";
    if (carriage) text = text.slice(0, -1);
    yield text.replace(/\r\n?/g, "\n");
    await breathe();
  }
}

/** Excel's own hint in the first line: `sep=;`. */
const hint = /^sep=(.)\n/i;

/** The records of a text that comes in slices. */
async function* recordsOf(file: ByteFile, { encoding, separator }: CsvForm): AsyncGenerator<string[][]> {
  const parser = new Papa.Parser({ delimiter: separator, newline: "\n", quoteChar: '"' });
  let rest = "";
  let first = true;
  for await (const text of textOf(file, encoding)) {
    rest += first ? text.replace(hint, "") : text;
    first = false;
    const found = parser.parse(rest, 0, true) as { data: string[][]; meta: { cursor: number } };
    rest = rest.slice(found.meta.cursor);
    yield found.data;
  }
  if (rest !== "") yield (parser.parse(rest, 0, false) as { data: string[][] }).data;
}

/** Encoding and separator as the beginning of the file suggests them; what is given counts. */
export async function csvForm(file: ByteFile, given: Partial<CsvForm> = {}): Promise<CsvForm> {
  const bytes = await file.bytes(0, Math.min(file.size, beginningBytes));
  const encoding = given.encoding ?? detectEncoding(bytes);
  if (given.separator) return { encoding, separator: given.separator };
  const text = new TextDecoder(encoding).decode(bytes, { stream: true }).replace(/\r\n?/g, "\n");
  const hinted = hint.exec(text)?.[1];
  const guessed =
    hinted ??
    Papa.parse(text, { preview: 30, skipEmptyLines: true, delimitersToGuess: [...separators] }).meta
      .delimiter;
  return { encoding, separator: separators.find((one) => one === guessed) ?? "," };
}

const hasContent = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== "");

async function* rowsOf(file: ByteFile, form: CsvForm): AsyncGenerator<readonly SourceRow[]> {
  let row = 0;
  for await (const records of recordsOf(file, form)) {
    const rows = records.map((cells): SourceRow => ({ row: ++row, cells }));
    const filled = rows.filter(({ cells }) => hasContent(cells as readonly string[]));
    for (let from = 0; from < filled.length; from += sliceRows) {
      if (from > 0) await breathe();
      yield filled.slice(from, from + sliceRows);
    }
  }
}

/** Stands for what the encoding could not read, and may stand in the file itself. */
const unread = "\uFFFD";

/** Every byte of a file makes sense in this encoding. */
async function isReadable(file: ByteFile, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < file.size; from += sliceBytes) {
    const bytes = await file.bytes(from, Math.min(file.size, from + sliceBytes));
    try {
      decoder.decode(bytes, { stream: from + sliceBytes < file.size });
    } catch {
      return false;
    }
    await breathe();
  }
  return true;
}

export interface CsvSource extends ImportSource {
  readonly form: CsvForm;
  /** Cells with characters the encoding could not read. */
  readonly unreadCells: number;
}

const suspects = (batch: readonly SourceRow[]): number =>
  batch.reduce((sum, { cells }) => sum + cells.filter((cell) => String(cell).includes(unread)).length, 0);

/**
 * Reads a CSV file once: its headers are the first row with content. `onRows` hears how many rows are read. A file of
 * more than 250,000 rows is not kept in memory; its rows are read from the file again when they are needed.
 */
export async function openCsv(
  file: ByteFile,
  form: CsvForm,
  onRows: (rows: number) => void = () => undefined,
): Promise<CsvSource> {
  let header: SourceRow | null = null;
  let kept: SourceRow[] | null = [];
  let rowCount = 0;
  let unreadCells = 0;
  for await (const batch of rowsOf(file, form)) {
    const body = header ? batch : batch.slice(1);
    header ??= batch[0] ?? null;
    rowCount += body.length;
    unreadCells += suspects(batch);
    if (kept && rowCount <= keptRows) for (const row of body) kept.push(row);
    else kept = null;
    onRows(rowCount);
  }
  if (unreadCells > 0 && (await isReadable(file, form.encoding))) unreadCells = 0;
  const held = kept;
  return {
    name: file.name,
    headers: headersOf(header?.cells ?? []),
    rowCount,
    date1904: false,
    form,
    unreadCells,
    batches: () => (held ? slicesOf(held) : withoutHeader(file, form)),
  };
}

async function* slicesOf(rows: readonly SourceRow[]): AsyncGenerator<readonly SourceRow[]> {
  for (let from = 0; from < rows.length; from += sliceRows) {
    if (from > 0) await breathe();
    yield rows.slice(from, from + sliceRows);
  }
}

async function* withoutHeader(file: ByteFile, form: CsvForm): AsyncGenerator<readonly SourceRow[]> {
  let first = true;
  for await (const batch of rowsOf(file, form)) {
    yield first ? batch.slice(1) : batch;
    first = false;
  }
}
