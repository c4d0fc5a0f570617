/** A part of a zip: its path and bytes as they stand in the file. */
interface ZippedPart {
  readonly path: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly deflated: boolean;
}

const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Web views that cannot compress get the part as it is: a larger file that Excel reads alike. */
async function zipped(path: string, text: string): Promise<ZippedPart> {
  const coder = new TextEncoder();
  const plain = coder.encode(text);
  const can = typeof CompressionStream === "function";
  const bytes = can ? await deflated(plain) : plain;
  return { path: coder.encode(path), crc: crc32(plain), size: plain.length, bytes, deflated: can };
}

/** Little-endian fields, each with its width in bytes. */
function fields(...given: readonly (readonly [value: number, width: 2 | 4])[]): Uint8Array {
  const bytes = given.flatMap(([value, width]) =>
    Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 0xff),
  );
  return Uint8Array.from(bytes);
}

/** 1 January 1980, where time begins for a zip: the file does not say when it was made. */
const date = 0x21;

const facts = ({ path, crc, size, bytes, deflated: method }: ZippedPart): Uint8Array =>
  fields(
    [20, 2],
    [0, 2],
    [method ? 8 : 0, 2],
    [0, 2],
    [date, 2],
    [crc, 4],
    [bytes.length, 4],
    [size, 4],
    [path.length, 2],
    [0, 2],
  );

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A zip of a few texts, by path. */
export async function zipFile(texts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const parts = await Promise.all(Object.entries(texts).map(([path, text]) => zipped(path, text)));
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const piece = joined([fields([0x04034b50, 4]), facts(part), part.path, part.bytes]);
    const place = fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    central.push(fields([0x02014b50, 4], [20, 2]), facts(part), place, part.path);
    local.push(piece);
    offset += piece.length;
  }
  const list = joined(central);
  const count = parts.length;
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...local, list, end]);
}
