import type { Desk } from "../desk";
import type { NewTable } from "../new-table";
import type { Issue } from "../outcome";
import { lostTable, readBack } from "../table-arrival";
import { WorkbookError } from "../workbook-error";
import type { Write } from "../workbook-gateway";
import { issueOfNothing, refusedWhole } from "./failure";
import { removeSheets } from "./half-made-sheet";

/** Why sheets were not made, and which of them could not be removed again. */
export interface Unmade {
  /** null: the person cancelled. */
  readonly why: Issue | null;
  readonly left: readonly string[];
}

/**
 * Makes sheets with their tables in one write, sees that every row has arrived and shows the first of them; null where
 * all went well. Whatever breaks off, all of them are removed again, so that a further try finds their names free.
 * `step` names the work in the progress.
 */
export async function makeSheets(
  desk: Desk,
  tables: readonly NewTable[],
  step: string,
): Promise<Unmade | null> {
  const sheets = tables.map(({ sheet }) => sheet);
  const total = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const tell = (share: number): void => {
    desk.signal?.throwIfAborted();
    desk.progress({ step, done: Math.round(share * total), total });
  };
  try {
    tell(0);
    const writes = writesOf(tables);
    const lost = lostTable(writes, await desk.gateway.write(writes, readBack(writes), tell));
    if (lost) return await takeBack(desk, sheets, { code: "swallowedAction", values: { sheet: lost.sheet } });
    tell(1);
    return null;
  } catch (error) {
    if (desk.signal?.aborted) return takeBack(desk, sheets, null);
    if (!(error instanceof WorkbookError)) throw error;
    const why = issueOfNothing(error, "action");
    return refusedWhole(error) ? { why, left: [] } : takeBack(desk, sheets, why);
  }
}

/** All sheets first, in the order people will see them; the tables follow. */
function writesOf(tables: readonly NewTable[]): readonly Write[] {
  const writes = tables.flatMap((table) => table.writes);
  const isSheet = ({ kind }: Write) => kind === "add-sheet";
  const show: Write = { kind: "activate-sheet", sheet: tables[0]?.sheet ?? "" };
  return [...writes.filter(isSheet), ...writes.filter((write) => !isSheet(write)), show];
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
