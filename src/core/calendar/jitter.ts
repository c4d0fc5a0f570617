import type { Day } from "../units";
import { isoText } from "./days";

/** FNV-1a, 32 bits, over the UTF-8 bytes of a text; 0 … 2³²−1. Core is compiled without DOM types, hence no TextEncoder. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x10000) hash = mixed(hash, 0xf0 | (code >> 18));
    if (code >= 0x10000) hash = mixed(hash, continuation(code >> 12));
    else if (code >= 0x800) hash = mixed(hash, 0xe0 | (code >> 12));
    if (code >= 0x800) hash = mixed(hash, continuation(code >> 6));
    else if (code >= 0x80) hash = mixed(hash, 0xc0 | (code >> 6));
    hash = mixed(hash, code < 0x80 ? code : continuation(code));
  }
  return hash >>> 0;
}

/**
 * Days from −`span` to +`span` by which a due day is moved, so that visits to watched accounts do not fall into a
 * pattern. The same account and base always give the same shift: there is no randomness in it.
 */
export function jitterOf(account: string, base: Day, span: number): number {
  if (span <= 0) return 0;
  return (fnv1a(`${account}|${isoText(base)}`) % (2 * span + 1)) - span;
}

function mixed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
