const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const hex = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/**
 * Text of a part of the file. What XML cannot hold is written as Excel does, `_x0007_`, and so is a `_` that would be
 * read as the beginning of that; halves of characters become the replacement character.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, hex)
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, hex)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
