import type { InsertedFormula, WrittenFormula } from "../daily-verbs";
import type { Desk } from "../desk";
import type { Issue, Outcome } from "../outcome";
import type { CellValue, ReadResult, Selection, TableFacts } from "../workbook-gateway";
import { done, failed } from "./failure";

/** Columns of the table that WHY answers with. */
const whyColumns = 8;
const errorOfSpill = "#SPILL!";

/** The explicit form: it names the account, so it stays right wherever the rows go (FN2). */
export const explicitFormula = (formula: InsertedFormula, account: string): string =>
  `=KAM.${formula.toUpperCase()}("${account.replaceAll('"', '""')}")`;

interface Place {
  readonly sheet: string;
  readonly address: string;
  readonly row: number;
  readonly column: number;
}

interface Wanted {
  readonly formula: InsertedFormula;
  readonly account: string;
  /** Rows the table of WHY takes. */
  readonly rows: number;
  readonly replace: boolean;
}

/** Writes the explicit form for an account into the selected cell; see `insertWritten`. */
export function insertFormula(
  desk: Desk,
  { formula, account, rows, replace }: Wanted,
): Promise<Outcome<{ readonly address: string }>> {
  const size = formula === "why" ? { rows, columns: whyColumns } : { rows: 1, columns: 1 };
  const text = explicitFormula(formula, account);
  return insertWritten(desk, { name: formula.toUpperCase(), text, ...size }, replace);
}

/**
 * Writes a formula into the selected cell and looks whether it stands there. A cell that holds something is replaced
 * only when asked to; the cells a table would spill into must be blank, as Excel would show #SPILL! there.
 */
export async function insertWritten(
  desk: Desk,
  formula: WrittenFormula,
  replace: boolean,
): Promise<Outcome<{ readonly address: string }>> {
  const selection = await desk.gateway.selection();
  const place = placeOf(selection);
  const obstacle = await obstacleAt(desk, place, formula, replace);
  if (obstacle) return { ok: false, issue: obstacle };
  const { sheet, row, column, address } = place;
  const [after] = await desk.gateway.write(
    [{ kind: "write-cells", sheet, row, column, values: [[{ formula: formula.text }]] }],
    [{ kind: "sheet", sheet }],
  );
  const standing = await desk.gateway.formulaCells(new RegExp(`KAM\\.${formula.name}\\(`, "i"));
  if (!standing.some((cell) => plain(cell) === plain(`${sheet}!${address}`)))
    return failed("formulaNotTaken", { address });
  const shown = after ? valueAt(after, row, column) : "";
  return shown === errorOfSpill ? failed("spilled", { address }) : done({ address });
}

/** What keeps the formula from standing there; nothing is written yet. */
async function obstacleAt(
  desk: Desk,
  place: Place,
  size: WrittenFormula,
  replace: boolean,
): Promise<Issue | null> {
  const { address } = place;
  const tables = (await desk.gateway.survey()).tables.filter((table) => table.sheet === place.sheet);
  if (tables.some((table) => takesIn(table, place))) return { code: "formulaInTable", values: { address } };
  const reached = tables.map((table) => firstCellIn(table, place, size)).find((cell) => cell !== null);
  if (reached) return { code: "spillBlocked", values: { address, cell: reached } };
  const [sheet] = await desk.gateway.read([{ kind: "sheet", sheet: place.sheet }]);
  if (sheet?.kind !== "sheet") return { code: "notFoundAction", values: { place: place.sheet } };
  if (sheet.facts.protected) return { code: "protectedAction", values: { sheet: place.sheet } };
  const formulas = new Set((await desk.gateway.formulaCells(/^=/)).map(plain));
  const taken = takenCells(sheet, place, size, formulas);
  const neighbour = taken.find(({ own }) => !own);
  if (neighbour) return { code: "spillBlocked", values: { address, cell: neighbour.name } };
  const [own] = taken;
  return own && !replace ? { code: "cellTaken", values: { address, value: own.value } } : null;
}

/** Rows and columns a table takes up, its totals row included. */
const endOf = ({ area, totals }: TableFacts): { readonly row: number; readonly column: number } => ({
  row: area.row + area.rows + (totals ? 1 : 0),
  column: area.column + area.columns,
});

/**
 * The cell is one of the table's, where Excel would fill a whole column with a formula that names one account or make a
 * heading of it; or it touches the table at its right or below, and Excel would take it in.
 */
function takesIn(table: TableFacts, { row, column }: Place): boolean {
  const end = endOf(table);
  const beside = row >= table.area.row && row < end.row && column <= end.column;
  const below = !table.totals && row === end.row && column < end.column;
  return column >= table.area.column && (beside || below);
}

/** The first cell of a table that the answer would lie on, blank or not: nothing spills into a table. */
function firstCellIn(table: TableFacts, place: Place, size: WrittenFormula): string | null {
  const end = endOf(table);
  const row = Math.max(table.area.row, place.row);
  const column = Math.max(table.area.column, place.column);
  const within = row < Math.min(end.row, place.row + size.rows);
  return within && column < Math.min(end.column, place.column + size.columns) ? nameOf(row, column) : null;
}

const plain = (cell: string): string =>
  cell
    .replace(/^'((?:[^']|'')*)'!/, (_, name: string) => `${name.replaceAll("''", "'")}!`)
    .replaceAll("$", "")
    .toLowerCase();

function placeOf({ sheet, row, column }: Selection): Place {
  return { sheet, row, column, address: nameOf(row, column) };
}

function takenCells(
  sheet: Extract<ReadResult, { kind: "sheet" }>,
  place: Place,
  size: { readonly rows: number; readonly columns: number },
  formulas: ReadonlySet<string>,
): { readonly name: string; readonly value: string; readonly own: boolean }[] {
  const cells = Array.from({ length: size.rows * size.columns }, (_, index) => ({
    row: place.row + Math.floor(index / size.columns),
    column: place.column + (index % size.columns),
  }));
  return cells.flatMap(({ row, column }, index) => {
    const value = valueAt(sheet, row, column);
    // A formula may show nothing.
    const blank = value === "" && !formulas.has(`${place.sheet}!${nameOf(row, column)}`.toLowerCase());
    return blank ? [] : [{ name: nameOf(row, column), value: String(value), own: index === 0 }];
  });
}

function valueAt(sheet: ReadResult, row: number, column: number): CellValue {
  if (sheet.kind !== "sheet") return "";
  return sheet.values[row - sheet.origin.row]?.[column - sheet.origin.column] ?? "";
}

/** `B7` from zero-based row and column. */
function nameOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
