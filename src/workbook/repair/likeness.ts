/** Pairs of neighbouring characters. */
function pairsOf(text: string): readonly string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}

/** How alike two words are by their pairs of letters, 0 to 1 (Sørensen–Dice). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const left = [...pairsOf(one)];
  const right = pairsOf(other);
  if (left.length === 0 || right.length === 0) return 0;
  const total = left.length + right.length;
  let shared = 0;
  for (const pair of right) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / total;
}
