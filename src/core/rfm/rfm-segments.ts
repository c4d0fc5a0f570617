export type RfmSegment =
  | "CHAMPION"
  | "LOYAL"
  | "PROMISING"
  | "NEW"
  | "ATTENTION"
  | "FADING"
  | "MUSTKEEP"
  | "ATRISK"
  | "SLEEPING"
  | "LOST";

/** The segment of a recency and a frequency score out of `bins`; other numbers of bins are read on a scale of five. */
export function rfmSegment(r: number, f: number, bins: number): RfmSegment {
  const [recency, frequency] = [Math.ceil((5 * r) / bins), Math.ceil((5 * f) / bins)];
  if (recency >= 4) {
    if (frequency >= 4) return "CHAMPION";
    if (frequency === 3) return "LOYAL";
    return frequency === 2 ? "PROMISING" : "NEW";
  }
  if (recency === 3) {
    if (frequency >= 4) return "LOYAL";
    return frequency === 3 ? "ATTENTION" : "FADING";
  }
  if (frequency >= 4) return "MUSTKEEP";
  if (frequency === 3) return "ATRISK";
  return recency === 2 ? "SLEEPING" : "LOST";
}
