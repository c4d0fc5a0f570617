interface OfAccount {
  readonly account: string;
}

/** The place of each row's account; −1 for accounts without one. */
export function placesOf(rows: readonly OfAccount[], places: ReadonlyMap<string, number>): Int32Array {
  const found = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) found[row] = places.get(rows[row]?.account ?? "") ?? -1;
  return found;
}

/** Rows by the place of their account, for joins that would otherwise search the table per account. */
export class RowsByPlace<Row> {
  private readonly rows: readonly Row[];
  /** The first row of each place, and after each row the next one of its place; −1 = none. */
  private readonly first: Int32Array;
  private readonly next: Int32Array;

  /** `placeOf` says the place of each row, 0 … `places` − 1; one at place −1 is left out. */
  constructor(rows: readonly Row[], placeOf: Int32Array, places: number) {
    this.rows = rows;
    this.first = new Int32Array(rows.length === 0 ? 0 : places).fill(-1);
    this.next = new Int32Array(rows.length);
    for (let row = rows.length - 1; row >= 0; row -= 1) {
      const place = placeOf[row] ?? -1;
      if (place < 0) continue;
      this.next[row] = this.first[place] ?? -1;
      this.first[place] = row;
    }
  }

  /** In the order of the rows; a list made for the caller, or one that is empty for all. */
  of(place: number): readonly Row[] {
    let row = this.first[place] ?? -1;
    if (row < 0) return none;
    const found: Row[] = [];
    for (; row >= 0; row = this.next[row] ?? -1) found.push(this.rows[row] as Row);
    return found;
  }
}

const none: readonly never[] = [];
