import { auditReads, auditWrites } from "../audit/audit-writes";
import type { TrailDebt } from "../audit/trail-debt";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { openBook } from "../open-book";
import type { Issue, Outcome } from "../outcome";
import type { CellWork } from "../repair/cell-work";
import { planRepair, type RepairPlan } from "../repair/plan-repair";
import type { ActingFinding, ActingOption } from "../repair/repair-act";
import { readRepairGround, type RepairGround } from "../repair/repair-ground";
import { repairWrites, type RepairWrites } from "../repair/repair-writes";
import type { RepairPreview, RepairReport } from "../upkeep-verbs";
import { WorkbookError } from "../workbook-error";
import type { ReadResult } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";
import { trailHolds } from "./trail-rows";

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
  debt: TrailDebt = { entries: [] },
): Promise<Outcome<RepairReport>> {
  return refusable("action", async () => {
    desk.progress({ step: "repair", done: 0, total: 0 });
    const ground = await readRepairGround(desk);
    if (ground.book.survey.readOnly) throw new WorkbookError("read-only", null);
    const chosen = chosenFrom(planRepair(ground), choices);
    if (!chosen) return failed("repairChanged");
    const acting = chosen.filter(({ option }) => option.act.kind !== "leave");
    if (acting.length === 0)
      return (await payTrail(desk, debt)) ? done({ repaired: 0, left: [] }) : failed("repairedWithoutAudit");
    const twice = doubledHeader(acting);
    if (twice) return { ok: false, issue: twice };
    const writes = repairWrites(
      ground,
      acting.map(({ option }) => option.act),
      desk,
    );
    const obstacle = obstacleOf(ground, writes);
    if (obstacle) return { ok: false, issue: obstacle };
    if (desk.signal?.aborted) return failed("cancelled");
    return carryOut(desk, acting, writes, debt);
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

async function carryOut(
  desk: Desk,
  chosen: readonly Chosen[],
  writes: RepairWrites,
  debt: TrailDebt,
): Promise<Outcome<RepairReport>> {
  let after: RepairPlan;
  let written = false;
  try {
    await writeCells(desk, writes.cells);
    desk.progress({ step: "repair", done: chosen.length, total: chosen.length });
    if (writes.structure.length > 0) await desk.gateway.write(writes.structure, []);
    written = true;
    after = planRepair(await readRepairGround(desk));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    // Done, though nobody could look: the next try finds nothing to repair and writes the lines.
    if (written) debt.entries = [...debt.entries, ...writes.entries];
    return failed("repairUnfinished");
  }
  const still = new Set(after.findings.map(({ id }) => id));
  const left = chosen.filter(({ finding }) => still.has(finding.id));
  if (left.length === chosen.length) return failed("repairUnfinished");
  debt.entries = [...debt.entries, ...writes.entries];
  if (!(await payTrail(desk, debt))) return failed("repairedWithoutAudit");
  return done({ repaired: chosen.length - left.length, left: left.map(({ finding }) => finding.what) });
}

/** Writes until every row holds what it should; what does not is found again when the workbook is looked at afterwards. */
async function writeCells(desk: Desk, works: readonly CellWork[]): Promise<void> {
  if (works.length === 0) return;
  const reads = works.map(({ again }) => again);
  let now: readonly TableResult[] = (await desk.gateway.read(reads)).map(tableOf);
  const planned = () => works.flatMap((work, index) => work.writes(now[index] ?? missing()));
  let writes = planned();
  for (let attempt = 0; attempt < attempts && writes.length > 0; attempt += 1) {
    now = (await desk.gateway.write(writes, reads)).map(tableOf);
    writes = planned();
  }
}

const missing = (): never => {
  throw new WorkbookError("not-found", null);
};

const tableOf = (result: ReadResult): TableResult => (result.kind === "table" ? result : missing());

/** The trail is looked for anew: it may be among what was repaired. */
async function payTrail(desk: Desk, debt: TrailDebt): Promise<boolean> {
  if (debt.entries.length === 0) return true;
  try {
    const book = openBook(await desk.gateway.survey(), desk.language());
    const reads = auditReads(book);
    const read = reads.length > 0 ? await desk.gateway.read(reads) : [];
    const trail = auditWrites(book, read, debt.entries, desk);
    const [ids] = await desk.gateway.write(trail.writes, [trail.verify]);
    const held = await trailHolds(desk, trail, ids);
    if (held) debt.entries = [];
    return held;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return false;
  }
}
