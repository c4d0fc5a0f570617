import { profileNames } from "../../workbench/host/profiles";
import { library } from "../../src/functions/library";
import { keep } from "../office/office-bench";
import { callEveryFunction } from "./example-calls";
import { contentOf, mainJob } from "./profile-bench";
import { profileOfRun, runs } from "./runs";

interface Result {
  readonly cells: ReturnType<typeof contentOf>;
  readonly calls: ReadonlyMap<string, readonly (readonly unknown[])[]>;
  /** What cells with dates show. */
  readonly shown: readonly string[][];
}

async function resultOf(profile: Parameters<typeof mainJob>[0]): Promise<Result> {
  const bench = await mainJob(profile);
  try {
    const { book } = bench.office;
    const cells = contentOf(await keep(bench));
    const reviews = book.table("Reviews");
    const shown =
      reviews?.sheet.texts(reviews.body).map((row) => row.filter((text) => /^\d{4}-/.test(text))) ?? [];
    return { cells, calls: await callEveryFunction(bench), shown };
  } finally {
    await bench.close();
  }
}

const different = (left: Result["cells"], right: Result["cells"]): unknown[] =>
  Object.keys({ ...left, ...right })
    .filter((place) => left[place] !== right[place])
    .map((place) => [place, left[place], right[place]]);

describe("the main job and every function", () => {
  let plain: Result;
  beforeAll(async () => {
    plain = await resultOf({});
  }, 240_000);

  it("[HO200] leave tables, sheets and answers in the Excel that has everything", () => {
    expect(Object.keys(plain.cells).length).toBeGreaterThan(40_000);
    expect(plain.shown.flat().length).toBeGreaterThan(10);
    const wrong = [...plain.calls].filter(([, cells]) => {
      const first = cells[0]?.[0];
      return first === undefined || (typeof first === "object" && first !== null);
    });
    expect(wrong).toEqual([]);
    expect(plain.calls.size).toBe(library.length);
  });

  it("[HO200] meet every profile in one of the runs", () => {
    const met = new Set(Object.values(runs).flat());
    expect(profileNames.filter((name) => !met.has(name))).toEqual(["everything"]);
  });

  it.each(Object.entries(runs))(
    "[HO200] [WB7] [FN4] have the same outcome in %s",
    async (_, names) => {
      const { cells, calls, shown } = await resultOf(profileOfRun(names));
      expect(different(plain.cells, cells)).toEqual([]);
      expect(shown).toEqual(plain.shown);
      expect(Object.fromEntries(calls)).toEqual(Object.fromEntries(plain.calls));
    },
    240_000,
  );
});
