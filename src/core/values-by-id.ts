/** A map over values that stand in the order of their ids, whose places are known already: no second table of ids. */
export class ValuesById<Value> implements ReadonlyMap<string, Value> {
  private readonly places: ReadonlyMap<string, number>;
  private readonly list: readonly Value[];

  /** `places` count from 0 in the order of the ids. */
  constructor(places: ReadonlyMap<string, number>, list: readonly Value[]) {
    this.places = places;
    this.list = list;
  }

  get size(): number {
    return this.list.length;
  }

  get(id: string): Value | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.list[place];
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  forEach(visit: (value: Value, id: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [id, value] of this) visit(value, id, this);
  }

  keys(): MapIterator<string> {
    return this.places.keys();
  }

  values(): ArrayIterator<Value> {
    return this.list.values();
  }

  *entries(): Generator<[string, Value], undefined> {
    for (const [id, place] of this.places) yield [id, this.list[place] as Value];
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries();
  }
}
