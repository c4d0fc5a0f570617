/** Bits of a key that one pass looks at. */
const bits = 11;
const mask = (1 << bits) - 1;

/**
 * Rows in order of their keys, smallest first; those of equal keys in the order given. Counts instead of comparing: a
 * pass for each eleven bits in which keys differ.
 */
export function orderedByKey(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  const [first = 0] = rows;
  let differing = 0;
  for (const row of rows) differing |= (keys[row] ?? 0) ^ (keys[first] ?? 0);
  let ordered = rows;
  for (let shift = 0; shift < 32; shift += bits)
    if ((differing >>> shift) & mask) ordered = onePass(ordered, keys, shift);
  return ordered;
}

function onePass(rows: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(mask + 1);
  for (const row of rows) {
    const digit = ((keys[row] ?? 0) >>> shift) & mask;
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit <= mask; digit += 1) {
    const count = places[digit] ?? 0;
    places[digit] = before;
    before += count;
  }
  const ordered = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = ((keys[row] ?? 0) >>> shift) & mask;
    const place = places[digit] ?? 0;
    ordered[place] = row;
    places[digit] = place + 1;
  }
  return ordered;
}
