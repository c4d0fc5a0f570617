import { ranksOf, sharesBefore } from "../statistics/shares";

/** Language-free codes of the pure functions (FN10). */
export const tierCodes = ["IMPORTANT", "SPECIAL", "GENERAL"] as const;
export type TierCode = (typeof tierCodes)[number];

export interface TierRow {
  /** null is missing: GENERAL, or SPECIAL if watched. */
  readonly value: number | null;
  readonly watched: boolean;
  readonly previous: TierCode | null;
}

export type TierMode = "score" | "share" | "rank";

/** The cut of each mode where none is given: 65 points, 80 % of the amount, the best 20 % of the rows. */
export const defaultCuts: Readonly<Record<TierMode, number>> = { score: 65, share: 0.8, rank: 0.2 };

/**
 * TIERS: one cut decides what is important; a watched general row is special. A row that is IMPORTANT already stays
 * within `band` of the cut, any other has to pass it by `band`; without a previous tier the plain cut counts. Equal
 * values of equal previous tier and watch always get the same code (FN5).
 */
export function tierOfRows(rows: readonly TierRow[], mode: TierMode, cut: number, band: number): TierCode[] {
  const passes = passing(
    rows.map(({ value }) => value).filter((value) => value !== null),
    mode,
    cut,
    band,
  );
  return rows.map(({ value, watched, previous }) => {
    const shift = previous === null ? 0 : previous === "IMPORTANT" ? -1 : 1;
    if (value !== null && passes(value, shift)) return "IMPORTANT";
    return watched ? "SPECIAL" : "GENERAL";
  });
}

/** `shift` −1 eases the cut by the band, +1 tightens it. */
type Passes = (value: number, shift: -1 | 0 | 1) => boolean;

function passing(values: readonly number[], mode: TierMode, cut: number, band: number): Passes {
  if (mode === "score") return (value, shift) => value >= cut + shift * band;
  if (mode === "share") {
    const before = sharesBefore(values);
    return (value, shift) => (before.get(Math.max(0, value)) ?? 1) < cut - shift * band - 1e-12;
  }
  const ranks = ranksOf(values);
  const places = placesOf(cut, values.length);
  const margin = cut < 1 ? placesOf(band, values.length) : band;
  return (value, shift) => (ranks.get(value) ?? Infinity) <= places - shift * margin + 1e-9;
}

/** A cut below 1 is a share of the rows, rounded up; counts from shares are compared with 1e-9 (FN5). */
function placesOf(cut: number, rows: number): number {
  return cut < 1 ? Math.ceil(cut * rows - 1e-9) : cut;
}
