import type { Book, BookTable } from "../../../workbench/book/book";
import type { Host } from "../../../workbench/host/host";
import type { Scenario } from "./scenarios";
import type { Session } from "./session";

/** What a fault is laid on. */
export interface Victim {
  readonly host: Host;
  readonly session: Session;
  readonly meets: Scenario["meets"];
}

export interface Fault {
  readonly name: string;
  /**
   * `trip`: at one round trip only, each in turn. `from`: from each round trip on, until the operation has ended.
   * `write`: the same, but only round trips that write can tell the difference. `before`: it is so when the operation
   * starts, and the pane has seen it.
   */
  readonly when: "trip" | "from" | "write" | "before";
  /** It needs a table that people can work in meanwhile. */
  readonly needsTable?: true;
  /** Others change rows: those rows are left out of the comparison. */
  readonly othersEdit?: true;
  on(victim: Victim): void;
  /** The person puts it right; what the operation should have written is there or not, as without the fault. */
  off(victim: Victim): void;
}

const passing = "Renamed meanwhile";

function tableOf({ host, meets }: Victim, book: Book = host.book): BookTable | null {
  return meets ? book.table(meets.table) : null;
}

/** Body row and column of the cell that the operation does not mean. */
function spareOf(victim: Victim, table: BookTable): { row: number; column: number } | null {
  const rows = table.sheet.content(table.body);
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex((cell) => cell === victim.meets?.cell);
    if (column >= 0) return { row, column };
  }
  return null;
}

const edit = (name: string, run: (table: BookTable, victim: Victim) => void, off?: Fault["off"]): Fault => ({
  name,
  when: "trip",
  needsTable: true,
  othersEdit: true,
  on: (victim) => {
    victim.host.faults.beforeNextBatch = (book) => {
      const table = tableOf(victim, book);
      if (table) run(table, victim);
    };
  },
  off: (victim) => {
    victim.host.faults.beforeNextBatch = null;
    off?.(victim);
  },
});

const condition = (name: string, set: (table: BookTable, on: boolean, victim: Victim) => void): Fault => ({
  name,
  when: "before",
  needsTable: true,
  on: (victim) => {
    const table = tableOf(victim);
    if (table) set(table, true, victim);
  },
  off: (victim) => {
    const table = tableOf(victim);
    if (table) set(table, false, victim);
  },
});

type Switches = Host["faults"];
const switched = (
  name: string,
  when: Fault["when"],
  set: (faults: Switches, on: boolean, victim: Victim) => void,
): Fault => ({
  name,
  when,
  on: (victim) => set(victim.host.faults, true, victim),
  off: (victim) => set(victim.host.faults, false, victim),
});

const everySheet = ({ host }: Victim) => host.book.sheets().map((sheet) => sheet.name);

export const faults: readonly Fault[] = [
  switched("a cell is being edited", "from", (faults, on) => (faults.cellEdit = on)),
  {
    name: "sheets are protected",
    when: "from",
    on: ({ host }) => {
      host.faults.beforeNextBatch = (book) => {
        for (const sheet of book.sheets()) sheet.protection = { options: {}, password: null };
      };
    },
    off: ({ host }) => {
      host.faults.beforeNextBatch = null;
      for (const sheet of host.book.sheets()) sheet.protection = null;
    },
  },
  switched("sheets are protected unseen", "write", (faults, on, victim) => {
    faults.protectedSheets = new Set(on ? everySheet(victim) : []);
  }),
  switched("the file is read-only", "from", (faults, on) => (faults.readOnly = on)),
  switched("the request is too large", "trip", (faults, on) => (faults.dispatchError = on ? 5103 : null)),
  switched("the answer is too large", "trip", (faults, on) => (faults.answerLost = on ? 5104 : null)),
  switched("too many requests", "trip", (faults, on) => (faults.dispatchError = on ? 5102 : null)),
  switched("no answer in time", "trip", (faults, on) => (faults.answerLost = on ? 5012 : null)),
  switched("tables do not grow", "write", (faults, on) => (faults.tableDoesNotGrow = on)),
  switched("writes are swallowed", "write", (faults, on) => (faults.writeSwallowed = on)),
  edit("a co-author edits", (table, victim) => {
    const spare = spareOf(victim, table);
    if (!spare) return;
    const { body, sheet } = table;
    const column = body.column + body.columns - 1;
    sheet.enter({ row: body.row + spare.row, column, rows: 1, columns: 1 }, [["'edited"]]);
  }),
  edit("a co-author sorts", (table) => table.sort([{ key: 0, ascending: false }], false)),
  edit("a co-author deletes a row", (table, victim) => {
    const spare = spareOf(victim, table);
    if (spare) table.deleteRow(spare.row);
  }),
  edit(
    "a co-author renames the sheet",
    (table) => (table.sheet.name = passing),
    (victim) => {
      const table = tableOf(victim);
      if (table && table.sheet.name === passing) table.sheet.name = table.name;
    },
  ),
  condition("a filter is on", (table, on, victim) => {
    const spare = spareOf(victim, table);
    if (spare && on) table.filter(spare.column, { filterOn: "Values", values: [victim.meets?.cell] });
    else table.columns.forEach((_, column) => table.filter(column, null));
  }),
  condition("a totals row is on", (table, on) => (table.showTotals = on)),
  condition("a column is hidden", (table, on) => table.sheet.setColumnHidden(table.body.column + 1, 1, on)),
  switched("the pane is closed", "trip", (_, on, { host }) => (on ? host.pane.hide() : host.pane.show())),
  {
    name: "the runtime is killed",
    when: "trip",
    on: () => undefined,
    off: () => undefined,
  },
];

/** The one fault that ends the session instead of disturbing it. */
export const isKill = (fault: Fault): boolean => fault.name === "the runtime is killed";

/** A sheet that was renamed meanwhile stands in the trail under its passing name. */
export const underOldName = (lines: readonly string[], { meets }: Victim): readonly string[] =>
  lines.map((line) => line.replaceAll(passing, meets?.table ?? passing)).sort();
