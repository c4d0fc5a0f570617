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
});
