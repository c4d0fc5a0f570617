/** Applies the decisions of the sheets (RV3). Excel has no transactions: see missingWrites for the order. */
import type { ApplyReport } from "../card";
import type { Desk } from "../desk";
import { done, failed, issueOfNothing, refusable } from "../operations/failure";
import type { Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Write } from "../workbook-gateway";
import { missingWrites, refiltered, withoutFilters } from "./apply-writes";
import { checkMarks } from "./check-marks";
import { clearLost, completeItems } from "./complete-items";
import { makeTables, missingTables, removeMade, rereadReviews, type MadeTables } from "./made-tables";
import { openReview, pendingRows, type OpenReview } from "./open-review";
import { planApply, type PlannedApply } from "./plan-apply";
import type { HeldReviews } from "./review-state";
import { takeBackWrites, unfilled } from "./take-back-writes";
import { deleteRowsOf, writeCellsOf } from "./table-writes";

/**
 * One click: plans from what the workbook holds now, writes in one batch, verifies. Rows that cannot be applied
 * stop alone, with a sentence beside them. A second click changes nothing.
 */
export function applyReview(desk: Desk): Promise<Outcome<ApplyReport>> {
  return refusable("action", async () => {
    desk.progress({ step: "review.read", done: 0, total: 0 });
    const opened = await openReview(desk);
    if (!opened.ok) return opened;
    const review = opened.value;
    if (review.pending > 0) return failed("review.pendingFirst", { count: review.pending });
    const locked = lockedSheet(review.held);
    if (locked !== null) throw new WorkbookError("protected", locked);
    if (review.plan.toApply.length === 0) {
      await writeIfAny(desk, conclusion(desk, review, review.held));
      return done(report(review, { items: [], rows: [] }, 0));
    }
    return applyPlanned(desk, review);
  });
}

const writeIfAny = async (desk: Desk, writes: readonly Write[]): Promise<void> => {
  if (writes.length > 0) await desk.gateway.write(writes, []);
};

/** The first protected sheet Apply would have to write to. */
export function lockedSheet(held: HeldReviews): string | null {
  const tables = [held.accounts, held.watchlist, held.reviews, held.cycles, held.audit];
  const sheets = new Set(tables.flatMap(({ facts }) => (facts ? [facts.sheet] : [])));
  return held.book.survey.sheets.find((sheet) => sheet.protected && sheets.has(sheet.name))?.name ?? null;
}

/** Sentences beside stopped rows; the cycle is applied once nothing is undecided or stopped. */
export function conclusion(
  desk: Desk,
  { cycle, plan }: Pick<OpenReview, "cycle" | "plan">,
  held: HeldReviews,
): Write[] {
  const complete = plan.undecided === 0 && plan.stopped.length === 0 && cycle.values.state === "open";
  const cell = (column: string, value: string | number) =>
    writeCellsOf(held.book, "cycles", column, new Map([[cycle.body, value]]));
  const closing = complete
    ? [...cell("state", "applied"), ...cell("appliedAt", desk.now()), ...cell("appliedBy", desk.author())]
    : [];
  return [...closing, ...checkMarks(held, cycle.values.id, plan.stopped)];
}

function report({ cycle, plan }: OpenReview, { items, rows }: PlannedApply, auditRows: number): ApplyReport {
  const applied = new Set(items.map((item) => item.account));
  return {
    cycle: cycle.values.id,
    applied: items.length,
    moved: plan.toApply.flatMap(({ figures: { account, tierInForce }, tierAfter }) =>
      applied.has(account.id) && tierInForce !== tierAfter
        ? [{ account: account.id, from: tierInForce, to: tierAfter }]
        : [],
    ),
    reviewRows: rows.length,
    auditRows,
    stopped: plan.stopped,
    undecided: plan.undecided,
  };
}

async function applyPlanned(desk: Desk, review: OpenReview): Promise<Outcome<ApplyReport>> {
  const { plan, model, cycle } = review;
  const opensWatch = plan.toApply.some(
    ({ effect, figures }) => effect.opensWatch || (effect.opensRules && figures.fired.length > 0),
  );
  const made = missingTables(review.held, opensWatch);
  const held = await makeTables(desk, review.held, model, made);
  if (!held) return failed("review.tablesNotMade");
  const asOf = cycle.values.asOf ?? model.asOf;
  const planned = planApply(desk, held, model, { id: cycle.values.id, asOf }, plan.toApply, made);
  const { writes, auditRows } = missingWrites(desk, held, planned.items, planned.rows);
  const total = planned.items.length;
  desk.progress({ step: "review.apply", done: 0, total });
  try {
    await desk.gateway.write(withoutFilters(held, [...writes, ...conclusion(desk, review, held)]), []);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return afterFailure(desk, held, planned, made, error, async (now) => {
      await writeIfAny(desk, withoutFilters(now, conclusion(desk, review, now)));
      return done(report(review, planned, auditRows));
    });
  }
  const lost = await verify(desk, review, held, planned, made);
  if (lost) return lost;
  desk.progress({ step: "review.apply", done: total, total });
  return done(report(review, planned, auditRows));
}

const ownRows = (held: HeldReviews, { items }: PlannedApply) => {
  const ids = new Set(items.map((item) => item.id));
  return held.reviews.rows.filter((row) => ids.has(row.values.id));
};

/** Looks what a failed batch has written: nothing, all, or something that is to be finished or taken back. */
async function afterFailure(
  desk: Desk,
  held: HeldReviews,
  planned: PlannedApply,
  made: MadeTables,
  error: WorkbookError,
  complete: (now: HeldReviews) => Promise<Outcome<ApplyReport>>,
): Promise<Outcome<ApplyReport>> {
  try {
    const now = await rereadReviews(desk, held, null);
    const own = ownRows(now, planned);
    await writeIfAny(desk, refiltered(held, now));
    if (own.length === 0) {
      await writeIfAny(desk, deleteRowsOf(now.book, "reviews", unfilled(now, "reviews")));
      await removeMade(desk, now, made);
      return { ok: false, issue: issueOfNothing(error, "action") };
    }
    if (own.length < planned.items.length) return await withdraw(desk, now, planned, made);
    if (own.every((row) => row.values.state === "applied")) return await complete(now);
    return failed("review.pending", { count: pendingRows(now).length });
  } catch (second) {
    if (!(second instanceof WorkbookError)) throw second;
    return failed("review.unknownState");
  }
}

/** Null once all is in place; else what stands now is pending, or nothing of it stands. */
async function verify(
  desk: Desk,
  { cycle }: OpenReview,
  held: HeldReviews,
  planned: PlannedApply,
  made: MadeTables,
): Promise<Outcome<ApplyReport> | null> {
  const { items } = planned;
  const arrived = (now: HeldReviews) => ownRows(now, planned).length === items.length;
  const ended = await completeItems(desk, held, items, arrived);
  if (ended.kind === "complete") return null;
  if (ended.kind === "lost") return withdraw(desk, ended.now, planned, made);
  await writeIfAny(desk, withoutFilters(ended.now, reopened(cycle, ended.now)));
  return ended.outcome;
}

/** A cycle that this Apply closed is open as long as reviews are pending. */
function reopened({ values: before }: OpenReview["cycle"], now: HeldReviews): Write[] {
  const row = now.cycles.rows.find(({ values }) => values.id === before.id);
  if (!row || row.values.state === before.state) return [];
  return (["state", "appliedAt", "appliedBy"] as const).flatMap((column) =>
    writeCellsOf(now.book, "cycles", column, new Map([[row.body, before[column]]])),
  );
}

/** The Reviews rows did not arrive (the table did not grow, the write was swallowed): nothing else may stay either. */
async function withdraw(
  desk: Desk,
  now: HeldReviews,
  planned: PlannedApply,
  made: MadeTables,
): Promise<Outcome<ApplyReport>> {
  await clearLost(desk, now, planned.items);
  await writeIfAny(desk, withoutFilters(now, takeBackWrites(desk, now, planned.items, [])));
  await removeMade(desk, await rereadReviews(desk, now, null), made);
  return failed("review.notArrived", { sheet: now.reviews.facts?.sheet ?? "" });
}
