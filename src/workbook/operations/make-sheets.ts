import type { Desk } from "../desk";
import type { NewTable } from "../new-table";
import type { Issue } from "../outcome";
import { lostTable, readBack } from "../table-arrival";
import { WorkbookError } from "../workbook-error";
import type { Write } from "../workbook-gateway";
import { issueOfNothing, refusedWhole } from "./failure";

/** Why sheets were not made, and which of them could not be removed again. */
export interface Unmade {
  /** null: the person cancelled. */
  readonly why: Issue | null;
  readonly left: readonly string[];
}

/** Large tables go alone, so that progress is true and Cancel is heard between them. */
function batches(tables: readonly NewTable[]): readonly (readonly NewTable[])[] {
  const large = tables.filter((table) => table.rowCount > 500);
  const small = tables.filter((table) => table.rowCount <= 500);
  return [small, ...large.map((table) => [table])].filter((batch) => batch.length > 0);
}

/**
 * Makes sheets with their tables, sees that every row has arrived and shows the first of them; null where all went well.
 * Whatever breaks off, all of them are removed again, so that a further try finds their names free. `step` names the
 * small tables in the progress, which go together.
 */
export async function makeSheets(
  desk: Desk,
  tables: readonly NewTable[],
  step: string,
): Promise<Unmade | null> {
  const sheets = tables.map((table) => table.sheet);
  const total = tables.reduce((sum, table) => sum + table.rowCount, 0);
  // All sheets first, in the order people will see them; the tables follow.
  let first: readonly Write[] = tables.flatMap(({ writes }) =>
    writes.filter((write) => write.kind === "add-sheet"),
  );
  const show: Write = { kind: "activate-sheet", sheet: sheets[0] ?? "" };
  const steps = batches(tables);
  let rows = 0;
  try {
    for (const [index, batch] of steps.entries()) {
      const [table] = batch;
      const name = table && batch.length === 1 ? table.id : step;
      const size = batch.reduce((sum, one) => sum + one.rowCount, 0);
      const tell = (share: number): void => {
        desk.signal?.throwIfAborted();
        desk.progress({ step: name, done: rows + Math.round(share * size), total });
      };
      tell(0);
      const writes = batch.flatMap((one) => one.writes.filter((write) => write.kind !== "add-sheet"));
      const last = index === steps.length - 1 ? [show] : [];
      const results = await desk.gateway.write([...first, ...writes, ...last], readBack(writes), tell);
      first = [];
      const lost = lostTable(writes, results);
      if (lost)
        return await takeBack(desk, sheets, { code: "swallowedAction", values: { sheet: lost.sheet } });
      rows += size;
      desk.signal?.throwIfAborted();
    }
    desk.progress({ step, done: total, total });
    return null;
  } catch (error) {
    if (desk.signal?.aborted) return takeBack(desk, sheets, null);
    if (!(error instanceof WorkbookError)) throw error;
    const why = issueOfNothing(error, "action");
    return first.length > 0 && refusedWhole(error) ? { why, left: [] } : takeBack(desk, sheets, why);
  }
}

async function takeBack(desk: Desk, sheets: readonly string[], why: Issue | null): Promise<Unmade> {
  let left: readonly string[] = sheets;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await removeSheets(desk, sheets, (there) => (left = there));
      return { why, left: [] };
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
  return { why, left };
}

/** Removes those of the sheets that are there, found anew: a batch that failed may have made some of them. */
export async function removeSheets(
  desk: Desk,
  sheets: readonly string[],
  onFound: (there: readonly string[]) => void = () => undefined,
): Promise<void> {
  const survey = await desk.gateway.survey();
  const there = survey.sheets.map((sheet) => sheet.name).filter((name) => sheets.includes(name));
  onFound(there);
  if (there.length === 0) return;
  const writes = there.map((sheet): Write => ({ kind: "delete-sheet", sheet }));
  await desk.gateway.write(writes, []);
}
