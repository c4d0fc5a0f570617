import { languages } from "../core/units";
import { textsFor } from "../locales/cell-texts";
import { isBlank, single } from "./cells";
import { badInput } from "./problem";

/**
 * One of a few words, as a code or as its word in any language of the card, in any case; blank takes the first.
 * Throws a problem that names what is allowed.
 */
export function choiceOf<Code extends string>(
  argument: unknown,
  name: string,
  codes: readonly [Code, ...Code[]],
): Code {
  const given = single(argument);
  if (isBlank(given)) return codes[0];
  const known = wordIn(String(given), name, codes);
  if (known !== null) return known;
  throw badInput("notAChoice", { argument: name, choices: codes.map((code) => `"${code}"`).join(", ") });
}

/** The code a word stands for, null for a word that is none of them. */
export function wordIn<Code extends string>(text: string, name: string, codes: readonly Code[]): Code | null {
  const code = codesOf(name, codes).get(text.trim().toLowerCase());
  return codes.find((known) => known === code) ?? null;
}

/** A column may ask a hundred thousand times; texts never change while the bundle is loaded. */
const known = new Map<string, ReadonlyMap<string, string>>();

/** Codes by their words in small letters: the code itself, and its label in every language. */
function codesOf(name: string, codes: readonly string[]): ReadonlyMap<string, string> {
  const key = `${name} ${codes.join(" ")}`;
  const found = known.get(key);
  if (found) return found;
  const words = new Map<string, string>();
  for (const code of [...codes].reverse())
    for (const word of wordsOf(name, code)) words.set(word.toLowerCase(), code);
  known.set(key, words);
  return words;
}

function wordsOf(name: string, code: string): string[] {
  return [code, ...languages.map((language) => textsFor(language)(`functions:choice.${name}.${code}`))];
}
