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
  const word = text.trim().toLowerCase();
  return codes.find((code) => wordsOf(name, code).includes(word)) ?? null;
}

function wordsOf(name: string, code: string): string[] {
  const labels = languages.map((language) => textsFor(language)(`functions:choice.${name}.${code}`));
  return [code, ...labels].map((word) => word.toLowerCase());
}
