import type { Book, BookSheet, CellContent } from "../../../workbench/book/book";
import type { FunctionCall, FunctionMetadata } from "../../../workbench/book/functions/function-runtime";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, formula, put, value, values } from "./spot";

const any = (name: string, extra: object = {}) => ({ name, type: "any", ...extra });
const metadata: FunctionMetadata[] = [
  { id: "ADD", name: "ADD", parameters: [any("a"), any("b", { optional: true })] },
  { id: "MAT", name: "MAT", parameters: [any("m", { dimensionality: "matrix" })] },
  { id: "REP", name: "REP", parameters: [any("x", { repeating: true })] },
  { id: "TICK", name: "TICK", parameters: [any("x")], options: { stream: true, cancelable: true } },
  { id: "NOW", name: "NOW", parameters: [], options: { volatile: true } },
];

/** Records what the engine asks and answers when told to. */
class Runtime {
  readonly calls: FunctionCall[] = [];
  readonly cancelled: number[] = [];
  answer: ((call: FunctionCall) => CellContent | CellContent[][]) | null = null;
  constructor(private readonly book: Book) {}
  invoke = (call: FunctionCall): void => {
    this.calls.push(call);
  };
  cancel = (id: number): void => {
    this.cancelled.push(id);
  };
  /** Answers everything that is open in one message, until nothing new is asked. */
  async settle(answer: (call: FunctionCall) => CellContent | CellContent[][]): Promise<void> {
    await this.book.settled();
    for (let done = 0; done < this.calls.length;) {
      const open = this.calls.slice(done);
      done = this.calls.length;
      this.book.deliver(open.map((call) => ({ callId: call.id, value: answer(call) })));
      await this.book.settled();
    }
  }
  get asked(): string[] {
    return this.calls.map(({ functionId, address }) => `${functionId} ${address}`);
  }
}

const sum = ({ args }: FunctionCall): CellContent =>
  args.reduce<number>((total, arg) => total + (typeof arg === "number" ? arg : 0), 0);

describe("custom functions in cells", () => {
  let book: Book;
  let sheet: BookSheet;
  let runtime: Runtime;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    runtime = new Runtime(book);
    book.registerFunctions("NS", metadata, runtime);
  });
  afterEach(() => {
    expect(storeOf(book).engine.scheduler.abortedPasses).toBe(0);
    book.dispose();
  });

  it("[HO100] shows #BUSY! while it waits, then the value, without an edit or a step of undo", async () => {
    const edits: unknown[] = [];
    put(sheet, "A1", [["=ns.add(1,2)", "=A1*10"]]);
    book.on((event) => event.kind === "cells" && edits.push(event));
    await book.settled();
    expect(values(sheet, "A1:B1")).toEqual([[{ error: "#BUSY!" }, { error: "#BUSY!" }]]);
    await runtime.settle(sum);
    expect(values(sheet, "A1:B1")).toEqual([[3, 30]]);
    expect(edits).toEqual([]);
    await book.undo();
    expect(formula(sheet, "A1")).toBe("");
  });

  it("[HO100] calls nested and repeated functions of one formula", async () => {
    put(sheet, "A1", [["=NS.ADD(NS.ADD(1,1),NS.ADD(2,2))*10+NS.ADD(1,1)"]]);
    await runtime.settle(sum);
    expect(value(sheet, "A1")).toBe(62);
    expect(runtime.calls).toHaveLength(3);
  });

  it("[HO101] tells blank cells from omitted arguments, 0 and empty text", async () => {
    put(sheet, "A1", [[0, '=""']]);
    put(sheet, "D1", [["=NS.ADD(C1)"], ["=NS.ADD(A1,B1)"], ["=NS.ADD(,3)"], ["=NS.MAT(A1:C1)"]]);
    await book.settled();
    expect(runtime.calls.map(({ args, omitted }) => [args, omitted])).toEqual([
      [
        [null, null],
        [false, true],
      ],
      [
        [0, ""],
        [false, false],
      ],
      [
        [null, 3],
        [true, false],
      ],
      [[[[0, "", null]]], [false]],
    ]);
  });

  it("[HO101] passes addresses of the cell and its arguments, and repeated arguments as one list", async () => {
    sheet.name = "Mein Blatt";
    put(sheet, "B2", [["=NS.REP(1,C3,TRUE)", "=NS.MAT(D4:E5)"]]);
    await book.settled();
    expect(runtime.calls.map(({ address }) => address)).toEqual(["'Mein Blatt'!B2", "'Mein Blatt'!C2"]);
    expect(runtime.calls[0]?.args).toEqual([[[1, null, true]]]);
    expect(runtime.calls[1]?.parameterAddresses).toEqual(["'Mein Blatt'!D4:E5"]);
  });

  it("[HO101] answers an error argument with it and wrong shapes with #VALUE!, without a call", async () => {
    put(sheet, "A1", [["=NS.ADD(1/0)", "=NS.ADD()", "=NS.ADD(1,2,3)", "=NS.ADD(F1:F2)"]]);
    await book.settled();
    expect(values(sheet, "A1:D1")).toEqual([
      [{ error: "#DIV/0!" }, { error: "#VALUE!" }, { error: "#VALUE!" }, { error: "#VALUE!" }],
    ]);
    expect(runtime.calls).toEqual([]);
  });

  it("[HO102] spills matrices, with errors and their sentences, and null as 0", async () => {
    put(sheet, "A1", [["=NS.MAT(H1:H2)"]]);
    put(sheet, "D1", [["=SUM(A1:A2)"]]);
    await runtime.settle(() => [
      [1, null],
      [2, { error: "#N/A", message: "too little data" }],
    ]);
    expect(values(sheet, "A1:B2")).toEqual([
      [1, 0],
      [2, { error: "#N/A", message: "too little data" }],
    ]);
    expect(value(sheet, "D1")).toBe(3);
    put(sheet, "B2", [["in the way"]]);
    await runtime.settle(() => [
      [1, null],
      [2, 3],
    ]);
    expect(value(sheet, "A1")).toEqual({ error: "#SPILL!" });
  });

  it("[HO102] spills past the rows and columns there were, to the end of an Excel sheet", async () => {
    put(sheet, "A2", [["=NS.MAT(H1)"]]);
    await runtime.settle(() => Array.from({ length: 1500 }, (_, row) => [row + 1]));
    expect(value(sheet, "A1501")).toBe(1500);
    put(sheet, "Y1", [["=COLUMN(A1:AN1)"]]);
    put(sheet, "XFD5", [["=COLUMN(A1:B1)"]]);
    await book.settled();
    expect(value(sheet, "BL1")).toBe(40);
    expect(value(sheet, "XFD5")).toEqual({ error: "#SPILL!" });
  });

  it("[HO103] streams: values follow each other, a changed argument cancels, clearing cancels, undo asks again", async () => {
    put(sheet, "A1", [["=NS.TICK(B1)", "x"]]);
    await book.settled();
    const [first] = runtime.calls;
    for (const tick of [1, 2]) {
      book.deliver([{ callId: first?.id ?? 0, value: tick }]);
      await book.settled();
      expect(value(sheet, "A1")).toBe(tick);
    }
    put(sheet, "B1", [["y"]]);
    await book.settled();
    expect(runtime.cancelled).toEqual([first?.id]);
    expect(runtime.calls).toHaveLength(2);
    book.deliver([{ callId: first?.id ?? 0, value: 99 }]);
    await book.settled();
    expect(value(sheet, "A1")).toEqual({ error: "#BUSY!" });
    sheet.clear(at("A1"), "Contents");
    await book.settled();
    expect(runtime.cancelled).toHaveLength(2);
    expect(book.liveCalls()).toEqual([]);
    await book.undo();
    expect(runtime.calls).toHaveLength(3);
  });

  it("[HO103] does not ask a stream again because something else was edited", async () => {
    put(sheet, "A1", [["=NS.TICK(1)"]]);
    put(sheet, "B1", [["=A1+C1"]]);
    await book.settled();
    put(sheet, "C1", [[5]]);
    await book.recalculate();
    expect(runtime.calls).toHaveLength(1);
  });

  it("[HO104] keeps calls when rows are inserted, deleted above, and sorted", async () => {
    put(sheet, "A1", [
      [3, "=NS.TICK(A1)"],
      [1, "=NS.TICK(A2)"],
      [2, "=NS.TICK(A3)"],
    ]);
    await runtime.settle(({ args }) => Number(args[0]) * 100);
    sheet.insert({ row: 0, column: 0, rows: 2, columns: 16_384 }, "Down");
    sheet.remove({ row: 0, column: 0, rows: 1, columns: 16_384 }, "Up");
    sheet.sort(at("A2:B4"), [{ key: 0, ascending: true }], false, false);
    await book.settled();
    expect(values(sheet, "A2:B4")).toEqual([
      [1, 100],
      [2, 200],
      [3, 300],
    ]);
    expect([runtime.calls.length, runtime.cancelled.length]).toEqual([3, 0]);
    const second = runtime.calls.find(({ args }) => args[0] === 2);
    book.deliver([{ callId: second?.id ?? 0, value: 222 }]);
    await book.settled();
    expect(value(sheet, "B3")).toBe(222);
  });

  it("[HO104] asks moved cells again where the host is set to do so", async () => {
    book.reinvokeOnMove = true;
    put(sheet, "A1", [["=NS.TICK(1)"]]);
    await book.settled();
    sheet.insert({ row: 0, column: 0, rows: 1, columns: 16_384 }, "Down");
    await book.settled();
    expect(runtime.asked).toEqual(["TICK Sheet1!A1", "TICK Sheet1!A2"]);
    expect(runtime.cancelled).toHaveLength(1);
  });

  it("[HO104] cancels the calls of deleted rows and sheets", async () => {
    put(sheet, "A2", [["=NS.TICK(1)"]]);
    const other = book.addSheet();
    put(other, "A1", [["=NS.TICK(2)"]]);
    await book.settled();
    sheet.remove({ row: 1, column: 0, rows: 1, columns: 16_384 }, "Up");
    book.deleteSheet(other);
    expect(runtime.cancelled).toHaveLength(2);
    expect(book.liveCalls()).toEqual([]);
  });

  it("[HO105] shares one stream among equal arguments only where the host does", async () => {
    put(sheet, "A1", [["=NS.TICK(1)", "=NS.TICK(1)"]]);
    await book.settled();
    expect(runtime.calls).toHaveLength(2);
    book.shareStreams = true;
    put(sheet, "A2", [["=NS.TICK(7)", "=NS.TICK(7)"]]);
    await book.settled();
    expect(runtime.calls).toHaveLength(3);
    book.deliver([{ callId: runtime.calls[2]?.id ?? 0, value: 5 }]);
    await book.settled();
    expect(values(sheet, "A2:B2")).toEqual([[5, 5]]);
    sheet.clear(at("A2"), "Contents");
    expect(runtime.cancelled).toEqual([]);
    sheet.clear(at("B2"), "Contents");
    expect(runtime.cancelled).toHaveLength(1);
  });

  it("[HO106] asks equal arguments again after an edit, never because a result came", async () => {
    put(sheet, "A1", [["=NS.ADD(TODAY()*0,1)", "=NS.ADD(TODAY()*0,1)"]]);
    await runtime.settle(sum);
    expect(runtime.calls).toHaveLength(2);
    put(sheet, "D1", [[1]]);
    await book.settled();
    expect(runtime.calls).toHaveLength(4);
  });

  it("[HO106] asks a volatile function with every edit", async () => {
    put(sheet, "A1", [["=NS.NOW()"]]);
    await runtime.settle(() => 1);
    put(sheet, "D1", [[1]]);
    await runtime.settle(() => 2);
    expect(value(sheet, "A1")).toBe(2);
  });

  it("[HO107] enters a formula again as F9 or Refresh would", async () => {
    put(sheet, "A1", [["=NS.TICK(1)"]]);
    await runtime.settle(() => 5);
    book.reenter(sheet, 0, 0);
    await book.settled();
    expect(runtime.cancelled).toHaveLength(1);
    expect(value(sheet, "A1")).toEqual({ error: "#BUSY!" });
    await runtime.settle(() => 6);
    expect(value(sheet, "A1")).toBe(6);
  });

  it("[HO107] a formula that is entered again as it stands is asked again, its stream is cancelled", async () => {
    put(sheet, "A1", [["=NS.TICK(1)"]]);
    await runtime.settle(() => 5);
    put(sheet, "A1", [["=NS.TICK(1)"]]);
    await book.settled();
    expect(runtime.asked).toEqual(["TICK Sheet1!A1", "TICK Sheet1!A1"]);
    expect(runtime.cancelled).toEqual([runtime.calls[0]!.id]);
  });

  it("[HO108] gives formulas entered before the functions were known their values", async () => {
    put(sheet, "A1", [["=LATE.ADD(1,2)"]]);
    await book.settled();
    expect(value(sheet, "A1")).toEqual({ error: "#NAME?" });
    const late = new Runtime(book);
    book.registerFunctions("LATE", metadata, late);
    await late.settle(sum);
    expect(value(sheet, "A1")).toBe(3);
  });

  it("[HO108] cancels what ran when the functions are registered anew", async () => {
    put(sheet, "A1", [["=NS.TICK(1)"]]);
    await book.settled();
    const next = new Runtime(book);
    book.registerFunctions("NS", metadata, next);
    await book.settled();
    expect(runtime.cancelled).toHaveLength(1);
    expect(next.calls).toHaveLength(1);
  });

  it("[HO109] shows all results of one message in one pass, 200 streams", async () => {
    put(
      sheet,
      "A1",
      Array.from({ length: 200 }, (_, row) => [`=NS.TICK(${row})`]),
    );
    await book.settled();
    const { scheduler } = storeOf(book).engine;
    const before = scheduler.passes;
    book.deliver(runtime.calls.map((call, index) => ({ callId: call.id, value: index })));
    await book.settled();
    expect(scheduler.passes - before).toBe(1);
    expect(values(sheet, "A1:A200").flat()).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  it("[HO109] works in a table column with this row", async () => {
    put(sheet, "A1", [
      ["k", "n"],
      [1, null],
      [2, null],
    ]);
    sheet.addTable(at("A1:B3"), true, "T");
    put(sheet, "B2", [["=NS.ADD([@k],10)"], ["=NS.ADD([@k],10)"]]);
    await runtime.settle(sum);
    expect(values(sheet, "B2:B3").flat()).toEqual([11, 12]);
  });
});
