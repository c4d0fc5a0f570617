import type { WorkbookChange } from "../../workbook/workbook-gateway";
import { openLocalStorage } from "../local-storage";
import { comesTrue, expectSame, fail, onSheet, writeAndRead, type Bench, type HostCheck } from "./bench";

/** Changes the workbook tells while `work` runs, until one satisfies. */
async function told(bench: Bench, work: () => Promise<unknown>, wanted: (change: WorkbookChange) => boolean) {
  const seen: WorkbookChange[] = [];
  const stop = await bench.gateway.watch((change) => seen.push(change));
  try {
    await work();
    const came = await comesTrue(() => seen.some(wanted));
    return came
      ? seen.find(wanted)
      : fail(
          "noEvent",
          seen.map(({ kind, source }) => `${kind} ${source}`),
        );
  } finally {
    stop();
  }
}

const write = (bench: Bench) => () => writeAndRead(bench, [["changed"]]);

export const changeEventCheck: HostCheck = async (bench) => {
  await told(bench, write(bench), ({ kind }) => kind === "cells");
};

/** Before ExcelApi 1.14 nobody can tell who made a change; the add-in then reads once more. */
export const changeSourceCheck: HostCheck = async (bench) => {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14")) return false;
  const change = await told(bench, write(bench), ({ kind }) => kind === "cells");
  expectSame("changed", "us", change?.source);
  return true;
};

export const selectionCheck: HostCheck = async (bench) => {
  const { sheet, column } = bench;
  const select = () => bench.gateway.write([{ kind: "select", sheet, row: 4, column: column + 1 }], []);
  await told(bench, select, ({ kind }) => kind === "selection");
  const selection = await bench.gateway.selection();
  expectSame("changed", [sheet, 4, column + 1], [selection.sheet, selection.row, selection.column]);
};

export const formulaSearchCheck: HostCheck = async (bench) => {
  await writeAndRead(bench, [[{ formula: "=1+0.125" }], ["=1+0.125"]]);
  const cells = await bench.gateway.formulaCells(/^=1\+0\.125$/);
  const here = cells.filter((cell) => cell.includes(bench.sheet));
  if (here.length !== 1) fail("notFound", cells);
};

export const storageCheck: HostCheck = async () => {
  const storage = openLocalStorage();
  storage.set("self-test", "kept");
  const found = storage.get("self-test");
  storage.set("self-test", null);
  expectSame("notKept", ["kept", null], [found, storage.get("self-test")]);
};

/** Formulas of the add-in's own functions; `namespace` as the manifest has it. */
export const functionCheck =
  (namespace: string): HostCheck =>
  async (bench) => {
    await writeAndRead(bench, [[{ formula: `=${namespace}.TIERS(70,FALSE,65)` }]]);
    let found: unknown;
    const answered = await comesTrue(async () => {
      found = await valueAt(bench, 0);
      return found === "IMPORTANT";
    });
    if (!answered) fail("functionSilent", found);
  };

const valueAt = (bench: Bench, row: number): Promise<unknown> =>
  onSheet(bench, async (cells, _sheet, context) => {
    const cell = cells(row, 0);
    cell.load("values");
    await context.sync();
    return cell.values[0]?.[0] as unknown;
  });

/** Tells the addresses that live functions called without an account say they stand at; returns how to stop. */
export type WatchBareCalls = (listener: (address: string) => void) => () => void;

/** Addresses on the scratch sheet, after the formula was entered into `rows` cells. */
async function askedFrom(
  bench: Bench,
  namespace: string,
  watch: WatchBareCalls,
  rows: number,
): Promise<Set<string>> {
  const asked = new Set<string>();
  const stop = watch((address) => {
    if (address.includes(bench.sheet)) asked.add(address);
  });
  try {
    await writeAndRead(
      bench,
      Array.from({ length: rows }, () => [{ formula: `=${namespace}.TIER()` }]),
    );
    await comesTrue(() => asked.size >= rows);
    return asked;
  } finally {
    stop();
    // Else the next check's cells may be given this one's stream.
    await writeAndRead(
      bench,
      Array.from({ length: rows }, () => [""]),
    );
  }
}

export const streamAddressCheck =
  (namespace: string, watch: WatchBareCalls): HostCheck =>
  async (bench) => {
    const asked = await askedFrom(bench, namespace, watch, 1);
    if (asked.size === 0) fail("noAddress", `${namespace}.TIER()`);
  };

/** Cells with the same formula and a stream of their own each: only then may each speak of its own row. */
export const ownStreamsCheck =
  (namespace: string, watch: WatchBareCalls): HostCheck =>
  async (bench) => {
    const asked = await askedFrom(bench, namespace, watch, 3);
    if (asked.size < 3) fail("streamsShared", `${asked.size} of 3`);
  };
