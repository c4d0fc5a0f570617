import { defaultCriteria } from "../../core/defaults";
import { proposeBounds, withBounds } from "../../core/bounds/propose-bounds";
import type { CardRecords, Criterion } from "../../core/records";
import type { TrailDebt } from "../audit/trail-debt";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import { changeCriteria } from "../operations/change-criteria";
import { done, failed } from "../operations/failure";
import type { Issue, Outcome } from "../outcome";
import type { CardSnapshot } from "../read-card";
import { WorkbookError } from "../workbook-error";
import { obstacleOf, readGround, tablesOf } from "./import-ground";
import {
  importKinds,
  type ImportJob,
  type ImportPreview,
  type ImportReceipt,
  type ImportTable,
  type TableCounts,
  type WrittenBounds,
} from "./import-job";
import { ImportRun, type RunResult } from "./import-run";
import { planImport } from "./plan-import";
import type { ImportPlan, PlannedChange, PlannedRow } from "./import-draft";

/** What an import wrote, to be compared and taken back. */
export interface ImportUndo {
  readonly source: string;
  readonly added: Readonly<Record<ImportTable, readonly PlannedRow[]>>;
  readonly changed: Readonly<Record<ImportTable, readonly PlannedChange[]>>;
  /** Criteria and settings before and after the bounds were written. */
  readonly bounds: { readonly before: Model; readonly after: Model } | null;
}

export type Model = Pick<CardRecords, "criteria" | "settings">;

export interface Imported {
  readonly receipt: ImportReceipt;
  readonly undo: ImportUndo;
  /** The purchases are the first of this card: bounds can be proposed from them. */
  readonly firstPurchases: boolean;
}

async function plannedIn(desk: Desk, snapshot: CardSnapshot, job: ImportJob) {
  const { book, hasSample } = snapshot;
  const ground = await readGround(desk, book, tablesOf(job));
  const total = job.source.rowCount;
  const plan = await planImport(job, book, ground.standing, {
    hasSample,
    onRows: (rows) => desk.progress({ step: "import.check", done: rows, total }),
  });
  return { ground, plan };
}

/** The dry run: reads the tables once, writes nothing. */
export async function previewImport(
  desk: Desk,
  snapshot: CardSnapshot,
  job: ImportJob,
): Promise<Outcome<ImportPreview>> {
  const { plan } = await plannedIn(desk, snapshot, job);
  return desk.signal?.aborted ? failed("cancelled") : done(plan.preview);
}

/**
 * Writes what the preview showed: one trip to read and plan again, one per piece of 2 MB (at least ten for many rows),
 * one for the trail. Tables that changed since the preview stop it before anything is written. Once something is
 * written the outcome is a receipt that says exactly what, also after a failure or Cancel.
 */
export async function runImport(
  desk: Desk,
  snapshot: CardSnapshot,
  job: ImportJob,
  shown: string,
  debt: TrailDebt,
): Promise<Outcome<Imported>> {
  const { book } = snapshot;
  if (book.survey.readOnly) throw new WorkbookError("read-only", null);
  const { ground, plan } = await plannedIn(desk, snapshot, job);
  if (desk.signal?.aborted) return failed("cancelled");
  const obstacle = obstacleOf(ground, {
    accounts: plan.tables.accounts.added.length,
    contacts: plan.tables.contacts.added.length,
    purchases: plan.tables.purchases.added.length,
  });
  if (obstacle) return { ok: false, issue: obstacle };
  if (plan.preview.fingerprint !== shown) return failed("import.changedMeanwhile");
  const result = await new ImportRun(desk, book, ground, plan, job.source.name, debt).run();
  const wrote = importKinds.some((table) => result.changed[table].length > 0 || result.added[table].size > 0);
  const stopped = result.issue !== null || result.cancelled;
  if (!wrote && stopped)
    return result.issue ? { ok: false, issue: nothingWritten(result) } : failed("cancelled");
  return done(importedOf(job, plan, result, ground.standing.purchases.size === 0));
}

/** Excel took rows and does not show them: nothing stays, unless even that is not known. */
function nothingWritten({ issue }: RunResult) {
  if (issue?.code === "import.notTaken") return { code: "import.swallowed", values: issue.values };
  return issue ?? { code: "cancelled", values: {} };
}

/** Sentences about a refused call say that nothing was written; here a part is. */
const partly = (issue: Issue): Issue =>
  issue.code.startsWith("import.") ? issue : { code: "import.brokeOff", values: {} };

function importedOf(job: ImportJob, plan: ImportPlan, result: RunResult, firstPurchases: boolean): Imported {
  const countsOf = (table: ImportTable): TableCounts => ({
    added: result.added[table].size,
    changed: result.changed[table].length,
    same: plan.tables[table].same,
  });
  const addedOf = (table: ImportTable) =>
    plan.tables[table].added.filter(({ id }) => result.added[table].has(id));
  const planned = importKinds.reduce((sum, table) => sum + plan.tables[table].added.length, 0);
  const there = importKinds.reduce((sum, table) => sum + result.added[table].size, 0);
  return {
    firstPurchases,
    undo: {
      source: job.source.name,
      added: {
        accounts: addedOf("accounts"),
        contacts: addedOf("contacts"),
        purchases: addedOf("purchases"),
      },
      changed: result.changed,
      bounds: null,
    },
    receipt: {
      kind: job.kind,
      counts: {
        accounts: countsOf("accounts"),
        contacts: countsOf("contacts"),
        purchases: countsOf("purchases"),
      },
      leftOut: plan.preview.leftOut,
      cancelled: result.cancelled,
      missing: planned - there,
      issue: result.issue && partly(result.issue),
      place: result.place,
      bounds: null,
    },
  };
}

const bounded = new Set(["revenue12", "purchaseDays12", "profit12", "breadth12"]);

/** Nobody has set the bounds: they are the starting values of a new workbook. */
const areStarting = (criteria: readonly Criterion[]): boolean =>
  criteria
    .filter(({ metric }) => bounded.has(metric))
    .every(({ id, high }) => defaultCriteria.some((one) => one.id === id && one.high === high));

/** Proposes bounds from the first purchases and writes them as numbers (section 8); null where there is nothing to propose. */
export async function writeBounds(
  desk: Desk,
  book: OpenBook,
  records: CardRecords,
  firstPurchases: boolean,
): Promise<{ readonly written: WrittenBounds; readonly undo: NonNullable<ImportUndo["bounds"]> } | null> {
  if (!firstPurchases && !areStarting(records.criteria)) return null;
  const proposal = proposeBounds(records, desk.today());
  const { criteria, settings } = withBounds(proposal, records.criteria, records.settings);
  const { watchMinimum, growingRatio } = settings;
  const changed = criteria.filter(({ high }, index) => high !== records.criteria[index]?.high);
  const sameSettings =
    watchMinimum === records.settings.watchMinimum && growingRatio === records.settings.growingRatio;
  if (changed.length === 0 && sameSettings) return null;
  const outcome = await changeCriteria(
    desk,
    book,
    { criteria, settings: { watchMinimum, growingRatio } },
    { criteria: records.criteria, settings: records.settings },
  );
  if (!outcome.ok) return null;
  const after = { criteria, settings: { ...settings, ruleVersion: records.settings.ruleVersion + 1 } };
  return {
    written: {
      highs: changed.filter(({ weight }) => weight > 0).map(({ label, high }) => ({ label, high })),
      watchMinimum,
      growingRatio,
    },
    undo: { before: { criteria: records.criteria, settings: records.settings }, after },
  };
}
