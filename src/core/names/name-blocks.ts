/** Names in one block are compared with so many of their neighbours at most. */
export const neighbours = 40;

/**
 * Pairs of names worth a comparison, each once, as `low × count + high` of their rows, ascending. Names that begin or end
 * alike are compared with their neighbours in order from that side, those that share a word all with each other, unless
 * so many have that word that it tells nothing. A name stands in at most 2 + its words blocks, so that the number of
 * pairs grows with the names and not with their square, however alike they are.
 */
export function pairsToCompare(names: readonly string[]): Float64Array {
  const pairs: number[] = [];
  const add = (one: number, other: number): void => {
    pairs.push(Math.min(one, other) * names.length + Math.max(one, other));
  };
  const reversed = names.map((name) => [...name].reverse().join(""));
  addNeighbours(blocksBy(names.map((name) => [name.slice(0, 3)])), names, add);
  addNeighbours(blocksBy(reversed.map((name) => [name.slice(0, 4)])), reversed, add);
  const words = names.map((name) => name.split(" ").filter((word) => word.length >= 4));
  const telling = blocksBy(words).filter((block) => block.length <= neighbours + 1);
  addNeighbours(telling, names, add);
  return new Float64Array(pairs).sort().filter((pair, at, sorted) => pair !== sorted[at - 1]);
}

function addNeighbours(
  blocks: readonly number[][],
  texts: readonly string[],
  add: (one: number, other: number) => void,
): void {
  for (const block of blocks) {
    if (block.length > neighbours) block.sort((a, b) => ((texts[a] ?? "") < (texts[b] ?? "") ? -1 : 1));
    block.forEach((one, at) => {
      const end = Math.min(block.length, at + 1 + neighbours);
      for (let next = at + 1; next < end; next += 1) add(one, block[next] ?? 0);
    });
  }
}

/** Indexes of the rows that share a key; "" is none. Blocks of one are left out. */
export function blocksBy(keys: readonly (readonly string[])[]): number[][] {
  const blocks = new Map<string, number[]>();
  keys.forEach((ofRow, row) => {
    for (const key of ofRow.length > 1 ? new Set(ofRow) : ofRow) {
      if (key === "") continue;
      const block = blocks.get(key);
      if (block) block.push(row);
      else blocks.set(key, [row]);
    }
  });
  return [...blocks.values()].filter((block) => block.length > 1);
}
