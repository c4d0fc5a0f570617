import type { Desk } from "../desk";
import type { CellValue, Read, TableFacts, WorkbookSurvey } from "../workbook-gateway";
import { accountColumns, accountInRow } from "./account-in-row";
import { parseAddress, type CellAddress } from "./cell-address";

/** Where a bare call stands: the account named in its row, or why there is none. */
export type RowAccount =
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "outside" }
  | { readonly kind: "blank" };

interface ReadTable {
  readonly facts: TableFacts;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * The account of a row, from the workbook as it is at this moment: twenty cells that ask together cost one reading.
 * Which tables there are comes from the last survey, and from a new one where that knows none on the sheet.
 */
export class RowAccounts {
  private round: Promise<(cell: CellAddress) => RowAccount> | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly known: () => WorkbookSurvey | null,
  ) {}

  /** Throws WorkbookError when the workbook does not answer. */
  async of(address: string): Promise<RowAccount> {
    const cell = parseAddress(address);
    if (!cell) return { kind: "outside" };
    const answer = await this.thisRound();
    const found = answer(cell);
    if (found.kind !== "outside" || this.knowsTablesOf(cell.sheet)) return found;
    const survey = await this.desk.gateway.survey();
    return (await this.read(survey))(cell);
  }

  private knowsTablesOf(sheet: string): boolean {
    const tables = this.known()?.tables ?? [];
    return tables.some((table) => table.sheet.toLowerCase() === sheet.toLowerCase());
  }

  /** Calls of one moment share a reading; it starts only after they all have asked. */
  private thisRound(): Promise<(cell: CellAddress) => RowAccount> {
    this.round ??= Promise.resolve()
      .then(async () => this.known() ?? (await this.desk.gateway.survey()))
      .then((survey) => {
        this.round = null;
        return this.read(survey);
      });
    return this.round;
  }

  private async read(survey: WorkbookSurvey): Promise<(cell: CellAddress) => RowAccount> {
    const tables = survey.tables.filter((table) => namesAccounts(table.headers));
    const reads = tables.map((table): Read => {
      const { id, name } = accountColumns(table.headers);
      const columns = [id, name].flatMap((index) => table.headers[index] ?? []);
      return { kind: "table", table: table.name, columns };
    });
    const results = reads.length > 0 ? await this.desk.gateway.read(reads) : [];
    const read = results.flatMap((result) => (result.kind === "table" ? [result] : []));
    return (cell) => accountOf(cell, read, survey);
  }
}

const namesAccounts = (headers: readonly string[]): boolean => {
  const { id, name } = accountColumns(headers);
  return id >= 0 || name >= 0;
};

const holdsRow = ({ area }: TableFacts, row: number): boolean => row > area.row && row < area.row + area.rows;

const holdsColumn = ({ area }: TableFacts, column: number): boolean =>
  column >= area.column && column < area.column + area.columns;

/** The table that contains the cell, else the only one with accounts on its row. */
function accountOf(cell: CellAddress, tables: readonly ReadTable[], survey: WorkbookSurvey): RowAccount {
  const onSheet = (facts: TableFacts) => facts.sheet.toLowerCase() === cell.sheet.toLowerCase();
  const onRow = tables.filter(({ facts }) => onSheet(facts) && holdsRow(facts, cell.row));
  const around = onRow.filter(({ facts }) => holdsColumn(facts, cell.column));
  const strange = survey.tables.some(
    (facts) =>
      onSheet(facts) &&
      !namesAccounts(facts.headers) &&
      holdsRow(facts, cell.row) &&
      holdsColumn(facts, cell.column),
  );
  const [table, ...others] = around.length > 0 ? around : onRow;
  if (!table || others.length > 0 || strange) return { kind: "outside" };
  const cells = table.rows[cell.row - table.facts.area.row - 1] ?? [];
  const account = accountInRow(cells, accountColumns(table.headers));
  return account === "" ? { kind: "blank" } : { kind: "account", account };
}
