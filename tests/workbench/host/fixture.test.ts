import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../../../workbench/book/book";
import type { FunctionMetadata } from "../../../workbench/book/functions/function-runtime";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { createHost } from "../../../workbench/host/create-host";
import type { Host } from "../../../workbench/host/host";
import { openOfficeFrame, type OfficeFrame } from "../../../workbench/host/node-frame";
import { eventually } from "./tiny-host";

const folder = join(__dirname, "../../../workbench/fixture");
const { functions } = JSON.parse(readFileSync(join(folder, "functions.json"), "utf8")) as {
  functions: FunctionMetadata[];
};

describe("a foreign add-in under the unmodified office.js", () => {
  let book: Book;
  let host: Host;
  let frame: OfficeFrame;
  beforeEach(async () => {
    book = await createHeadlessBook();
    const addIn = { id: "fixture", displayName: "Fixture", namespace: "FIX", functions, taskpaneUrl: "" };
    host = createHost({ book, flavour: "win32", locale: "en-US", addIn });
    frame = await openOfficeFrame(host, { page: join(folder, "pane.html") });
    await eventually(() => frame.window.document.body.dataset.ready === "yes", "the fixture is ready");
  });
  afterEach(() => {
    frame.close();
    host.detach();
    book.dispose();
  });

  const text = (id: string) => frame.window.document.getElementById(id)!.textContent;
  const at = (row: number, column: number) =>
    book.activeSheet.content({ row, column, rows: 1, columns: 1 })[0]![0];
  const type = async (row: number, column: number, ...entries: (string | number)[]) => {
    const rect = { row, column, rows: 1, columns: entries.length };
    await book.batch("user", () => book.activeSheet.enter(rect, [entries]));
    await book.settled();
  };

  it("[HO8] boots and knows where it runs", () => {
    expect(text("host")).toBe("Excel PC");
    expect(text("problem")).toBe("");
    expect(frame.errors).toEqual([]);
  });

  it("[HO8] writes a cell from its pane and hears of it", async () => {
    frame.window.document.getElementById("write")!.click();
    await eventually(() => at(1, 1) === 42, "B2 is written");
    await eventually(() => text("changed") === "RangeEdited B2 Local ThisLocalAddin", "its own change");
  });

  it("[HO8] reacts to what a person types and selects", async () => {
    await type(4, 0, "typed");
    await eventually(() => text("changed") === "RangeEdited A5 Local Unknown", "the person's change");
    book.select(book.activeSheet, [{ row: 2, column: 3, rows: 2, columns: 1 }]);
    await eventually(() => text("selected") === "D3:D4", "the selection");
  });

  it("[HO8] runs its ribbon command", async () => {
    await host.runCommand("stamp", "Fixture.Stamp");
    expect(at(0, 0)).toBe("stamped");
  });

  it("[HO8] answers functions in cells: numbers, spills, addresses, errors, repeating arguments", async () => {
    await type(0, 0, "=FIX.ADD(2,3)", "=FIX.WHERE()", '=FIX.FAIL("closed")', '=FIX.JOIN("-","a",7)');
    await type(2, 0, "x", "y");
    await type(3, 0, "=FIX.TRANSPOSED(A3:B3)");
    await eventually(() => at(0, 0) === 5 && at(4, 0) === "y", "the functions' results");
    expect(at(0, 1)).toBe("Sheet1!B1");
    expect(at(0, 2)).toEqual({ error: "#N/A", message: "closed" });
    expect(at(0, 3)).toBe("a-7");
    expect(at(3, 0)).toBe("x");
  });

  it("[HO8] keeps results right when precedents change and calls nest", async () => {
    await type(0, 0, 1, "=FIX.ADD(A1,FIX.ADD(A1,1))*2");
    await eventually(() => at(0, 1) === 6, "the first result");
    await type(0, 0, 10);
    await eventually(() => at(0, 1) === 42, "the second result");
  });

  it("[HO8] streams into a cell and stops when the formula goes", async () => {
    await type(0, 0, "=FIX.COUNTER(100)");
    await eventually(() => typeof at(0, 0) === "number" && Number(at(0, 0)) >= 101, "a counted value");
    await type(0, 0, "done");
    await eventually(() => text("selected") === "Counter from 100 canceled", "the stream is cancelled");
    expect(at(0, 0)).toBe("done");
  });

  it.each([
    ["asks a moved stream again", false],
    ["leaves a moved stream alone when that fault is on", true],
  ])("[HO5] %s", async (_, fault) => {
    host.faults.moveDoesNotReinvoke = fault;
    await type(0, 0, "=FIX.COUNTER(100)");
    await eventually(() => Number(at(0, 0)) >= 100, "a value");
    const [before] = book.liveCalls();
    const row = { row: 0, column: 0, rows: 1, columns: 16_384 };
    await book.batch("user", () => book.activeSheet.insert(row, "Down"));
    await book.settled();
    await eventually(() => Number(at(1, 0)) >= 100, "the value moved");
    expect(book.liveCalls()).toHaveLength(1);
    expect(book.liveCalls()[0]?.id === before?.id).toBe(fault);
  });

  it.each([
    ["gives two cells of one stream a call each", false, 2],
    ["gives two cells of one stream one call when that fault is on", true, 1],
  ])("[HO5] %s", async (_, fault, calls) => {
    host.faults.sharedStreams = fault;
    await type(0, 0, "=FIX.COUNTER(100)", "=FIX.COUNTER(100)");
    await eventually(() => Number(at(0, 0)) >= 100 && Number(at(0, 1)) >= 100, "both values");
    expect(book.liveCalls()).toHaveLength(calls);
  });
});
