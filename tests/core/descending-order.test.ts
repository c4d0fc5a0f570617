import fc from "fast-check";
import { descendingOrder } from "../../src/core/statistics/descending-order";

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 1e-7, 2 ** 53, -(2 ** 53), 0.1 + 0.2, 0.3),
);
/** Whole cents, to beyond what a key of theirs holds. */
const amount = fc.oneof(
  fc.integer({ min: -2_000, max: 2_000 }).map((cents) => cents / 100),
  fc.constantFrom(0, -0, 21_474_836.47, -21_474_836.47, 21_474_836.48),
);
const columnOf = (one: fc.Arbitrary<number>) => fc.array(one, { maxLength: 60 });
/** The last: many equal ones. */
const column = fc.oneof(columnOf(number), columnOf(amount), columnOf(fc.constantFrom(1, 2)));
const id = fc.constantFrom("a", "B", "中", "", "a10", "a9");
const rows = column.chain((values) => fc.tuple(...values.map((value) => fc.tuple(fc.constant(value), id))));

describe("descending order", () => {
  it("[FN5] is that of a sort that compares: by number, then by id, then as the rows stand", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const values = given.map(([value]) => value);
        const byComparing = given
          .map(([value, id], row) => ({ value, id, row }))
          .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : Number(a.id > b.id)) || a.row - b.row)
          .map(({ row }) => row);
        const ids = given.map(([, id]) => id);
        expect([...descendingOrder(values, ids).rows]).toEqual(byComparing);
      }),
    );
  });

  it("[FN5] leaves rows of equal numbers as they stand without ids, and counts what is strictly larger", () => {
    fc.assert(
      fc.property(column, (values) => {
        const { rows: order, larger } = descendingOrder(values);
        const byComparing = values.map((_, row) => row).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
        expect([...order]).toEqual(byComparing);
        values.forEach((value, row) =>
          expect(larger[row]).toBe(values.filter((other) => other > value).length),
        );
      }),
    );
  });
});
