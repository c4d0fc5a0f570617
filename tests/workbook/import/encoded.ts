import type { Encoding } from "../../../src/workbook/import/encodings";

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

/** Character → bytes of an encoding that Node can only read: every pair of bytes read once. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\uFFFD" && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) learn([byte]);
  if (encoding !== "windows-1252")
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** A text as a file in this encoding; `mark` puts a byte order mark in front. */
export function encoded(text: string, encoding: Encoding, mark = false): Uint8Array {
  const whole = mark ? `\uFEFF${text}` : text;
  if (encoding === "utf-8") return new TextEncoder().encode(whole);
  if (encoding === "utf-16le") return new Uint8Array(Buffer.from(whole, "utf16le"));
  if (encoding === "utf-16be") return new Uint8Array(Buffer.from(whole, "utf16le").swap16());
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}
