import type { InsertedFormula, WrittenFormula } from "../daily-verbs";
import type { Desk } from "../desk";
import type { Issue, Outcome } from "../outcome";
import type { CellValue, ReadResult, Selection } from "../workbook-gateway";
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
  const obstacle = await obstacleAt(desk, selection, place, formula, replace);
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
  { table }: Selection,
  place: Place,
  size: WrittenFormula,
  replace: boolean,
): Promise<Issue | null> {
  const { address } = place;
  // In a table Excel would fill a whole column with a formula that names one account, or refuse to spill.
  if (table) return { code: "formulaInTable", values: { address } };
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
