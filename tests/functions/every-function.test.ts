import { exampleResult } from "../../scripts/functions-example";
import { functionExamples } from "../../scripts/functions-examples";
import { answer, argumentsOf, byName, expectSound, pure, rangesOf, withCell, withRanges } from "./called";
import { errorValue, shown } from "./custom-functions-global";

describe("every pure function", () => {
  it.each(byName(pure))("[FN4] %s answers its example in cells Excel can show", (id, declared) => {
    const example = functionExamples[id];
    expectSound(answer(declared, argumentsOf(declared)));
    if (example) expectSound(shown(exampleResult(id, example, "zh-CN")));
  });

  it.each(byName(withRanges))('[FN4] %s reads null, "" and spaces as the same blank', (_, declared) => {
    const args = argumentsOf(declared);
    for (const index of rangesOf(args)) {
      const [first, ...others] = [null, "", "  "].map((blank) =>
        answer(
          declared,
          withCell(args, index, () => blank),
        ),
      );
      expectSound(first);
      for (const other of others) expect(other).toEqual(first);
    }
  });

  it.each(byName(withRanges))(
    "[FN4] %s has a sentence for texts, errors, NaN and infinities in a range",
    (_, declared) => {
      const args = argumentsOf(declared);
      for (const index of rangesOf(args)) {
        for (const bad of ["n/a", errorValue("#REF!"), NaN, Infinity, -1e300, true]) {
          expectSound(
            answer(
              declared,
              withCell(args, index, () => bad),
            ),
          );
        }
      }
    },
  );

  it.each(byName(withRanges))("[FN4] %s reads a cell with a data type by its basic value", (_, declared) => {
    const args = argumentsOf(declared);
    const plain = answer(declared, args);
    for (const index of rangesOf(args)) {
      const typed = withCell(args, index, (old) => ({ type: "Entity", text: "x", basicValue: old }));
      expect(answer(declared, typed)).toEqual(plain);
    }
  });

  it.each(byName(withRanges))(
    "[FN4] %s takes one row, no row and a wrong shape without breaking",
    (_, declared) => {
      const args = argumentsOf(declared);
      const cut = (rows: number) =>
        args.map((argument) => (Array.isArray(argument) ? argument.slice(0, rows) : argument));
      expectSound(answer(declared, cut(1)));
      const none = answer(declared, cut(0));
      expect(String(none)).toMatch(/^#(VALUE!|N\/A): /);
      for (const index of rangesOf(args)) {
        const wide = args.map((argument, place) =>
          place === index && Array.isArray(argument) ? [...argument, [1, 2, 3, 4, 5, 6, 7]] : argument,
        );
        expect(String(answer(declared, wide))).toMatch(/^#VALUE!: /);
        const short = args.map((argument, place) => (place === index ? [["1"]] : argument));
        expectSound(answer(declared, short));
      }
    },
  );

  it.each(byName(pure))(
    "[FN6] %s takes its defaults for what is left out, and asks for what it needs",
    (_, declared) => {
      const args = argumentsOf(declared);
      const needed = declared.parameters.map(({ optional }, index) => (optional ? null : args[index]));
      expectSound(answer(declared, needed));
      if (declared.parameters.some(({ optional }) => !optional)) {
        expect(
          String(
            answer(
              declared,
              args.map(() => null),
            ),
          ),
        ).toMatch(/^#VALUE!: /);
      }
    },
  );

  it.each(byName(pure))("[FN4] %s says which word or number it cannot take", (_, declared) => {
    const args = argumentsOf(declared);
    declared.parameters.forEach(({ range }, index) => {
      if (range) return;
      for (const bad of ["nonsense", errorValue("#DIV/0!"), -1e9, Infinity]) {
        expectSound(
          answer(
            declared,
            args.map((argument, place) => (place === index ? bad : argument)),
          ),
        );
      }
    });
  });

  it.each(byName(pure))(
    "[FN3] %s gives the same answer every time and leaves its arguments alone",
    (_, declared) => {
      const args = argumentsOf(declared);
      const before = JSON.stringify(args);
      const first = answer(declared, args);
      expect(answer(declared, args)).toEqual(first);
      expect(JSON.stringify(args)).toBe(before);
    },
  );
});
