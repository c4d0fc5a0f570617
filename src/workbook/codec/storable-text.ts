/** Longest text a cell holds. */
const cellLimit = 32_767;

/** Control characters but line feed: Excel cannot store them in a file. */
const controls = /[^\P{Cc}\n]/gu;

/** Text as a cell can keep it: one kind of line break, no control characters, cut at Excel's limit. */
export const storableText = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(controls, " ").slice(0, cellLimit);
