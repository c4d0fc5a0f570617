import type { Ratio } from "../units";
import { comparisonOf } from "./jaro-winkler";
import { blocksBy, neighbours, pairsToCompare } from "./name-blocks";
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

/** A number shorter than this is an extension, not a phone. */
const phoneDigits = 7;
/** More pairs than this nobody reads, and no worksheet function can answer. */
export const mostPairs = 100_000;

/**
 * Pairs that may be the same account: equal tax id or phone, else names alike by Jaro–Winkler, best first, then by id.
 * Of those with one tax id or phone, and of more than forty with one name, each is paired with the first. null where
 * there are more than `mostPairs`: the search stops there.
 */
export function findDuplicates(accounts: readonly NamedAccount[], threshold: Ratio): Duplicate[] | null {
  const found = new Pairs(accounts);
  const taxIds = accounts.map(({ taxId }) => [taxId.normalize("NFKC").toUpperCase().replace(/\s/g, "")]);
  for (const block of blocksBy(taxIds)) found.addFirstWithOthers(block, 1, "TAXID");
  for (const block of blocksBy(accounts.map(({ phone }) => [phoneKey(phone)])))
    found.addFirstWithOthers(block, 1, "PHONE");
  addAlike(found, rowsByName(accounts), threshold);
  return found.tooMany ? null : found.sorted();
}

/** Rows of each name there is; without a name there is nothing to compare. */
function rowsByName(accounts: readonly NamedAccount[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  accounts.forEach(({ name }, row) => {
    const normalised = normaliseName(name);
    if (normalised === "") return;
    const known = rows.get(normalised);
    if (known) known.push(row);
    else rows.set(normalised, [row]);
  });
  return rows;
}

function addAlike(found: Pairs, rowsOfName: ReadonlyMap<string, readonly number[]>, threshold: Ratio): void {
  const names = [...rowsOfName.keys()];
  const rows = [...rowsOfName.values()];
  for (const same of rows) {
    if (same.length <= neighbours + 1) found.addAll(same, same, 1);
    else found.addFirstWithOthers(same, 1, "NAME");
  }
  const similarity = comparisonOf(
    names.reduce((longest, { length }) => Math.max(longest, length), 0),
    threshold,
  );
  for (const pair of pairsToCompare(names)) {
    if (found.tooMany) return;
    const [low, high] = [Math.floor(pair / names.length), pair % names.length];
    const [one = "", other = ""] = [names[low], names[high]];
    const score = similarity(one, other);
    if (score < threshold - 1e-12) continue;
    const [these, those] = [rows[low] ?? [], rows[high] ?? []];
    const few = these.length * those.length <= neighbours;
    found.addAll(few ? these : these.slice(0, 1), few ? those : those.slice(0, 1), score);
  }
}

/** What was found, each pair once, for the first reason. */
class Pairs {
  private readonly byRows = new Map<number, Duplicate>();

  constructor(private readonly accounts: readonly NamedAccount[]) {}

  get tooMany(): boolean {
    return this.byRows.size > mostPairs;
  }

  addFirstWithOthers([first = 0, ...others]: readonly number[], score: Ratio, reason: DuplicateReason): void {
    for (const other of others) this.add(first, other, score, reason);
  }

  addAll(these: readonly number[], those: readonly number[], score: Ratio): void {
    for (const one of these)
      for (const other of those) if (one !== other) this.add(one, other, score, "NAME");
  }

  private add(one: number, other: number, score: Ratio, reason: DuplicateReason): void {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = low * this.accounts.length + high;
    const [a, b] = [this.accounts[low]?.id ?? "", this.accounts[high]?.id ?? ""];
    if (a === b || this.byRows.has(key)) return;
    this.byRows.set(key, { id: a < b ? a : b, other: a < b ? b : a, score, reason });
  }

  sorted(): Duplicate[] {
    return [...this.byRows.values()].sort(
      (a, b) => b.score - a.score || compare(a.id, b.id) || compare(a.other, b.other),
    );
  }
}

/** The last digits, so that a country code or a leading 0 makes no difference. */
function phoneKey(phone: string): string {
  const digits = phone.normalize("NFKC").replace(/\D/g, "");
  return digits.length < phoneDigits ? "" : digits.slice(-9);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
