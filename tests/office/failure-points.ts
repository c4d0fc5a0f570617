import type { BatchEntry, Host } from "../../workbench/host/host";

/** Actions that change how cells look, never what the add-in reads of them. */
const looks =
  /^(RangeFormat|RangeFont|RangeFill|RangeBorder|DataValidation|WorksheetFreezePanes)\.|^Range\.Set NumberFormat$|^Table\.Set (Style|Show)/;

export interface FailurePoints {
  /** Actions in the batches that write: so many places where an undisturbed run can break off. */
  readonly actions: number;
  /** Of these the ones that differ, to be handed to `faults.failAtAction`. */
  readonly points: readonly number[];
}

/**
 * Where an operation can break off. A failure at action n leaves what the n actions before it did. Where action n - 1
 * only reads, or only changes looks, that is for the operation the same workbook and the same error as a failure at
 * action n - 1: those places need no run of their own. Everything else, and each batch's first action, does.
 */
export async function failurePoints(host: Host, run: () => Promise<unknown>): Promise<FailurePoints> {
  let actions = 0;
  const points = new Set<number>();
  const stop = host.onBatch((entry: BatchEntry) => {
    if (entry.kind !== "workbook" || entry.writes.length === 0) return;
    points.add(actions);
    for (const place of entry.writes) {
      const changes = !looks.test(entry.actions[place] ?? "");
      if (changes && place + 1 < entry.actions.length) points.add(actions + place + 1);
    }
    actions += entry.actions.length;
  });
  try {
    await run();
  } finally {
    stop();
  }
  return { actions, points: [...points].sort((left, right) => left - right) };
}
