import type { CardSettings, WatchEntry } from "../records";
import type { Day, Score, Tier } from "../units";

/**
 * The score at which an account counts as important: the plain cut while no tier is stored, the cut less the band for
 * one that is important (it stays), the cut plus the band for all others (they enter).
 */
export function importantFrom(cut: number, band: number, stored: Tier | null): number {
  if (stored === null) return cut;
  return stored === "important" ? cut - band : cut + band;
}

/** Section 8 "Proposed tier". `watched` is an open Watchlist row or a fired rule. */
export function proposeTier(
  { economic, strategic }: { readonly economic: Score | null; readonly strategic: Score | null },
  watched: boolean,
  stored: Tier | null,
  { tierCut, tierBand, strategicCut }: Pick<CardSettings, "tierCut" | "tierBand" | "strategicCut">,
): Tier {
  if (economic !== null && economic >= importantFrom(tierCut, tierBand, stored)) return "important";
  if (
    strategic !== null &&
    strategicCut !== null &&
    strategic >= importantFrom(strategicCut, tierBand, stored)
  )
    return "important";
  return watched ? "special" : "general";
}

/**
 * Section 7: the stored tier; without one the proposed. A stored general account with an open Watchlist row is special
 * at once; a fired rule alone does not move it.
 */
export function tierInForce(stored: Tier | null, proposed: Tier, openWatch: readonly WatchEntry[]): Tier {
  if (stored === null) return proposed;
  return stored === "general" && openWatch.length > 0 ? "special" : stored;
}

/** Watchlist rows that are open on a day: since that day or before, and not closed by it. */
export function openWatchEntries(entries: readonly WatchEntry[], asOf: Day): readonly WatchEntry[] {
  if (entries.length === 0) return entries;
  return entries.filter(({ since, closed }) => since <= asOf && (closed === null || closed > asOf));
}
