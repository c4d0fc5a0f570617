import type { Day } from "../units";
import { isoText } from "./days";

/** FNV-1a, 32 bits, over the UTF-8 bytes of a text; 0 … 2³²−1. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8Bytes(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * Days from −`span` to +`span` by which a due day is moved, so that visits to watched accounts do not fall into a
 * pattern. The same account and base always give the same shift: there is no randomness in it.
 */
export function jitterOf(account: string, base: Day, span: number): number {
  if (span <= 0) return 0;
  return (fnv1a(`${account}|${isoText(base)}`) % (2 * span + 1)) - span;
}

/** Core is compiled without DOM types, hence no TextEncoder. */
function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else {
      bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
    }
  }
  return bytes;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
