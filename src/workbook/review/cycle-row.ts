/** The row of a cycle: opened when its sheets are generated, brought up to date when they are generated again. */
import { columnOf } from "../codec/row-cells";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { newTable } from "../new-table";
import { removeSheets } from "../operations/half-made-sheet";
import { clearStrayRows } from "../operations/stray-rows";
import type { Read, ReadResult, Write } from "../workbook-gateway";
import type { CycleRow as KnownCycle } from "./cycle";
import type { ReviewGround } from "./review-ground";
import type { HeldReviews } from "./review-state";
import { appendTo, unfiltered, writeCellsOf } from "./table-writes";

interface CycleJob {
  readonly desk: Desk;
  readonly ground: ReviewGround;
  readonly cycle: string;
  readonly known: KnownCycle | null;
}

export interface CycleRowWrites {
  readonly writes: readonly Write[];
  /** Read it in the same batch and give it to `cycleHolds`; null where no row is added. */
  readonly verify: Read | null;
  readonly sheet: string;
  /** These writes make the table. */
  readonly isNew: boolean;
  readonly header: string;
}

/** Nothing where the row is there already, from a try that broke off. */
export function cycleRow(job: CycleJob, held: HeldReviews): CycleRowWrites {
  const { desk, ground, cycle, known } = job;
  const { facts } = held.cycles;
  const header =
    held.book.tables.get("cycles")?.headers.get("id") ??
    columnOf("cycles", "id").header[held.book.dialect.labels.language];
  const none = { writes: [], verify: null, sheet: facts?.sheet ?? "", isNew: false, header };
  if (known) return { ...none, writes: updateWrites(job, known, held) };
  if (held.cycles.rows.some((row) => row.values.id === cycle)) return none;
  const by = desk.author();
  const at = desk.now();
  const row = {
    id: cycle,
    asOf: ground.model.asOf,
    startedAt: at,
    startedBy: by,
    ruleVersion: ground.model.settings.ruleVersion,
    state: "open",
    createdBy: by,
    createdAt: at,
  } as const;
  if (facts) {
    const writes = appendTo(held.book, "cycles", facts, [row]);
    return { ...none, writes, verify: { kind: "table", table: facts.name } };
  }
  const made = newTable("cycles", [row], held.book.dialect, new FreeNames(held.book.survey));
  const verify = { kind: "table", table: made.table } as const;
  return { ...none, writes: made.writes, verify, sheet: made.sheet, isNew: true };
}

function updateWrites({ desk, ground }: CycleJob, known: KnownCycle, held: HeldReviews): Write[] {
  const { book, model } = ground;
  const { asOf, settings } = model;
  const { values, body } = known;
  if (values.asOf === asOf && values.ruleVersion === settings.ruleVersion) return [];
  const cell = (column: string, value: string | number) =>
    writeCellsOf(book, "cycles", column, new Map([[body, value]]));
  const stamps = [...cell("changedBy", desk.author()), ...cell("changedAt", desk.now())];
  return unfiltered(
    [held.cycles.facts],
    [...cell("asOf", asOf), ...cell("ruleVersion", settings.ruleVersion), ...stamps],
  );
}

/** Whether the table took the row in; what it left below itself is cleared, a table that is not whole is removed. */
export async function cycleHolds(
  desk: Desk,
  { sheet, isNew, header }: CycleRowWrites,
  cycle: string,
  read: ReadResult | undefined,
): Promise<boolean> {
  const table = read?.kind === "table" ? read : null;
  const column = table?.headers.indexOf(header) ?? -1;
  if (table?.rows.some((row) => String(row[column] ?? "") === cycle)) return true;
  if (isNew) await removeSheets(desk, [sheet]);
  else if (table) await clearStrayRows(desk.gateway, table.facts, header, [cycle]);
  return false;
}
