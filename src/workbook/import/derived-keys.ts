/** Keys of rows whose file names none: made from what the row says, so that a second import finds the first (docs/adr/0014). */

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 53 bits of a text (cyrb53, public domain): among 100,000 rows two alike in one of two million files. */
export function hash53(text: string, seed = 0): number {
  let one = 0xdeadbeef ^ seed;
  let two = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & two) + (one >>> 0);
}

/** Names are the same whatever their width, case and spaces. */
export const plainName = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** `PUR-4K7T0ZQ9B3M`: prefix and eleven Crockford characters. */
export function derivedId(prefix: string, parts: readonly (string | number | null)[]): string {
  let rest = hash53(parts.map((part) => plainName(String(part ?? ""))).join("\u001f"));
  let id = "";
  for (let digit = 0; digit < 11; digit += 1) {
    id = (letters[rest % 32] ?? "0") + id;
    rest = Math.floor(rest / 32);
  }
  return `${prefix}-${id}`;
}

/** Rows that are alike are told apart by their number: the second is `…-2`. */
export class Occurrences {
  private readonly counts = new Map<string, number>();

  next(id: string): string {
    const count = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }
}
