import type { BatchEntry } from "../../../workbench/host/host";
import { eventually, tinyFrame } from "./tiny-host";

type Tiny = Awaited<ReturnType<typeof tinyFrame>>;

/** What the add-in sees when it writes cells: the code of the error, "" when all went well. */
function write({ frame }: Tiny, ...addresses: string[]): Promise<string> {
  return frame.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (const address of addresses) sheet.getRange(address).values = [[address]];
    await context.sync();
    return "";
  }).catch((error: { code: string }) => error.code);
}

function read({ frame }: Tiny, address: string): Promise<unknown> {
  return frame.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("values");
    await context.sync();
    return range.values[0]?.[0];
  }).catch((error: { code: string }) => error.code);
}

describe("faults of the host", () => {
  let tiny: Tiny;
  beforeEach(async () => {
    tiny = await tinyFrame();
  });
  afterEach(() => tiny.frame.close());

  it("[HO5] answers InvalidOperationInCellEditMode while a cell is edited, to reads and writes", async () => {
    tiny.host.faults.cellEdit = true;
    expect(await write(tiny, "A1")).toBe("InvalidOperationInCellEditMode");
    expect(await read(tiny, "A1")).toBe("InvalidOperationInCellEditMode");
    expect(tiny.book.cells.size).toBe(0);
    tiny.host.faults.cellEdit = false;
    tiny.book.isEditingCell = true;
    expect(await write(tiny, "A1")).toBe("InvalidOperationInCellEditMode");
    tiny.book.isEditingCell = false;
    expect(await write(tiny, "A1")).toBe("");
  });

  it("[HO5] waits for the end of the edit when the add-in asks for that", async () => {
    tiny.host.faults.cellEdit = true;
    const run = tiny.frame.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["later"]];
      await context.sync();
    });
    setTimeout(() => (tiny.host.faults.cellEdit = false), 120);
    await run;
    expect(tiny.book.cells.get("0,0")).toBe("later");
  });

  it("[HO5] refuses writes of a read-only workbook and lets it be read", async () => {
    await write(tiny, "A1");
    tiny.host.faults.readOnly = true;
    expect(await write(tiny, "A1")).toBe("AccessDenied");
    expect(await read(tiny, "A1")).toBe("A1");
  });

  it("[HO5] refuses writes to a protected sheet only", async () => {
    tiny.host.faults.protectedSheets.add("Other");
    expect(await write(tiny, "A1")).toBe("");
    tiny.host.faults.protectedSheets.add("Sheet1");
    expect(await write(tiny, "A2")).toBe("AccessDenied");
    expect(await read(tiny, "A1")).toBe("A1");
  });

  it("[HO5] fails at the armed action; earlier ones stand, later ones do not run, the next batch is well", async () => {
    const entries: BatchEntry[] = [];
    tiny.host.onBatch((entry) => entries.push(entry));
    await write(tiny, "A1", "B1");
    const sets = entries.at(-1)?.actions ?? [];
    const second = sets.lastIndexOf("Range.Set Values");
    tiny.host.faults.failAtAction = second;
    expect(await write(tiny, "C1", "D1")).toBe("GeneralException");
    expect(tiny.book.cells.get("0,2")).toBe("C1");
    expect(tiny.book.cells.has("0,3")).toBe(false);
    expect(tiny.host.faults.failAtAction).toBeNull();
    expect(await write(tiny, "D1")).toBe("");
  });

  it("[HO5] counts the armed action on through the following writing batches and passes over reads", async () => {
    const entries: BatchEntry[] = [];
    tiny.host.onBatch((entry) => entries.push(entry));
    await write(tiny, "A1");
    const length = entries.find((entry) => entry.kind === "workbook")!.actions.length;
    tiny.host.faults.failAtAction = length + 2;
    expect(await read(tiny, "A1")).toBe("A1");
    expect(await write(tiny, "B1")).toBe("");
    expect(await write(tiny, "C1")).toBe("GeneralException");
  });

  it("[HO5] fails a writing batch at every index in turn", async () => {
    let index = 0;
    for (; ; index += 1) {
      tiny.host.faults.failAtAction = index;
      if ((await write(tiny, "A1", "B1")) === "") break;
    }
    expect(index).toBeGreaterThan(5);
  });

  it.each([
    [5012, "InvalidOrTimedOutSession"],
    [5102, "ActivityLimitReached"],
    [7000, "AccessDenied"],
    [5001, "GeneralException"],
  ])("[HO5] answers dispatch error %i as %s", async (number, code) => {
    tiny.host.faults.dispatchError = number;
    expect(await read(tiny, "A1")).toBe(code);
    tiny.host.faults.dispatchError = null;
    expect(await read(tiny, "A1")).toBe("");
  });

  it("[HO5] loses the answer of a batch whose writes stand", async () => {
    tiny.host.faults.answerLost = 5012;
    expect(await write(tiny, "A1")).toBe("InvalidOrTimedOutSession");
    tiny.host.faults.answerLost = 5104;
    expect(await write(tiny, "B1")).toBe("ResponsePayloadSizeLimitExceeded");
    tiny.host.faults.answerLost = null;
    expect([tiny.book.cells.get("0,0"), tiny.book.cells.get("0,1")]).toEqual(["A1", "B1"]);
  });

  it("[HO5] limits the bytes of a request, and of an answer after the work was done", async () => {
    tiny.host.faults.payloadLimit = 900;
    const long = await tiny.frame.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["x".repeat(2_000)]];
      await context.sync();
      return "";
    }).catch((error: { code: string }) => error.code);
    expect(long).toBe("RequestPayloadSizeLimitExceeded");
    expect(tiny.book.cells.size).toBe(0);
    tiny.book.cells.set("0,0", "y".repeat(2_000));
    expect(await read(tiny, "A1")).toBe("ResponsePayloadSizeLimitExceeded");
  });

  it("[HO5] accepts and forgets writes of cells", async () => {
    tiny.host.faults.writeSwallowed = true;
    expect(await write(tiny, "A1")).toBe("");
    expect(await read(tiny, "A1")).toBe("");
    tiny.host.faults.writeSwallowed = false;
    await write(tiny, "A1");
    expect(await read(tiny, "A1")).toBe("A1");
  });

  it("[HO5] lets a co-author edit once before the next batch", async () => {
    tiny.host.faults.beforeNextBatch = () => {
      tiny.book.cells.set("0,0", "theirs");
    };
    expect(await read(tiny, "A1")).toBe("theirs");
    expect(tiny.book.batches).toContain("co-author");
    tiny.book.cells.set("0,0", "ours");
    expect(await read(tiny, "A1")).toBe("ours");
  });

  it("[HO5] passes table growth, shared streams and moves on to the book", () => {
    const { faults } = tiny.host;
    expect([faults.tableDoesNotGrow, faults.sharedStreams, faults.moveDoesNotReinvoke]).toEqual([
      false,
      false,
      false,
    ]);
    Object.assign(faults, { tableDoesNotGrow: true, sharedStreams: true, moveDoesNotReinvoke: true });
    const { autoExpandTables, shareStreams, reinvokeOnMove } = tiny.book;
    expect([autoExpandTables, shareStreams, reinvokeOnMove]).toEqual([false, true, false]);
  });

  it("[HO5] delays each batch", async () => {
    tiny.host.faults.delay = 80;
    const start = Date.now();
    await read(tiny, "A1");
    expect(Date.now() - start).toBeGreaterThanOrEqual(75);
  });
});

describe("the batch log", () => {
  it("[HO6] counts workbook batches and neither clean-ups nor the shell's", async () => {
    const tiny = await tinyFrame();
    await tiny.host.ready;
    const kinds: string[] = [];
    tiny.host.onBatch((entry) => kinds.push(entry.kind));
    const before = tiny.host.roundTrips();
    await tiny.frame.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      range.values = [[1]];
      await context.sync();
      range.load("values");
      await context.sync();
    });
    await eventually(() => kinds.includes("cleanup"), "a clean-up batch");
    expect(kinds).toEqual(["workbook", "workbook", "cleanup"]);
    expect(tiny.host.roundTrips() - before).toBe(2);
    tiny.frame.close();
  });

  it("[HO6] names the actions, the bytes and the error of a batch", async () => {
    const tiny = await tinyFrame();
    await tiny.host.ready;
    const entries: BatchEntry[] = [];
    tiny.host.onBatch((entry) => entries.push(entry));
    tiny.host.faults.dispatchError = 5102;
    await write(tiny, "A1");
    expect(entries[0]).toMatchObject({ kind: "workbook", error: "dispatch 5102", bytesOut: 0 });
    expect(entries[0]?.actions).toContain("Range.Set Values");
    expect(entries[0]?.bytesIn).toBeGreaterThan(100);
    tiny.frame.close();
  });
});
