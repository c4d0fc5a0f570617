/** Finishes or takes back an Apply that broke off, from its Reviews rows alone (RV3). */
import type { CardModel } from "../../core/figures";
import type { Tier } from "../../core/units";
import type { ApplyReport } from "../card";
import type { Desk } from "../desk";
import { done, failed, refusable } from "../operations/failure";
import type { Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Write } from "../workbook-gateway";
import { missingWrites, withoutFilters } from "./apply-writes";
import { conclusion, lockedSheet } from "./apply-review";
import { currentCycle } from "./cycle";
import { completeItems } from "./complete-items";
import { makeTables, missingTables, rereadReviews } from "./made-tables";
import { planOfCycle } from "./open-review";
import { readGround } from "./review-ground";
import { itemOf, type ReviewItem } from "./review-item";
import { readReviews, type HeldReviews } from "./review-state";
import { takeBackAll } from "./take-back-made";
import { takeBackWrites, unfilled } from "./take-back-writes";
import { deleteRowsOf } from "./table-writes";

interface Pending {
  readonly held: HeldReviews;
  readonly model: CardModel;
  readonly items: readonly ReviewItem[];
  /** Body rows of Reviews that were never written in full: of those nothing else was written either. */
  readonly broken: readonly number[];
  readonly moved: ApplyReport["moved"];
}

async function readPending(desk: Desk): Promise<Outcome<Pending>> {
  const ground = await readGround(desk);
  if (!ground.ok) return ground;
  const held = await readReviews(desk.gateway, ground.value.book, ground.value.model);
  const locked = lockedSheet(held);
  if (locked !== null) throw new WorkbookError("protected", locked);
  const rows = held.reviews.rows.filter((row) => row.values.state !== "applied");
  const items = rows.flatMap((row) => itemOf(row.values) ?? []);
  const whole = new Set(items.map((item) => item.id));
  const isTier = (tier: string): tier is Tier => tier !== "";
  return done({
    held,
    model: ground.value.model,
    items,
    broken: [
      ...rows.filter((row) => !whole.has(row.values.id)).map((row) => row.body),
      ...held.reviews.blank,
    ],
    moved: rows.flatMap(({ values: { id, account, tierBefore: from, tierAfter: to } }) =>
      whole.has(id) && isTier(from) && isTier(to) && from !== to ? [{ account, from, to }] : [],
    ),
  });
}

/** Somebody may have deleted a table since: its rows need one. */
function withTables(desk: Desk, held: HeldReviews, model: CardModel, items: readonly ReviewItem[]) {
  const opensWatch = items.some(({ opens }) => opens.length > 0);
  const missing = items.length > 0 ? missingTables(held, opensWatch) : [];
  return makeTables(desk, held, model, missing);
}

/** Writes what is missing of the pending Apply. With nothing pending it reports zero and writes nothing. */
export function finishPending(desk: Desk): Promise<Outcome<ApplyReport>> {
  return refusable("action", async () => {
    const pending = await readPending(desk);
    if (!pending.ok) return pending;
    const { items, broken, moved, model } = pending.value;
    desk.progress({ step: "review.apply", done: 0, total: items.length });
    const held = await withTables(desk, pending.value.held, model, items);
    if (!held) return failed("review.tablesNotMade");
    const { writes, auditRows } = missingWrites(desk, held, items, []);
    const all = [
      ...writes,
      ...deleteRowsOf(held.book, "watchlist", unfilled(held, "watchlist")),
      ...deleteRowsOf(held.book, "audit", unfilled(held, "audit")),
      ...deleteRowsOf(held.book, "reviews", broken),
    ];
    if (all.length > 0) await desk.gateway.write(withoutFilters(held, all), []);
    const ended = items.length > 0 ? await completeItems(desk, held, items) : null;
    if (ended?.kind === "pending") return ended.outcome;
    const left = await conclude(desk);
    if (!left.ok) return left;
    return done({ ...left.value, applied: items.length, moved, reviewRows: items.length, auditRows });
  });
}

/** Once nothing is pending: sentences beside stopped rows, and the cycle's state if all is decided. */
async function conclude(desk: Desk): Promise<Outcome<ApplyReport>> {
  const ground = await readGround(desk);
  if (!ground.ok) return ground;
  const { book, model } = ground.value;
  const held = await readReviews(desk.gateway, book, model);
  const still = held.reviews.rows.filter((row) => row.values.state !== "applied").length;
  if (still > 0) return failed("review.pending", { count: still });
  const cycle = currentCycle(held);
  const nothing = { applied: 0, moved: [], reviewRows: 0, auditRows: 0 };
  if (!cycle) return done({ ...nothing, cycle: "", stopped: [], undecided: 0 });
  const plan = planOfCycle(held, model, cycle, desk.author());
  if (plan.toApply.length === 0) {
    const writes = withoutFilters(held, conclusion(desk, { cycle, plan }, held));
    if (writes.length > 0) await desk.gateway.write(writes, []);
  }
  return done({ ...nothing, cycle: cycle.values.id, stopped: plan.stopped, undecided: plan.undecided });
}

/** Puts everything back to before the pending Apply; what was typed on the sheets stays. Says how many reviews. */
export function takeBackPending(desk: Desk): Promise<Outcome<{ rows: number }>> {
  return refusable("action", async () => {
    const pending = await readPending(desk);
    if (!pending.ok) return pending;
    const { held, items, broken } = pending.value;
    const cells = cellsBack(desk, held, items);
    if (cells.length > 0) await desk.gateway.write(withoutFilters(held, cells), []);
    // Excel may swallow a write: nothing of the reviews goes before all else is seen to be back.
    const now = cells.length > 0 ? await rereadReviews(desk, held, null) : held;
    if (cellsBack(desk, now, items).length > 0) return failed("review.pending", { count: items.length });
    const writes = await takeBackAll(desk, now, items, broken);
    if (writes.length > 0) await desk.gateway.write(writes, []);
    return done({ rows: items.length });
  });
}

const cellsBack = (desk: Desk, held: HeldReviews, items: readonly ReviewItem[]): readonly Write[] =>
  takeBackWrites(desk, held, items, []).filter(({ kind }) => kind === "write-column");
