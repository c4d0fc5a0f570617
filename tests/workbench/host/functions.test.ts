import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FunctionCall, FunctionMetadata } from "../../../workbench/book/functions/function-runtime";
import { resultValue, wireArguments } from "../../../workbench/host/function-values";
import { openOfficeFrame } from "../../../workbench/host/node-frame";
import { eventually, tinyFrame, tinyHost } from "./tiny-host";

type Tiny = Awaited<ReturnType<typeof tinyFrame>>;

const metadata = (id: string, options: FunctionMetadata["options"] = {}): FunctionMetadata => ({
  id,
  name: id,
  parameters: [
    { name: "a", type: "any" },
    { name: "b", type: "any", dimensionality: "matrix", optional: true },
  ],
  options,
});

let lastCall = 0;
const call = (
  id: string,
  args: FunctionCall["args"] = [],
  options: FunctionMetadata["options"] = {},
): FunctionCall => ({
  id: ++lastCall,
  functionId: id,
  args,
  omitted: args.map(() => false),
  address: "Sheet1!C3",
  parameterAddresses: args.map(() => null),
  metadata: metadata(id, options),
});

const valueOf = (tiny: Tiny, id: number) =>
  tiny.book.delivered.filter((each) => each.callId === id).at(-1)?.value;

describe("custom functions through the real office.js", () => {
  let tiny: Tiny;
  beforeEach(async () => {
    tiny = await tinyFrame();
  });
  afterEach(() => tiny.frame.close());

  async function result(
    fn: unknown,
    args: FunctionCall["args"] = [],
    options: FunctionMetadata["options"] = {},
  ) {
    tiny.frame.CustomFunctions.associate("F", fn as never);
    const asked = call("F", args, options);
    tiny.book.runtime!.invoke(asked);
    await eventually(() => tiny.book.delivered.some((each) => each.callId === asked.id), "a result");
    return valueOf(tiny, asked.id);
  }

  it("[HO3] calls a function with scalars, matrices and null for what was left out", async () => {
    const seen: unknown[] = [];
    const fn = (...args: unknown[]) => {
      seen.push(...args.slice(0, 2));
      return 7;
    };
    expect(
      await result(fn, [
        "x",
        [
          [1, null],
          [true, "t"],
        ],
      ]),
    ).toBe(7);
    expect(seen).toEqual([
      "x",
      [
        [1, null],
        [true, "t"],
      ],
    ]);
    seen.length = 0;
    await result(fn, ["only"]);
    expect(seen).toEqual(["only", null]);
  });

  it("[HO3] spills matrices and shows errors inside them", async () => {
    const { Error, ErrorCode } = tiny.frame.CustomFunctions;
    expect(
      await result(() => [
        [1, "a"],
        [new Error(ErrorCode.divisionByZero), null],
      ]),
    ).toEqual([
      [1, "a"],
      [{ error: "#DIV/0!" }, 0],
    ]);
  });

  it("[HO3] keeps code and message of a thrown, a rejected and a returned error", async () => {
    const { Error, ErrorCode } = tiny.frame.CustomFunctions;
    const problem = () => new Error(ErrorCode.notAvailable, "no data here");
    const expected = { error: "#N/A", message: "no data here" };
    expect(
      await result(() => {
        throw problem();
      }),
    ).toEqual(expected);
    expect(await result(() => Promise.reject(problem()))).toEqual(expected);
    expect(await result(problem)).toEqual(expected);
  });

  it("[HO3] shows #VALUE! for any other exception and #NUM! for infinity", async () => {
    expect(
      await result(() => {
        throw new TypeError("bug");
      }),
    ).toEqual({ error: "#VALUE!" });
    expect(await result(() => 1 / 0)).toEqual({ error: "#NUM!" });
  });

  it("[HO3] hands the address over only to functions that ask for it", async () => {
    const address = (...args: unknown[]) => String((args.at(-1) as { address?: string }).address);
    expect(await result(address, [], { requiresAddress: true })).toBe("Sheet1!C3");
    expect(await result(address)).toMatch(/^(null|undefined)$/);
  });

  it("[HO3] streams values until it is cancelled", async () => {
    let cancelled = 0;
    tiny.frame.CustomFunctions.associate("S", ((
      _a: unknown,
      _b: unknown,
      invocation: CustomFunctions.StreamingInvocation<number>,
    ) => {
      let n = 0;
      const timer = setInterval(() => invocation.setResult(++n), 20);
      invocation.onCanceled = () => {
        clearInterval(timer);
        cancelled += 1;
      };
    }) as never);
    const stream = call("S", ["x"], { stream: true, cancelable: true });
    tiny.book.runtime!.invoke(stream);
    await eventually(() => tiny.book.delivered.length >= 2, "two values of a stream");
    tiny.book.runtime!.cancel(stream.id);
    await eventually(() => cancelled === 1, "onCanceled");
    const count = tiny.book.delivered.length;
    await new Promise((done) => setTimeout(done, 700));
    expect(tiny.book.delivered).toHaveLength(count);
  });

  it("[HO3] does not call with a number that is none", async () => {
    const asked = {
      ...call("F", ["twelve"]),
      metadata: { ...metadata("F"), parameters: [{ name: "a", type: "number" }] },
    };
    tiny.book.runtime!.invoke(asked);
    await eventually(() => tiny.book.delivered.length === 1, "an error");
    expect(valueOf(tiny, asked.id)).toEqual({ error: "#VALUE!" });
  });

  it("[HO3] answers results even while a cell is edited", async () => {
    tiny.host.faults.cellEdit = true;
    expect(await result(() => 5)).toBe(5);
  });
});

describe("custom functions before the page is there", () => {
  it("[HO3] wait until the runtime is ready and are called then", async () => {
    const { host, book } = tinyHost();
    const early = call("LATE", ["x"]);
    book.runtime!.invoke(early);
    await new Promise((done) => setTimeout(done, 50));
    expect(book.delivered).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), "late-"));
    const script = join(folder, "late.js");
    writeFileSync(script, 'CustomFunctions.associate("LATE", (a) => a + "!");');
    const frame = await openOfficeFrame(host, { scripts: [script] });
    await eventually(() => book.delivered.length > 0, "the early call's result");
    expect(book.delivered).toEqual([{ callId: early.id, value: "x!" }]);
    frame.close();
    rmSync(folder, { recursive: true });
  });

  it("[HO3] streams are asked again when the page is loaded again", async () => {
    const tiny = await tinyFrame();
    const stream = call("S", [], { stream: true });
    const fn = (value: number) =>
      ((...args: unknown[]) => (args.at(-1) as { setResult(v: number): void }).setResult(value)) as never;
    tiny.frame.CustomFunctions.associate("S", fn(1));
    tiny.book.runtime!.invoke(stream);
    await eventually(() => valueOf(tiny, stream.id) === 1, "the first page's value");
    tiny.frame.close();
    const again = await openOfficeFrame(tiny.host);
    again.CustomFunctions.associate("S", fn(2));
    await eventually(() => valueOf(tiny, stream.id) === 2, "the second page's value");
    again.close();
  });
});

describe("arguments and results on the wire", () => {
  const repeating = (args: FunctionCall["args"]): FunctionCall => ({
    ...call("R", args),
    metadata: {
      id: "R",
      name: "R",
      parameters: [
        { name: "first", type: "string" },
        { name: "rest", type: "any", repeating: true, optional: true },
      ],
    },
  });

  it("[HO3] gives repeating arguments as one list and converts single values to text", () => {
    expect(wireArguments(repeating([5, [["a", "b"]]]), null)).toEqual(["5", ["a", "b"]]);
    expect(wireArguments(repeating([true]), null)).toEqual(["TRUE", null]);
  });

  it("[HO3] delivers blanks as null, as 0 or as empty text, never for omitted arguments", () => {
    const asked = call("F", [null, [[null, 1]]]);
    expect(wireArguments(asked, null)).toEqual([null, [[null, 1]]]);
    expect(wireArguments(asked, 0)).toEqual([0, [[0, 1]]]);
    expect(wireArguments(asked, "")).toEqual(["", [["", 1]]]);
    expect(wireArguments({ ...call("F", [null, null]), omitted: [true, true] }, 0)).toEqual([null, null]);
  });

  it.each<[string, unknown, unknown]>([
    ["null as 0", null, 0],
    ["a formatted number by its value", { type: "FormattedNumber", basicValue: 5, numberFormat: "0.0" }, 5],
    ["an entity as its text", { type: "Entity", text: "x", basicValue: "#VALUE!" }, "x"],
    ["a flat array as #VALUE!", [1, 2], { error: "#VALUE!" }],
    [
      "short rows filled with #N/A",
      [[1, 2], [3]],
      [
        [1, 2],
        [3, { error: "#N/A" }],
      ],
    ],
    ["too long a text as #VALUE!", "x".repeat(40_000), { error: "#VALUE!" }],
  ])("[HO3] shows %s", (_, value, shown) => {
    expect(resultValue(true, value, 0)).toEqual(shown);
  });

  it.each([
    [0, "#VALUE!"],
    [1, "#N/A"],
    [2, "#VALUE!"],
    [5, "#DIV/0!"],
    [6, "#NUM!"],
    [7, "#VALUE!"],
    [8, "#NULL!"],
  ])("[HO3] shows error code %i as %s", (code, error) => {
    expect(resultValue(false, "", code)).toEqual({ error });
  });
});
