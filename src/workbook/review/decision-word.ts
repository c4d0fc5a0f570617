import { languages } from "../../core/units";
import { textsFor } from "../../locales/texts";
import { decisions, type Decision } from "../card";
import type { Labels } from "../codec/labels";
import { normalisedHeader } from "../schema/headers";

/** Other words people use, per language, parted by "|" (`sheets:review.words.<decision>`). */
const otherWords = new Map<string, Decision>(
  decisions.flatMap((decision) =>
    languages.flatMap((language) =>
      textsFor(language)(`sheets:review.words.${decision}`)
        .split("|")
        .map((word) => [normalisedHeader(word), decision] as const),
    ),
  ),
);

/** The decision a cell means, in any language, case and width; null for an unlisted word. */
export function decisionOf(word: string, labels: Labels): Decision | null {
  const code = labels.codeOf("decision", word);
  const known = decisions.find((decision) => decision === code);
  return known ?? otherWords.get(normalisedHeader(word)) ?? null;
}
