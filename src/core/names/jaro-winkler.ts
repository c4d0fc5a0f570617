import type { Ratio } from "../units";

/** Jaro–Winkler similarity, 0–1: prefix of up to four characters, weight 0.1. 0 for an empty text. */
export function jaroWinkler(one: string, other: string): Ratio {
  if (one === other) return one === "" ? 0 : 1;
  const jaro = jaroOf(one, other);
  let prefix = 0;
  while (prefix < 4 && prefix < Math.min(one.length, other.length) && one[prefix] === other[prefix])
    prefix += 1;
  return jaro + 0.1 * prefix * (1 - jaro);
}

function jaroOf(one: string, other: string): Ratio {
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Uint8Array(other.length);
  const matched: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const to = Math.min(other.length - 1, at + reach);
    for (let candidate = Math.max(0, at - reach); candidate <= to; candidate += 1) {
      if (taken[candidate] || one.charCodeAt(at) !== other.charCodeAt(candidate)) continue;
      taken[candidate] = 1;
      matched.push(one.charCodeAt(at));
      break;
    }
  }
  if (matched.length === 0) return 0;
  let crossed = 0;
  let next = 0;
  for (let at = 0; at < other.length; at += 1) {
    if (!taken[at]) continue;
    if (other.charCodeAt(at) !== matched[next]) crossed += 1;
    next += 1;
  }
  const m = matched.length;
  return (m / one.length + m / other.length + (m - crossed / 2) / m) / 3;
}
