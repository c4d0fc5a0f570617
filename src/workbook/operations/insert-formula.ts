import type { InsertedFormula } from "../daily-verbs";
import type { Desk } from "../desk";
import type { Outcome } from "../outcome";
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

/**
 * Writes a live formula into the selected cell. A cell that holds something is replaced only when asked to; the cells a
 * table would spill into must be blank, as Excel would show #SPILL! there. Two trips and one to look.
 */
export async function insertFormula(
  desk: Desk,
  wanted: {
    readonly formula: InsertedFormula;
    readonly account: string;
    readonly rows: number;
    readonly replace: boolean;
  },
): Promise<Outcome<{ readonly address: string }>> {
  const selection = await desk.gateway.selection();
  const place = placeOf(selection);
  const spills = wanted.formula === "why";
  // In a table Excel would fill a whole column with a formula that names one account, or refuse to spill.
  if (selection.table) return failed("formulaInTable", { address: place.address });
  const [sheet] = await desk.gateway.read([{ kind: "sheet", sheet: place.sheet }]);
  if (sheet?.kind !== "sheet") return failed("notFoundAction", { place: place.sheet });
  if (sheet.facts.protected) return failed("protectedAction", { sheet: place.sheet });
  const size = spills ? { rows: wanted.rows, columns: whyColumns } : { rows: 1, columns: 1 };
  const formulas = new Set((await desk.gateway.formulaCells(/^=/)).map(plain));
  const taken = takenCells(sheet, place, size, formulas);
  const [own, others] = [taken.filter(({ own: it }) => it), taken.filter(({ own: it }) => !it)];
  if (others.length > 0)
    return failed("spillBlocked", { address: place.address, cell: others[0]?.name ?? "" });
  if (own.length > 0 && !wanted.replace)
    return failed("cellTaken", { address: place.address, value: own[0]?.value ?? "" });
  const formula = explicitFormula(wanted.formula, wanted.account);
  const write = {
    kind: "write-cells",
    sheet: place.sheet,
    row: place.row,
    column: place.column,
    values: [[{ formula }]],
  } as const;
  const [after] = await desk.gateway.write([write], [{ kind: "sheet", sheet: place.sheet }]);
  const shown = after ? valueAt(after, place.row, place.column) : "";
  const standing = await desk.gateway.formulaCells(new RegExp(`KAM\\.${wanted.formula}\\(`, "i"));
  const name = `${place.sheet}!${place.address}`.toLowerCase();
  if (!standing.some((cell) => plain(cell) === name))
    return failed("formulaNotTaken", { address: place.address });
  return shown === errorOfSpill
    ? failed("spilled", { address: place.address })
    : done({ address: place.address });
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
