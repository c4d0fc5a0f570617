/** Encodings a CSV file may come in. `TextDecoder` knows all of them in every browser and in Node. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

function byMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: separators and digits have a zero beside them. */
function byZeros(bytes: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd < bytes.length / 50) return null;
  return odd >= even ? "utf-16le" : "utf-16be";
}

/** A replacement character may itself stand in a file; a character cut off at the end of the beginning is no fault. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Double-byte text: second bytes below 0x80 are two in five in Big5 and rare in GB 18030. Western text has its high
 * bytes alone among letters.
 */
function byPairs(bytes: Uint8Array): Encoding {
  let pairs = 0;
  let low = 0;
  let alone = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < 0x81) continue;
    const second = bytes[index + 1] ?? 0;
    const before = bytes[index - 1] ?? 0;
    const single = second < 0x80 && before < 0x80;
    if (single) alone += 1;
    pairs += 1;
    if (second >= 0x40 && second < 0x7f) low += 1;
    index += 1;
  }
  if (alone > 0.7 * pairs) return "windows-1252";
  return low > 0.15 * pairs ? "big5" : "gb18030";
}

/** The most likely encoding by the beginning of a file; the person may say another one. */
export function detectEncoding(beginning: Uint8Array): Encoding {
  return byMark(beginning) ?? byZeros(beginning) ?? (isUtf8(beginning) ? "utf-8" : byPairs(beginning));
}
