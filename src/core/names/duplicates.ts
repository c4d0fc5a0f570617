import type { Ratio } from "../units";
import { jaroWinkler } from "./jaro-winkler";
import { normaliseName } from "./normalise-name";

export interface NamedAccount {
  readonly id: string;
  readonly name: string;
  readonly taxId: string;
  readonly phone: string;
}

type DuplicateReason = "TAXID" | "PHONE" | "NAME";

export interface Duplicate {
  readonly id: string;
  readonly other: string;
  readonly score: Ratio;
  readonly reason: DuplicateReason;
}

/** Names in one block are compared with so many of their neighbours at most. */
const neighbours = 60;
/** A number shorter than this is an extension, not a phone. */
const phoneDigits = 7;

/**
 * Pairs that may be the same account: equal tax id or phone, else names alike by Jaro–Winkler. Only names that share a
 * beginning, an end or a word are compared, in blocks, so that time grows with the number of names and not its square.
 * Best first, then by id.
 */
export function findDuplicates(accounts: readonly NamedAccount[], threshold: Ratio): Duplicate[] {
  const names = accounts.map(({ name }) => normaliseName(name));
  const found = new Map<number, Duplicate>();
  const add = (one: number, other: number, score: Ratio, reason: DuplicateReason): void => {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = low * accounts.length + high;
    const [a, b] = [accounts[low]?.id ?? "", accounts[high]?.id ?? ""];
    if (a !== b && !found.has(key))
      found.set(key, { id: a < b ? a : b, other: a < b ? b : a, score, reason });
  };
  const equal = (valueOf: (account: NamedAccount) => string, reason: DuplicateReason): void => {
    for (const block of blocksBy(accounts.map((account) => [valueOf(account)]))) {
      const [first = 0, ...others] = block;
      for (const other of others) add(first, other, 1, reason);
    }
  };
  equal(({ taxId }) => taxId.normalize("NFKC").toUpperCase().replace(/\s/g, ""), "TAXID");
  equal(({ phone }) => phoneKey(phone), "PHONE");
  const seen = new Set<number>();
  for (const block of blocksBy(names.map(blockKeys))) {
    block.sort((a, b) => ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1));
    block.forEach((one, at) => {
      for (const other of block.slice(at + 1, at + 1 + neighbours)) {
        const key = Math.min(one, other) * accounts.length + Math.max(one, other);
        if (seen.has(key)) continue;
        seen.add(key);
        const [a = "", b = ""] = [names[one], names[other]];
        if (mostPossible(a.length, b.length) < threshold) continue;
        const score = jaroWinkler(a, b);
        if (score >= threshold - 1e-12) add(one, other, score, "NAME");
      }
    });
  }
  return [...found.values()].sort(
    (a, b) => b.score - a.score || compare(a.id, b.id) || compare(a.other, b.other),
  );
}

/** Indexes of the rows that share a key; "" is none. */
function blocksBy(keys: readonly (readonly string[])[]): number[][] {
  const blocks = new Map<string, number[]>();
  keys.forEach((ofRow, row) => {
    for (const key of new Set(ofRow)) {
      if (key === "") continue;
      const block = blocks.get(key);
      if (block) block.push(row);
      else blocks.set(key, [row]);
    }
  });
  return [...blocks.values()].filter((block) => block.length > 1);
}

function blockKeys(name: string): string[] {
  const words = name.split(" ").filter((word) => word.length >= 4);
  return [`^${name.slice(0, 3)}`, `${name.slice(-4)}$`, ...words];
}

/** The last digits, so that a country code or a leading 0 makes no difference. */
function phoneKey(phone: string): string {
  const digits = phone.normalize("NFKC").replace(/\D/g, "");
  return digits.length < phoneDigits ? "" : digits.slice(-9);
}

/** The best two names of these lengths can score. */
function mostPossible(one: number, other: number): Ratio {
  if (one === 0 || other === 0) return 0;
  const jaro = (2 + Math.min(one, other) / Math.max(one, other)) / 3;
  return jaro + 0.4 * (1 - jaro);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
