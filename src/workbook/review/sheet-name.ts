import type { Tier } from "../../core/units";
import type { Texts } from "../../locales/texts";

const longest = 31;

/** A name Excel accepts that none of `taken` has: 31 UTF-16 units, forbidden signs as hyphens, " (2)" on a clash. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[:\\/?*[\]]/g, "-").replace(/^'+|'+$/g, "");
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const name = clean.slice(0, longest - suffix.length).trimEnd() + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** "Overview 1998-05". */
export const overviewSheetName = (texts: Texts, cycle: string): string =>
  texts("sheets:overview.sheet", { cycle });

/** "Review – important 1998-05". */
export const reviewSheetName = (texts: Texts, tier: Tier, cycle: string): string =>
  texts("sheets:review.sheet", { tier: texts(`sheets:review.tier.${tier}`), cycle });
