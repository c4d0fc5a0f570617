import type { DeclaredFunction } from "../../src/functions/declare/declare";
import { library } from "../../src/functions/library";
import {
  answer,
  argumentsOf,
  byName,
  cellsOf,
  expectSound,
  pure,
  rangesOf,
  withCell,
  withRanges,
} from "./called";
import { call, errorValue, shown } from "./custom-functions-global";

/** Columns of a function that run side by side: one row shorter, and the call fails. */
const sideBySide: Readonly<Record<string, readonly (readonly string[])[]>> = {
  TIERS: [["values", "watch", "previous"]],
  WHATIF: [["values", "amounts"]],
  PARETO: [["values", "ids"]],
  ENDS: [["ids", "value", "risk"]],
  MATRIX: [["x", "y"]],
  PROMODEP: [["ids", "amounts", "promo"]],
  RFM: [["ids", "dates", "amounts"]],
  CLV: [["margin", "retention"]],
  BTYD: [["ids", "dates", "amounts"]],
  BGFIT: [["x", "tx", "T"]],
  PALIVE: [["x", "tx", "T"]],
  EXPECTED: [["x", "tx", "T"]],
  GGFIT: [["x", "spend"]],
  GGSPEND: [["x", "spend"]],
  CLVPROB: [["x", "tx", "T", "spend"]],
  SIGNALS: [["ids", "dates", "amounts"]],
  RISK: [["likelihood", "impact", "flags"]],
  CREDITS: [["factors", "overdueDays"]],
  CREDITUSE: [["limit", "receivable", "orders"]],
  AGEING: [["ids", "due", "open"]],
  CHURN: [["ids", "dates", "amounts"]],
  RETENTION: [["start", "end"]],
  SLA: [["asked", "answered"]],
  REPEAT: [["ids", "dates"]],
  RENEWAL: [["due", "renewed"]],
  GROWTH: [["now", "before"]],
  WHITESPACE: [["boughtAccounts", "boughtProducts", "amounts"]],
  SATGAP: [["dimensions", "importance", "scores"]],
  ONTIME: [["due", "done"]],
  COVERAGE: [["owners", "last"]],
  DEDUPE: [["ids", "names", "phones"]],
};

/** Functions with several ranges of shapes of their own, or whose example gives one of them. */
const ownShapes = ["SCORES", "SCREEN", "TIMEPLAN", "STRESS", "CLASSIFY", "HHI", "TOPSHARE"];

const dateArguments: Readonly<Record<string, readonly string[]>> = {
  RFM: ["dates", "asOf"],
  BTYD: ["dates", "asOf"],
  SIGNALS: ["dates", "asOf"],
  AGEING: ["due", "asOf"],
  CHURN: ["dates", "asOf"],
  REPEAT: ["dates", "asOf"],
  SLA: ["asked", "answered", "asOf"],
  ONTIME: ["due", "done", "asOf"],
  COVERAGE: ["last", "asOf"],
  BIRTHDAY: ["asOf"],
  LUNARDATE: ["date"],
};

const datesAsText = ["5/6/1998", "06.05.1998", "6 May 1998", "1998年5月6日", "1998-05-06"];

/** Money that refunds and losses make negative. */
const amountArguments: Readonly<Record<string, readonly string[]>> = {
  TIERS: ["values"],
  WHATIF: ["amounts"],
  PARETO: ["values"],
  SEGMENT: ["profit"],
  CLASSIFY: ["values"],
  PROMODEP: ["amounts"],
  RFM: ["amounts"],
  BTYD: ["amounts"],
  SIGNALS: ["amounts"],
  TREND: ["amounts"],
  AGEING: ["open"],
  STRESS: ["revenue"],
  CHURN: ["amounts"],
  AVGPROFIT: ["profit"],
  HHI: ["values"],
  TOPSHARE: ["values"],
  WHITESPACE: ["amounts"],
};

const declaredOf = (id: string): DeclaredFunction => {
  const found = library.find((each) => each.id === id);
  if (!found) throw new Error(`no function ${id}`);
  return found;
};

/** Where an argument stands. */
const placeOf = ({ id, parameters }: DeclaredFunction, name: string): number => {
  const place = parameters.findIndex((each) => each.name === name);
  if (place < 0) throw new Error(`${id} has no ${name}`);
  return place;
};

const withArgument = (args: readonly unknown[], place: number, value: unknown): unknown[] =>
  args.map((argument, index) => (index === place ? value : argument));

/** A function with the names of some of its arguments, for `it.each`. */
const argumentsIn = (table: Readonly<Record<string, readonly string[]>>): [string, string][] =>
  Object.entries(table).flatMap(([id, names]) => names.map((name): [string, string] => [id, name]));

/** Functions that answer for a list of accounts are asked for every one there is. */
function askedForAll({ parameters }: DeclaredFunction, args: readonly unknown[]): unknown[] {
  const ids = args[parameters.findIndex(({ name }) => name === "ids")];
  const place = parameters.findIndex(({ name }) => name === "accounts");
  return place < 0 || !Array.isArray(ids) ? [...args] : withArgument(args, place, ids);
}

const errorsIn = (value: unknown): string[] =>
  cellsOf(value).filter((cell): cell is string => typeof cell === "string" && cell.startsWith("#"));

describe("what gets a clear error", () => {
  it.each(Object.entries(sideBySide))(
    "[FN4] %s refuses columns of different lengths by name",
    (id, groups) => {
      const declared = declaredOf(id);
      for (const group of groups) {
        const places = group.map((name) => placeOf(declared, name));
        const args = argumentsOf(declared).map((argument, place) =>
          places.includes(place) && Array.isArray(argument) ? repeated(argument, 4) : argument,
        );
        for (const place of places) {
          const column = args[place];
          if (!Array.isArray(column)) continue;
          const short = answer(declared, withArgument(args, place, column.slice(0, -1)));
          expect(short).toMatch(/^#VALUE!: \w+ must have \d+ cells, like the data$/);
        }
      }
    },
  );

  it("[FN4] no function with several ranges is left out", () => {
    const several = pure.filter(({ parameters }) => parameters.filter(({ range }) => range).length > 1);
    const known = new Set([...Object.keys(sideBySide), ...ownShapes]);
    expect(several.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(["SCORES", "CREDITS"])(
    "[FN4] %s takes no weights that are zero, negative, text or missing",
    (id) => {
      const declared = declaredOf(id);
      const args = argumentsOf(declared);
      const place = placeOf(declared, "weights");
      const width = (args[place] as unknown[][])[0]?.length ?? 0;
      const weighed = (...cells: readonly unknown[]): unknown =>
        answer(
          declared,
          withArgument(args, place, [
            Array.from({ length: width }, (_, index) => cells[index % cells.length]),
          ]),
        );
      expect(weighed(0)).toBe("#VALUE!: At least one weight must be above 0");
      expect(weighed(null)).toBe("#VALUE!: At least one weight must be above 0");
      expect(weighed(1, -1)).toMatch(/^#VALUE!: Weights cannot be negative/);
      expect(weighed(1, "much")).toBe("#VALUE!: weights must hold numbers only");
      expect(weighed(1, errorValue("#REF!"))).toBe("#VALUE!: weights must hold numbers only");
      expect(weighed(1, NaN)).toBe("#VALUE!: weights must hold numbers only");
      expectSound(weighed(1, null));
      expect(weighed(1, 0)).toEqual(weighed(1, null));
      expect(answer(declared, withArgument(args, place, [[1]]))).toMatch(
        /^#VALUE!: weights must have \d+ cells/,
      );
      expect(answer(declared, withArgument(args, place, null))).toMatch(/^#VALUE!: weights must/);
    },
  );

  it.each(byName(pure))(
    "[FN4] %s names the argument that is no word, number or date it knows",
    (id, declared) => {
      const args = argumentsOf(declared);
      declared.parameters.forEach(({ name, range }, place) => {
        if (range || (id === "BIRTHDAY" && name === "birth")) return;
        for (const bad of ["no such word", errorValue("#N/A")]) {
          const said = String(answer(declared, withArgument(args, place, bad)));
          expect(said).toMatch(/^#VALUE!: /);
          expect(said).toContain(name);
        }
      });
    },
  );

  it.each(argumentsIn(dateArguments))(
    "[FN4] %s takes no date as text for %s, in any country's way",
    (id, name) => {
      const declared = declaredOf(id);
      const args = askedForAll(declared, argumentsOf(declared));
      const place = placeOf(declared, name);
      for (const text of datesAsText) {
        const inRange = Array.isArray(args[place]);
        const bad = inRange ? withCell(args, place, () => text) : withArgument(args, place, text);
        const said = errorsIn(answer(declared, bad)).filter((error) => error.startsWith("#VALUE!"));
        expect(said.length).toBeGreaterThan(0);
        expect(said.every((error) => error.includes(inRange ? text : name))).toBe(true);
      }
    },
  );

  it.each(argumentsIn(amountArguments))("[FN4] %s takes refunds and losses in %s", (id, name) => {
    const declared = declaredOf(id);
    const args = argumentsOf(declared);

    const after = answer(
      declared,
      withCell(args, placeOf(declared, name), (old) => -Math.abs(Number(old)) || -1),
    );
    expectSound(after);
    expect(errorsIn(after).filter((error) => error.startsWith("#VALUE!"))).toEqual([]);
  });

  it.each(byName(withRanges))(
    "[FN4] %s answers, or says why not, where all values are equal",
    (id, declared) => {
      const args = argumentsOf(declared);
      const dates = dateArguments[id] ?? [];
      const numeric = rangesOf(args).filter((place) => {
        const name = declared.parameters[place]?.name ?? "";
        return !dates.includes(name) && cellsOf(args[place]).every((cell) => typeof cell === "number");
      });
      for (const value of [0, 1, 7.5]) {
        const equal = numeric.reduce<unknown[]>(
          (all, place) =>
            withArgument(
              all,
              place,
              (all[place] as unknown[][]).map((row) => row.map(() => value)),
            ),
          args,
        );
        expectSound(answer(declared, equal));
      }
    },
  );

  it.each(byName(withRanges))(
    "[FN4] %s reads a blank that comes as 0 as one where texts and dates stand",
    (id, declared) => {
      const args = argumentsOf(declared);
      for (const place of rangesOf(args)) {
        const name = declared.parameters[place]?.name ?? "";
        const texts = cellsOf(args[place]).every((cell) => typeof cell === "string");
        if (!texts && !(dateArguments[id] ?? []).includes(name)) continue;
        const [zero, blank] = [0, null].map((cell) =>
          answer(
            declared,
            withCell(args, place, () => cell),
          ),
        );
        expect(zero).toEqual(blank);
      }
    },
  );

  it("[FN4] fits and their followers refuse histories that cannot be", () => {
    const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
    for (const [x, tx, T] of [
      [-1, 1, 5],
      [1.5, 1, 5],
      [1, 6, 5],
      [0, 2, 5],
      [1, -1, 5],
    ]) {
      const rest = [column(2, x), column(3, tx), column(5, T)];
      expect(String(call("BGFIT", ...rest))).toMatch(/^#VALUE!: Row 2: x must be a whole number/);
    }
  });
});

/** What integrates, or compares rows with each other, takes its time: fewer rows here. */
const slow = { CLVPROB: 500, EXPECTED: 2_000, PALIVE: 10_000, DEDUPE: 500, WHITESPACE: 500 };
/** The benches run these on 100,000 rows and more; others read their rows as one of those below does. */
const elsewhere = ["RFM", "BTYD", "SIGNALS", "PROMODEP", "SCORES", "SCREEN", "TREND", "CLV", "TIMEPLAN"];
const fewerRows: Readonly<Record<string, number>> = {
  ...Object.fromEntries(elsewhere.map((id) => [id, 10_000])),
  ...slow,
};
/** Ranges whose size is given by something else than the number of rows. */
const small = new Set([
  ...["weights", "cuts", "bands", "minimum", "must", "labels", "params", "bg", "gg", "bounds", "edges"],
]);

/** The column repeated; ids become different ones, so that there are many accounts. */
function repeated(column: readonly (readonly unknown[])[], rows: number): unknown[][] {
  return Array.from({ length: rows }, (_, row) => {
    const again = Math.floor(row / column.length);
    const [cell, ...others] = column[row % column.length] ?? [];
    const isId = typeof cell === "string" && cell !== "" && cell !== "IMPORTANT";
    return [isId && again > 0 ? `${cell} ${again}` : cell, ...others];
  });
}

describe("100,000 rows", () => {
  it.each(byName(withRanges))(
    "[FN4] %s answers in cells, and no stack is too deep for it",
    (id, declared) => {
      const rows = fewerRows[id] ?? 100_000;
      const args = argumentsOf(declared).map((argument, place) => {
        const { name = "" } = declared.parameters[place] ?? {};
        const one = Array.isArray(argument) && argument.length === 1 && id !== "TREND";
        return !Array.isArray(argument) || small.has(name) || one ? argument : repeated(argument, rows);
      });
      const found = withoutShowing(declared, id === "TIMEPLAN" ? withArgument(args, 1, 10 * rows) : args);
      expect(found.filter((said) => !said.includes("5 MB"))).toEqual([]);
    },
  );
});

/** The errors of a call as they are thrown or stand in its cells: showing every cell would take longer than the call. */
function withoutShowing({ run }: DeclaredFunction, args: readonly unknown[]): string[] {
  try {
    const value = run(...args);
    const rows: unknown[] = Array.isArray(value) ? value : [value];
    expect(rows.length).toBeGreaterThan(0);
    const bad = rows.filter(
      (row) => Array.isArray(row) && row.some((cell) => typeof cell === "object" || cell === undefined),
    );
    return errorsIn(shown(bad)).filter((error) => error.startsWith("#VALUE!"));
  } catch (thrown) {
    const error = shown(thrown);
    if (typeof error !== "string") throw thrown;
    return [error].filter((said) => said.startsWith("#VALUE!"));
  }
}
