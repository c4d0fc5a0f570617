import type { Progress } from "../../src/workbook/desk";
import { LiveCard } from "../../src/workbook/live-card";
import type { Read } from "../../src/workbook/workbook-gateway";
import { stillDesk } from "../support/still-desk";
import { benchWith } from "./import/import-bench";

describe("the first reading", () => {
  it("[TP3] counts the rows that have come, of all there are, and ends with none", async () => {
    const { workbook } = await benchWith(true);
    const inOne = workbook.read.bind(workbook);
    // The reading of a large workbook, in pieces.
    workbook.read = async (reads: readonly Read[], onRows?: (rows: number) => void) => {
      for (const rows of [1_000, 1_000, 5_000]) onRows?.(rows);
      return inOne(reads);
    };
    const card = new LiveCard(stillDesk(workbook));
    const seen: (Progress | null)[] = [];
    card.onProgress((progress) => seen.push(progress));
    await card.wake();
    const total = seen[0]?.total ?? 0;
    expect(total).toBeGreaterThan(2_000);
    expect(seen).toEqual([
      { step: "reading", done: 1_000, total },
      { step: "reading", done: 2_000, total },
      { step: "reading", done: total, total },
      null,
    ]);
    seen.length = 0;
    await card.wake();
    expect(seen).toEqual([]);
  });

  it("[TP3] stops at Cancel, works on nothing that was half read, and starts again when asked", async () => {
    const { workbook } = await benchWith(true);
    const inOne = workbook.read.bind(workbook);
    let card = new LiveCard(stillDesk(workbook));
    const pieces: number[] = [];
    workbook.read = async (reads: readonly Read[], onRows?: (rows: number) => void) => {
      for (const rows of onRows ? [1_000, 1_000, 1_000] : []) {
        pieces.push(rows);
        onRows?.(rows);
        if (pieces.length === 2) card.cancel();
      }
      return inOne(reads);
    };
    const before = JSON.stringify(workbook.book);
    const queued = [card.wake(), card.refresh()] as const;
    expect(await queued[1]).toEqual({ ok: false, issue: { code: "notRead", values: {} } });
    expect(card.state).toEqual({ kind: "unread" });
    expect(pieces).toHaveLength(3);
    await card.wake();
    expect(await card.log(card.newLogDraft("ALFKI"))).toMatchObject({ issue: { code: "notRead" } });
    expect(card.state).toEqual({ kind: "unread" });
    expect(pieces).toHaveLength(3);
    expect(JSON.stringify(workbook.book)).toBe(before);
    await card.readWorkbook();
    expect(card.state).toMatchObject({ kind: "ready", hasSample: true });
    expect(await card.refresh()).toMatchObject({ ok: true });
    // A cancel that comes too late changes nothing.
    card.cancel();
    expect(card.state.kind).toBe("ready");
    card = new LiveCard(stillDesk(workbook));
    const reading = card.wake();
    card.cancel();
    expect(card.state.kind).toBe("unread");
    await Promise.all([reading, card.readWorkbook()]);
    expect(card.state.kind).toBe("ready");
  });
});
