import type { Ratio } from "../units";

/** Jaro–Winkler similarity, 0–1: prefix of up to four characters, weight 0.1. 0 for an empty text. */
export function jaroWinkler(one: string, other: string): Ratio {
  return comparisonOf(Math.max(one.length, other.length), 0)(one, other);
}

/**
 * The same for many texts of at most so many characters, which share their room; 0 for those that cannot reach `least`.
 * Takes as long as the texts are, not their square.
 */
export function comparisonOf(longest: number, least: Ratio): (one: string, other: string) => Ratio {
  const matcher = new Matcher(longest);
  return (one, other) => {
    if (one === other) return one === "" ? 0 : 1;
    let prefix = 0;
    while (prefix < 4 && prefix < Math.min(one.length, other.length) && one[prefix] === other[prefix])
      prefix += 1;
    const bonus = 0.1 * prefix;
    const jaro = matcher.jaro(one, other, (least - bonus) / (1 - bonus) - 1e-9);
    return jaro + bonus * (1 - jaro);
  };
}

/** Characters are UTF-16 code units. */
class Matcher {
  /** By character: one more than the place in the other text where it may next be matched; 0 for nowhere. */
  private readonly next = new Uint32Array(65_536);
  /** By place in the other text: the same for the character that stands there. */
  private readonly after: Uint32Array;
  private readonly taken: Uint8Array;
  private readonly matched: Uint16Array;

  constructor(longest: number) {
    this.after = new Uint32Array(longest);
    this.taken = new Uint8Array(longest);
    this.matched = new Uint16Array(longest);
  }

  /** 0 where fewer characters match than `least` takes, whatever their order. */
  jaro(one: string, other: string, least: Ratio): Ratio {
    const needed = (3 * least - 1) / (1 / one.length + 1 / other.length);
    if (Math.min(one.length, other.length) < needed) return 0;
    this.read(other);
    const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
    const m = this.match(one, reach, one.length - needed);
    const crossed = this.crossed(other);
    if (m === 0 || m < needed) return 0;
    return (m / one.length + m / other.length + (m - crossed / 2) / m) / 3;
  }

  private read(other: string): void {
    for (let at = other.length - 1; at >= 0; at -= 1) {
      const code = other.charCodeAt(at);
      this.after[at] = this.next[code] ?? 0;
      this.next[code] = at + 1;
      this.taken[at] = 0;
    }
  }

  /**
   * Each character takes the first one like it within reach that is free; what is out of reach once stays so. Stops
   * after more than so many `misses`.
   */
  private match(one: string, reach: number, misses: number): number {
    let m = 0;
    for (let at = 0; at < one.length && at - m <= misses; at += 1) {
      const code = one.charCodeAt(at);
      let place = this.next[code] ?? 0;
      while (place > 0 && place - 1 < at - reach) place = this.after[place - 1] ?? 0;
      this.next[code] = place;
      if (place === 0 || place - 1 > at + reach) continue;
      this.taken[place - 1] = 1;
      this.next[code] = this.after[place - 1] ?? 0;
      this.matched[m] = code;
      m += 1;
    }
    return m;
  }

  /** How many matched characters stand in another order; leaves the room clear for the next two texts. */
  private crossed(other: string): number {
    let crossed = 0;
    let next = 0;
    for (let at = 0; at < other.length; at += 1) {
      const code = other.charCodeAt(at);
      this.next[code] = 0;
      if (!this.taken[at]) continue;
      if (code !== this.matched[next]) crossed += 1;
      next += 1;
    }
    return crossed;
  }
}
