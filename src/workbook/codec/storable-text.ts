/** Longest text a cell holds. */
const cellLimit = 32_767;

/** Control characters but line feed: Excel cannot store them in a file. */
const controls = /[^\P{Cc}\n]/gu;

/** Halves of characters, and the two code points that are none: a file cannot hold them either. */
const halves = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** A pair that the limit cut in two. */
const cutPair = /\p{Cs}$/u;

/** Text as a cell can keep it: one kind of line break, no control characters, whole characters, cut at Excel's limit. */
export const storableText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(controls, " ")
    .replace(halves, "\uFFFD")
    .slice(0, cellLimit)
    .replace(cutPair, "");
