import type { Day, Tier } from "../../core/units";
import type { Row } from "../codec/table-rows";
import { monthId } from "./day-text";
import type { PastReviews } from "./list-accounts";
import type { HeldReviews } from "./review-state";

export type CycleRow = Row<"cycles">;

/** `1998-05` before `1998-05-2` before `1998-05-10` before `1998-06`. */
function cycleOrder(id: string): number {
  const match = /^(\d{4})-(\d{2})(?:-(\d+))?$/.exec(id);
  if (!match) return 0;
  return (Number(match[1]) * 12 + Number(match[2])) * 1_000 + Number(match[3] ?? 1);
}

const newestFirst = (a: CycleRow, b: CycleRow) => cycleOrder(b.values.id) - cycleOrder(a.values.id);

/** The newest open cycle, else the newest of all; null before the first. */
export function currentCycle({ cycles }: HeldReviews): CycleRow | null {
  const rows = [...cycles.rows].sort(newestFirst);
  return rows.find((row) => row.values.state === "open") ?? rows[0] ?? null;
}

/** The cycle to generate: the month's open one again, else a new one, numbered from its second on. */
export function cycleToGenerate(held: HeldReviews, asOf: Day): { id: string; known: CycleRow | null } {
  const month = monthId(asOf);
  const ofMonth = held.cycles.rows.filter(
    ({ values }) => values.id === month || values.id.startsWith(`${month}-`),
  );
  const open = ofMonth.filter((row) => row.values.state === "open").sort(newestFirst)[0];
  if (open) return { id: open.values.id, known: open };
  const taken = new Set(ofMonth.map((row) => row.values.id));
  let id = month;
  for (let count = 2; taken.has(id); count += 1) id = `${month}-${count}`;
  return { id, known: null };
}

const isTier = (tier: string): tier is Tier => tier !== "";

/** Tiers before the applied reviews of this cycle and of the newest earlier one. */
export function pastReviews({ reviews }: HeldReviews, cycle: string): PastReviews {
  const thisCycle = new Map<string, Tier>();
  const earlier = new Map<string, Tier>();
  const orderOf = new Map<string, number>();
  for (const { values } of reviews.rows) {
    const { account, tierBefore, state } = values;
    if (state !== "applied" || !isTier(tierBefore)) continue;
    // The first review of a cycle tells where the account stood when the cycle began.
    if (values.cycle === cycle) {
      if (!thisCycle.has(account)) thisCycle.set(account, tierBefore);
      continue;
    }
    const order = cycleOrder(values.cycle);
    if (order > cycleOrder(cycle) || order <= (orderOf.get(account) ?? -1)) continue;
    orderOf.set(account, order);
    earlier.set(account, tierBefore);
  }
  return { thisCycle, earlier };
}
