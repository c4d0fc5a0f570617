import type { Language } from "../../core/units";
import type { Catalogue, CatalogueFunction } from "./catalogue";

/** How much a word counts, by where it stands. */
const weights = { id: 8, description: 3, answers: 1 };

/** A word in more functions than this share tells nothing: "which", "the", 的. */
const commonShare = 0.4;

interface Hit {
  readonly found: CatalogueFunction;
  readonly words: number;
  readonly points: number;
}

/** Words of a question, in small letters; Chinese is cut where its words end. */
function wordsOf(question: string, language: Language): readonly string[] {
  const text = question
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\bkam\./g, "");
  const words =
    "Segmenter" in Intl
      ? [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)]
          .filter(({ isWordLike }) => isWordLike)
          .map(({ segment }) => segment)
      : text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return [...new Set(words.map(stemOf))];
}

/** "leaving" finds "leave", "customers" finds "customer". */
const stemOf = (word: string): string => {
  const stem = word.replace(/(ing|ed|es|e|s)$/, "");
  return stem.length >= 4 ? stem : word;
};

function pointsOf({ id, description, answers }: CatalogueFunction, word: string): number {
  const within = (text: string): boolean => text.toLowerCase().includes(word);
  return (
    (within(id) ? weights.id : 0) +
    (within(description) ? weights.description : 0) +
    (within(answers) ? weights.answers : 0)
  );
}

/**
 * Functions a question is about, the best first: those with all of its words, else those with most of them; rare words
 * weigh more, and a function's own name most. Words most functions have do not count, unless the question has no others.
 */
export function searchFunctions(
  { groups }: Catalogue,
  question: string,
  language: Language,
): readonly CatalogueFunction[] {
  const all = groups.flatMap(({ functions }) => functions);
  const words = wordsOf(question, language).map((word) => weighed(all, word));
  const telling = words.filter(({ share }) => share <= commonShare);
  const counted = telling.length > 0 ? telling : words;
  const hits: readonly Hit[] = all.map((found, index) => {
    const points = counted.map((word) => word.points[index] ?? 0).filter((one) => one > 0);
    return { found, words: points.length, points: points.reduce((sum, one) => sum + one, 0) };
  });
  const named = question
    .trim()
    .toUpperCase()
    .replace(/^=?KAM\./, "");
  const rank = ({ found, points }: Hit): number => (found.id === named ? Infinity : points);
  const most = Math.max(0, ...hits.map((hit) => hit.words));
  return hits
    .filter((hit) => most > 0 && hit.words === most)
    .sort((one, other) => (rank(other) > rank(one) ? 1 : rank(other) < rank(one) ? -1 : 0))
    .map(({ found }) => found);
}

/** Points of a word in each function, and the share of functions that have it. */
function weighed(all: readonly CatalogueFunction[], word: string) {
  const points = all.map((each) => pointsOf(each, word));
  const having = points.filter((one) => one > 0).length;
  const rarity = having > 0 ? 1 + Math.log(all.length / having) : 0;
  return { share: having / all.length, points: points.map((one) => one * rarity) };
}
