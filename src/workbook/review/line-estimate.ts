/** How a text wraps in a cell, estimated: autofit differs between hosts, so heights are planned beforehand. */

/** Share of the font size one character takes. */
const widthOf = (character: string): number => {
  if (character === " ") return 0.25;
  if (character >= "0" && character <= "9") return 0.53;
  return isWide(character) ? 1 : 0.5;
};

/** Below Hangul nothing is wide: the common case does not ask the expression. */
const isWide = (character: string) =>
  character >= "\u1100" &&
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u.test(
    character,
  );

function widthOfText(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character) * size;
  return width;
}

/** Points for text in a column: what the grid keeps free at its sides, and a reserve for wider letters. */
const roomIn = (width: number, indent: number): number => (width - 5 - indent * 7) / 1.05;

/** Latin breaks at spaces, CJK at any character; a space stays with the word before it. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let word = "";
  for (const character of text) {
    if (isWide(character)) {
      if (word) result.push(word);
      word = "";
      result.push(character);
    } else {
      word += character;
      if (character === " ") {
        result.push(word);
        word = "";
      }
    }
  }
  if (word) result.push(word);
  return result;
}

/** Lines a text takes, greedily, in a column `width` points wide at a font of `size` points. */
export function wrapped(text: string, width: number, size: number, indent = 0): string[] {
  const room = roomIn(width, indent);
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const piece of pieces(paragraph)) {
      if (line && widthOfText((line + piece).trimEnd(), size) > room) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += piece;
    }
    lines.push(line.trimEnd());
    // A word longer than the line runs on, as Excel breaks it inside.
    return lines.flatMap((one) => hardBroken(one, room, size));
  });
}

function hardBroken(line: string, room: number, size: number): string[] {
  if (widthOfText(line, size) <= room) return [line];
  const result: string[] = [];
  let part = "";
  for (const character of line) {
    if (part && widthOfText(part + character, size) > room) {
      result.push(part);
      part = "";
    }
    part += character;
  }
  return [...result, part];
}

/** The text itself if it takes at most `lines`, else cut at a word (CJK: a character) with "…". */
export function cutToLines(text: string, width: number, size: number, lines: number, indent = 0): string {
  if (!text.includes("\n") && widthOfText(text, size) <= roomIn(width, indent)) return text;
  if (wrapped(text, width, size, indent).length <= lines) return text;
  const parts = pieces(text);
  for (let keep = parts.length - 1; keep > 0; keep -= 1) {
    const shorter = `${parts
      .slice(0, keep)
      .join("")
      .trimEnd()
      .replace(/[,;，；、]$/, "")}…`;
    if (wrapped(shorter, width, size, indent).length <= lines) return shorter;
  }
  const characters = [...text];
  while (characters.length > 1 && wrapped(`${characters.join("")}…`, width, size, indent).length > lines)
    characters.pop();
  return `${characters.join("")}…`;
}
