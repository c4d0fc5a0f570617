import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import type { Issue, Outcome } from "../outcome";
import type { CellWork } from "../repair/cell-work";
import { planRepair, type RepairPlan } from "../repair/plan-repair";
import type { ActingFinding, ActingOption } from "../repair/repair-act";
import type { RepairDebt } from "../repair/repair-debt";
import { readRepairGround, type RepairGround } from "../repair/repair-ground";
import { repairWrites, type RepairWrites } from "../repair/repair-writes";
import type { RepairPreview, RepairReport } from "../upkeep-verbs";
import { WorkbookError } from "../workbook-error";
import type { ReadResult, Write } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";
import { dueOf, payTrail, trailOf } from "./repair-trail";

/** The last one only looks whether the one before held. */
const attempts = 5;

/** What could be repaired and how; reads only. */
export function previewRepair(desk: Desk): Promise<Outcome<RepairPreview>> {
  return refusable("action", async () => done(planRepair(await readRepairGround(desk))));
}

interface Chosen {
  readonly finding: ActingFinding;
  readonly option: ActingOption;
}

/**
 * Carries out chosen repairs (WB6): plans anew from the workbook as it is, writes cells, then the shape of tables, then
 * the trail, and looks again. Nothing is deleted; what cannot be read stays. Choices that no longer fit stop everything
 * before anything is written. A second run with the same choices finds nothing left to do.
 */
export function repairWorkbook(
  desk: Desk,
  choices: Readonly<Record<string, string>>,
  debt: RepairDebt = { lines: [] },
): Promise<Outcome<RepairReport>> {
  return refusable("action", async () => {
    desk.progress({ step: "repair", done: 0, total: 0 });
    const ground = await readRepairGround(desk);
    if (ground.book.survey.readOnly) throw new WorkbookError("read-only", null);
    const plan = planRepair(ground);
    const chosen = chosenFrom(plan, choices);
    if (!chosen) return failed("repairChanged");
    const acting = chosen.filter(({ option }) => option.act.kind !== "leave");
    debt.lines = dueOf(debt, plan);
    if (acting.length === 0)
      return (await payTrail(desk, debt)) ? done({ repaired: 0, left: [] }) : failed("repairedWithoutAudit");
    const twice = doubledHeader(acting);
    if (twice) return { ok: false, issue: twice };
    const writes = repairWrites(
      ground,
      acting.map(({ finding, option }) => ({ finding: finding.id, act: option.act })),
      desk,
    );
    const obstacle = obstacleOf(ground, writes);
    if (obstacle) return { ok: false, issue: obstacle };
    if (desk.signal?.aborted) return failed("cancelled");
    return carryOut(desk, ground, acting, writes, debt);
  });
}

/** A finding that is gone meanwhile is repaired; one that cannot be repaired as chosen makes all choices void. */
function chosenFrom({ findings }: RepairPlan, choices: Readonly<Record<string, string>>): Chosen[] | null {
  const chosen: Chosen[] = [];
  for (const finding of findings) {
    const choice = choices[finding.id];
    if (choice === undefined) continue;
    const option = finding.options.find(({ id }) => id === choice);
    if (!option) return null;
    chosen.push({ finding, option });
  }
  return chosen;
}

/** One column cannot be two. */
function doubledHeader(chosen: readonly Chosen[]): Issue | null {
  const seen = new Set<string>();
  for (const { option } of chosen) {
    const { act } = option;
    if (act.kind !== "rename-header" && act.kind !== "map-header") continue;
    const place = `${act.table} ${act.header}`;
    if (seen.has(place)) return { code: "repairSameHeader", values: { header: act.header } };
    seen.add(place);
  }
  return null;
}

function obstacleOf({ book }: RepairGround, { sheets, addsSheets }: RepairWrites): Issue | null {
  const locked = book.survey.sheets.find((sheet) => sheet.protected && sheets.includes(sheet.name));
  if (locked) return { code: "protectedAction", values: { sheet: locked.name } };
  return addsSheets && book.survey.structureLocked ? { code: "structureLocked", values: {} } : null;
}

/**
 * The lines of the trail go in the batch of what they tell of: a runtime that is killed leaves both or neither. They are
 * owed from before that until they are known to stand.
 */
async function carryOut(
  desk: Desk,
  ground: RepairGround,
  chosen: readonly Chosen[],
  writes: RepairWrites,
  debt: RepairDebt,
): Promise<Outcome<RepairReport>> {
  debt.lines = [...debt.lines, ...writes.lines];
  let after: RepairPlan;
  try {
    await writeCells(desk, writes.cells, () => trailOf(desk, ground, debt, true));
    desk.progress({ step: "repair", done: chosen.length, total: chosen.length });
    if (writes.structure.length > 0) {
      const trail = await trailOf(desk, ground, debt, false);
      await desk.gateway.write([...writes.structure, ...trail], []);
    }
    after = planRepair(await readRepairGround(desk));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return failed("repairUnfinished");
  }
  const still = new Set(after.findings.map(({ id }) => id));
  const left = chosen.filter(({ finding }) => still.has(finding.id));
  const untrue = debt.lines.flatMap(({ finding, sent }) => (still.has(finding) && sent ? [sent] : []));
  debt.lines = dueOf(debt, after);
  if (!(await payTrail(desk, debt, untrue))) return failed("repairedWithoutAudit");
  if (left.length === chosen.length) return failed("repairUnfinished");
  return done({ repaired: chosen.length - left.length, left: left.map(({ finding }) => finding.what) });
}

/** Writes until every row holds what it should; what does not is found again when the workbook is looked at afterwards. */
async function writeCells(
  desk: Desk,
  works: readonly CellWork[],
  trailOfCells: () => Promise<readonly Write[]>,
): Promise<void> {
  if (works.length === 0) return;
  const reads = works.map(({ again }) => again);
  let trail = await trailOfCells();
  let now: readonly TableResult[] = (await desk.gateway.read(reads)).map(tableOf);
  const planned = () => works.flatMap((work, index) => work.writes(now[index] ?? missing()));
  let writes = planned();
  for (let attempt = 0; attempt < attempts && writes.length > 0; attempt += 1) {
    now = (await desk.gateway.write([...writes, ...trail], reads)).map(tableOf);
    trail = [];
    writes = planned();
  }
}

const missing = (): never => {
  throw new WorkbookError("not-found", null);
};

const tableOf = (result: ReadResult): TableResult => (result.kind === "table" ? result : missing());
