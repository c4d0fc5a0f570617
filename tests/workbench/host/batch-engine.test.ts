import { follow } from "../../../workbench/host/references";
import type { WireAction, WirePath, WireResponse } from "../../../workbench/host/wire";
import { tinyFrame, tinyHost, type TinyHost } from "./tiny-host";

const path = (
  Id: number,
  ObjectPathType: number,
  Name = "",
  ParentObjectPathId = 0,
  ...Arguments: unknown[]
) => ({ Id, ObjectPathType, Name, ParentObjectPathId, ArgumentInfo: { Arguments } }) satisfies WirePath;
const action = (Id: number, ActionType: number, ObjectPathId: number, rest: Partial<WireAction> = {}) =>
  ({ Id, ActionType, Name: "", ObjectPathId, ...rest }) satisfies WireAction;

async function send({ host }: TinyHost, Actions: WireAction[], paths: WirePath[]): Promise<WireResponse> {
  const ObjectPaths = Object.fromEntries(paths.map((each) => [each.Id, each]));
  return JSON.parse(await host.process(JSON.stringify({ Actions, ObjectPaths }))) as WireResponse;
}

const sheetPaths = [path(1, 1), path(2, 4, "Worksheets", 1), path(3, 3, "GetActiveWorksheet", 2)];
const cell = [...sheetPaths, path(4, 3, "GetRange", 3, "B2")];

describe("the batch engine", () => {
  it("[HO2] answers Instantiate with an object that carries the id of its class", async () => {
    const answer = await send(tinyHost(), [action(1, 1, 1), action(2, 1, 3), action(3, 1, 4)], cell);
    expect(answer.Results.map((each) => each.Value)).toEqual([{}, { Id: "{00000001}" }, {}]);
  });

  it("[HO2] resolves a path once per batch", async () => {
    const tiny = tinyHost();
    const added = await send(
      tiny,
      [action(1, 1, 3), action(2, 1, 3), action(3, 2, 3, { QueryInfo: { Select: ["name"] } })],
      [path(1, 1), path(2, 4, "Worksheets", 1), path(3, 3, "Add", 2)],
    );
    expect(added.Error).toBeUndefined();
    expect(tiny.book.addedSheets).toBe(1);
  });

  it("[HO2] gives a null object for what is not there and for everything below it", async () => {
    const paths = [
      ...sheetPaths.slice(0, 2),
      path(3, 3, "GetItemOrNullObject", 2, "None"),
      path(4, 3, "GetRange", 3, "A1"),
    ];
    const answer = await send(
      tinyHost(),
      [action(1, 1, 3), action(2, 1, 4), action(3, 2, 4, { QueryInfo: {} })],
      paths,
    );
    expect(answer.Results.map((each) => each.Value)).toEqual([null, null, null]);
  });

  it("[HO2] does not resolve the dangling parent of a null object path", async () => {
    const answer = await send(tinyHost(), [action(1, 1, 9)], [path(9, 7, "", 77)]);
    expect(answer.Results).toEqual([{ ActionId: 1, Value: null }]);
  });

  it("[HO2] ends a batch at the first error, keeps what was done and names the place", async () => {
    const tiny = tinyHost();
    const set = (id: number, value: string) =>
      action(id, 4, 4, { Name: "Values", ArgumentInfo: { Arguments: [[[value]]] } });
    const answer = await send(
      tiny,
      [set(1, "kept"), action(2, 1, 5), set(3, "never")],
      [...cell, path(5, 5, "", 2, "None")],
    );
    expect(answer.Results).toHaveLength(1);
    expect(answer.Error).toMatchObject({
      Code: "ItemNotFound",
      ActionIndex: 1,
      HttpStatusCode: 404,
      Location: "WorksheetCollection.getItem",
    });
    expect(tiny.book.cells.get("1,1")).toBe("kept");
  });

  it("[HO2] answers a Trace with a result and its id", async () => {
    const answer = await send(tinyHost(), [action(7, 5, 0, { Name: "Trace" })], []);
    expect(answer).toEqual({ Results: [{ ActionId: 7, Value: null }], TraceIds: [7] });
  });

  it("[HO2] keeps a range under a reference until it is removed", async () => {
    const tiny = tinyHost();
    const kept = await send(
      tiny,
      [action(1, 1, 4), action(2, 3, 4, { Name: "_KeepReference" }), action(3, 1, 4)],
      cell,
    );
    expect(kept.Results[2]?.Value).toEqual({ _ReferenceId: "ref1" });
    const read = action(1, 2, 8, { QueryInfo: { Select: ["address"] } });
    const again = await send(tiny, [read], [path(8, 6, "ref1")]);
    expect(again.Results[0]?.Value).toMatchObject({ Address: "Sheet1!B2" });
    await send(
      tiny,
      [action(1, 3, 1, { Name: "_RemoveReference", ArgumentInfo: { Arguments: ["ref1"] } })],
      [path(1, 1)],
    );
    const gone = await send(tiny, [read], [path(8, 6, "ref1")]);
    expect(gone.Error?.Code).toBe("InvalidReference");
  });

  it("[HO2] lets kept ranges follow inserted rows", async () => {
    const tiny = tinyHost();
    await send(tiny, [action(1, 1, 4), action(2, 3, 4, { Name: "_KeepReference" })], cell);
    const rect = { row: 0, column: 0, rows: 2, columns: 16_384 };
    tiny.book.emit({ kind: "cells", sheet: tiny.book.sheet1.id, rect, change: "RowInserted" });
    const answer = await send(
      tiny,
      [action(1, 2, 8, { QueryInfo: { Select: ["address"] } })],
      [path(8, 6, "ref1")],
    );
    expect(answer.Results[0]?.Value).toMatchObject({ Address: "Sheet1!B4" });
  });

  it("[HO2] reads collections with paging and without loading items for a count of their own", async () => {
    const sheets = [path(1, 1), path(2, 4, "Worksheets", 1)];
    const query = (QueryInfo: object) => send(tinyHost(), [action(1, 2, 2, { QueryInfo })], sheets);
    expect((await query({ Select: ["name"] })).Results[0]?.Value).toEqual({
      _Items: [{ Id: "{00000001}", Name: "Sheet1" }],
    });
    expect((await query({ Select: ["name"], Skip: 1 })).Results[0]?.Value).toEqual({ _Items: [] });
    expect((await query({ Select: ["name"], Top: 0 })).Results[0]?.Value).toEqual({ _Items: [] });
  });

  it("[HO2] reads navigations by path and spells retrieve results in camelCase", async () => {
    const wire = await send(
      tinyHost(),
      [action(1, 2, 4, { QueryInfo: { Select: ["rowIndex", "worksheet/name"] } })],
      cell,
    );
    expect(wire.Results[0]?.Value).toEqual({ RowIndex: 1, Worksheet: { Id: "{00000001}", Name: "Sheet1" } });
    const json = await send(
      tinyHost(),
      [action(1, 7, 4, { QueryInfo: { Select: ["rowIndex", "worksheet/name"] } })],
      cell,
    );
    expect(json.Results[0]?.Value).toEqual({ rowIndex: 1, worksheet: { id: "{00000001}", name: "Sheet1" } });
  });

  it("[HO2] calculates before every query", async () => {
    const tiny = tinyHost();
    await send(tiny, [action(1, 2, 4, { QueryInfo: { Select: ["values"] } })], cell);
    expect(tiny.book.settledCount).toBe(1);
  });

  it("[HO2] runs one batch of the add-in as one batch of the book", async () => {
    const tiny = tinyHost();
    await send(tiny, [action(1, 1, 4), action(2, 1, 3)], cell);
    expect(tiny.book.batches).toEqual(["addin"]);
  });

  it("[HO2] fails by name for members nobody answers", async () => {
    const call = await send(tinyHost(), [action(1, 3, 4, { Name: "AutoFill" })], cell);
    expect(call.Error).toMatchObject({ Code: "ApiNotFound", Location: "Range.autoFill" });
    expect(call.Error?.Message).toContain("Range.AutoFill");
    const read = await send(tinyHost(), [action(1, 2, 4, { QueryInfo: { Select: ["hyperlink"] } })], cell);
    expect(read.Error?.Message).toContain("Range.Hyperlink");
    const write = await send(
      tinyHost(),
      [action(1, 4, 4, { Name: "Hyperlink", ArgumentInfo: { Arguments: [1] } })],
      cell,
    );
    expect(write.Error?.Message).toContain("Range.Hyperlink");
    const service = await send(tinyHost(), [action(1, 1, 1)], [path(1, 2, "Microsoft.None")]);
    expect(service.Error?.Message).toContain("Microsoft.None");
  });

  it("[HO2] serves update() and retrieve() of the real library", async () => {
    const { frame, book } = await tinyFrame();
    const shown = await frame.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      (range as unknown as { update(state: object): void }).update({ values: [["via update"]] });
      await context.sync();
      const result = (range as unknown as { retrieve(names: string): { values: unknown } }).retrieve(
        "values",
      );
      await context.sync();
      return result.values;
    });
    expect(shown).toEqual([["via update"]]);
    expect(book.cells.get("0,0")).toBe("via update");
    frame.close();
  });
});

describe("ranges that follow their cells", () => {
  const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
  const event = (change: string, rect: object, shift?: string) =>
    ({ kind: "cells", sheet: "s", change, rect, shift }) as Parameters<typeof follow>[1];

  it.each([
    ["a row inserted above moves it", at(5, 1), event("RowInserted", at(2, 0, 3, 99)), at(8, 1)],
    ["a row inserted inside stretches it", at(5, 1, 4), event("RowInserted", at(6, 0, 2, 99)), at(5, 1, 6)],
    ["a row inserted below leaves it", at(5, 1), event("RowInserted", at(6, 0, 2, 99)), at(5, 1)],
    ["a row deleted above moves it", at(5, 1), event("RowDeleted", at(1, 0, 2, 99)), at(3, 1)],
    ["rows deleted at its end shorten it", at(5, 1, 4), event("RowDeleted", at(7, 0, 9, 99)), at(5, 1, 2)],
    [
      "rows deleted over its start shorten and move it",
      at(5, 1, 4),
      event("RowDeleted", at(3, 0, 4, 99)),
      at(3, 1, 2),
    ],
    ["its own rows deleted leave nothing", at(5, 1, 2), event("RowDeleted", at(5, 0, 2, 99)), null],
    ["a column inserted before moves it", at(5, 1), event("ColumnInserted", at(0, 0, 99, 1)), at(5, 2)],
    ["cells inserted above it move it down", at(5, 1), event("CellInserted", at(0, 0, 1, 3)), at(6, 1)],
    [
      "cells inserted over a part of its width leave it",
      at(5, 1, 1, 4),
      event("CellInserted", at(0, 0, 1, 3)),
      at(5, 1, 1, 4),
    ],
    [
      "cells inserted beside it move it right",
      at(5, 3),
      event("CellInserted", at(5, 0, 1, 2), "Right"),
      at(5, 5),
    ],
  ])("[HO2] %s", (_, rect, change, expected) => {
    expect(follow(rect, change)).toEqual(expected);
  });
});
