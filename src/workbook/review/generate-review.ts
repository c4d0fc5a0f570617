/** Generates the overview and the three review sheets of a cycle, or generates them again with what was typed (RV2). */
import type { Tier } from "../../core/units";
import { openBook } from "../open-book";
import type { Desk } from "../desk";
import { done, failed, issueOf, refusable } from "../operations/failure";
import type { Outcome } from "../outcome";
import { overviewCycle } from "../overview/overview-mark";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult, WorkbookSurvey, Write } from "../workbook-gateway";
import { cycleToGenerate, type CycleRow } from "./cycle";
import { cycleHolds, cycleRow } from "./cycle-row";
import { planReview, type PlannedPaper, type PlannedReview } from "./plan-review";
import { markOf } from "./read-review-sheet";
import type { ReviewGround } from "./review-ground";
import { readReviews, type HeldReviews } from "./review-state";

interface GenerateDeps {
  /** Writes the computed columns, so that tables and sheets show the same figures, and says what it read (WB11). */
  readonly refreshed: () => Promise<Outcome<ReviewGround>>;
}

interface GeneratedReview {
  readonly cycle: string;
  readonly overview: string;
  readonly sheets: readonly string[];
  /** Accounts whose typed decisions, reasons or next steps were carried over. */
  readonly kept: number;
}

interface Job {
  readonly desk: Desk;
  readonly ground: ReviewGround;
  readonly held: HeldReviews;
  readonly cycle: string;
  readonly known: CycleRow | null;
  readonly review: PlannedReview;
}

/**
 * New sheets are painted beside the old ones and take their place only once all stand: a failure or a
 * cancel on the way leaves the old sheets, and all that was typed, as they were. At most one writing trip per
 * sheet and one for the exchange, whatever the number of accounts.
 */
export function generateReview(desk: Desk, deps: GenerateDeps): Promise<Outcome<GeneratedReview>> {
  return refusable("action", async () => {
    desk.progress({ step: "refresh", done: 0, total: 0 });
    const ground = await deps.refreshed();
    if (!ground.ok) return ground;
    if (desk.signal?.aborted) return failed("review.cancelled");
    const { book, model } = ground.value;
    const held = await readReviews(desk.gateway, book, model);
    if (held.reviews.rows.some((row) => row.values.state !== "applied")) return failed("review.pendingFirst");
    const { id, known } = cycleToGenerate(held, model.asOf);
    const review = planReview(held, model, id, desk.author());
    return paintSheets({ desk, ground: ground.value, held, cycle: id, known, review });
  });
}

/** What was painted is there and carries the mark of its kind. */
const isMarked = (result: ReadResult, tier: Tier): boolean =>
  result.kind === "sheet" &&
  (overviewCycle(result.facts.names) !== null || markOf(result.facts.names)?.tier === tier);

const papersOf = ({ overview, sheets }: PlannedReview): readonly PlannedPaper[] => [overview, ...sheets];

async function paintSheets(job: Job): Promise<Outcome<GeneratedReview>> {
  const { desk, review } = job;
  const total = review.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  let rows = 0;
  try {
    for (const [index, sheet] of review.sheets.entries()) {
      if (desk.signal?.aborted) return await takeBack(job, failed("review.cancelled"));
      desk.progress({ step: `review.${sheet.tier}`, done: rows, total });
      // The overview is small: it travels with the first review sheet.
      const papers = index === 0 ? [review.overview, sheet] : [sheet];
      const results = await desk.gateway.write(
        papers.map(({ plan }): Write => ({ kind: "paint-sheet", plan })),
        // Marks are names: of the cells none is needed.
        papers.map(({ plan }): Read => ({ kind: "sheet", sheet: plan.name, rows: 1 })),
      );
      const stands =
        results.length === papers.length && results.every((result) => isMarked(result, sheet.tier));
      if (!stands) return await takeBack(job, failed("review.swallowed", { sheet: sheet.name }));
      rows += sheet.rows;
    }
    if (desk.signal?.aborted) return await takeBack(job, failed("review.cancelled"));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return takeBack(job, { ok: false, issue: issueOf(error, "action") });
  }
  desk.progress({ step: "review.finish", done: total, total });
  return exchange(job);
}

/**
 * The old sheet goes, the new one takes its name. Once the new one has it, the old name is the new sheet's:
 * then there is nothing left to delete.
 */
const swap = ({ plan, replaces, name, leftovers }: PlannedPaper, present: ReadonlySet<string>): Write[] => {
  if (!present.has(plan.name)) return [];
  const goes = [...leftovers, ...(replaces === null ? [] : [replaces])].filter((sheet) => present.has(sheet));
  return [
    ...goes.map((sheet): Write => ({ kind: "delete-sheet", sheet })),
    ...(plan.name === name ? [] : [{ kind: "rename-sheet", sheet: plan.name, to: name } as const]),
  ];
};

/** The sheets take their places, the cycle gets its row, and it is looked whether its table took it in. */
async function writeFinal(
  job: Job,
  held: HeldReviews,
  present: ReadonlySet<string>,
  before: readonly Write[] = [],
): Promise<Outcome<GeneratedReview>> {
  const { desk, review, cycle } = job;
  const [first] = review.sheets;
  const row = cycleRow(job, held);
  const [read] = await desk.gateway.write(
    [
      ...before,
      ...papersOf(review).flatMap((paper) => swap(paper, present)),
      ...row.writes,
      ...(first ? [{ kind: "select", sheet: first.name, ...first.plan.select } as const] : []),
    ],
    row.verify ? [row.verify] : [],
  );
  if (row.verify && !(await cycleHolds(desk, row, cycle, read)))
    return failed("review.cycleNotTaken", { sheet: row.sheet });
  const sheets = review.sheets.map((sheet) => sheet.name);
  return done({ cycle, overview: review.overview.name, sheets, kept: review.kept });
}

async function exchange(job: Job): Promise<Outcome<GeneratedReview>> {
  const { held, review } = job;
  const present = new Set([
    ...held.book.survey.sheets.map((sheet) => sheet.name),
    ...papersOf(review).map((paper) => paper.plan.name),
  ]);
  try {
    return await writeFinal(job, held, present);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return finishExchange(job, { ok: false, issue: issueOf(error, "action") });
  }
}

/** Nothing was exchanged yet: every old sheet still stands beside its new one. */
const untouched = ({ review }: Job, names: ReadonlySet<string>): boolean =>
  papersOf(review).some((paper) => paper.replaces !== null) &&
  papersOf(review).every(({ plan, replaces }) => names.has(plan.name) && (!replaces || names.has(replaces)));

/** Sheets added for the Cycles table that never got it. */
function strays({ held, review }: Job, survey: WorkbookSurvey): string[] {
  const known = new Set([
    ...held.book.survey.sheets.map((sheet) => sheet.name),
    ...papersOf(review).flatMap((paper) => [paper.plan.name, paper.name]),
  ]);
  const filled = new Set(survey.tables.map((table) => table.sheet));
  return survey.sheets.map((sheet) => sheet.name).filter((name) => !known.has(name) && !filled.has(name));
}

/** After a failure between the sheets: looks what stands and does the rest, or takes all back. */
async function finishExchange(
  job: Job,
  outcome: Outcome<GeneratedReview>,
): Promise<Outcome<GeneratedReview>> {
  const { desk, review, held } = job;
  const sheets = review.sheets.map((sheet) => sheet.name);
  try {
    const survey = await desk.gateway.survey();
    const names = new Set(survey.sheets.map((sheet) => sheet.name));
    if (untouched(job, names)) return await takeBack(job, outcome);
    const stray = strays(job, survey);
    const kept = { ...survey, sheets: survey.sheets.filter((sheet) => !stray.includes(sheet.name)) };
    const book = { ...openBook(kept, held.book.language), dialect: held.book.dialect };
    const now = await readReviews(desk.gateway, book, null);
    const deletions = stray.map((sheet): Write => ({ kind: "delete-sheet", sheet }));
    return await writeFinal(job, now, names, deletions);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (papersOf(review).every((paper) => paper.replaces === null)) return takeBack(job, outcome);
    return failed("review.halfWritten", { sheets: sheets.join(", ") });
  }
}

/** Removes the sheets painted so far, found anew; old sheets and typed decisions were not touched. */
async function takeBack(job: Job, outcome: Outcome<GeneratedReview>): Promise<Outcome<GeneratedReview>> {
  const { desk, held, review } = job;
  const before = new Set(held.book.survey.sheets.map((sheet) => sheet.name));
  const painted = papersOf(review)
    .map((paper) => paper.plan.name)
    .filter((name) => !before.has(name));
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const survey = await desk.gateway.survey();
      const left = survey.sheets.map((sheet) => sheet.name).filter((name) => painted.includes(name));
      if (left.length > 0) {
        await desk.gateway.write(
          left.map((sheet): Write => ({ kind: "delete-sheet", sheet })),
          [],
        );
      }
      return outcome;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
  return failed("review.leftSheets", { sheets: painted.join(", ") });
}
