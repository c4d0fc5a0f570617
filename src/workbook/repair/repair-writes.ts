import type { AuditEntry } from "../audit/audit-chain";
import { columnOf, rowCells } from "../codec/row-cells";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { columnName } from "../mapped-columns";
import { newColumn } from "../new-table";
import { startingTables } from "../operations/starting-tables";
import { tableIn } from "../open-book";
import type { Column } from "../schema/column";
import { setAsideName } from "../schema/find-tables";
import { schema, type TableId } from "../schema/schema";
import type { CellFormat } from "../sheet-plan";
import type { Write } from "../workbook-gateway";
import { CellWork } from "./cell-work";
import { childTables } from "../schema/account-tables";
import type { CellChange, RepairAct } from "./repair-act";
import type { OwedLine } from "./repair-debt";
import { repairRead, type RepairGround } from "./repair-ground";

type ActOf<K extends RepairAct["kind"]> = Extract<RepairAct, { kind: K }>;
type Entry = Omit<AuditEntry, "source">;

/** What chosen repairs come to: cells first, where tables still stand as they were read, then their shape. */
export interface RepairWrites {
  readonly cells: readonly CellWork[];
  readonly structure: readonly Write[];
  readonly lines: readonly OwedLine[];
  /** Sheets that are written to. */
  readonly sheets: readonly string[];
  /** New sheets are needed. */
  readonly addsSheets: boolean;
}

export function repairWrites(
  ground: RepairGround,
  repairs: readonly { readonly finding: string; readonly act: RepairAct }[],
  desk: Desk,
): RepairWrites {
  const builder = new RepairWriter(ground, desk);
  for (const { finding, act } of repairs) builder.take(finding, act);
  return builder.writes();
}

class RepairWriter {
  private readonly names: FreeNames;
  private readonly structure: Write[] = [];
  private readonly lines: OwedLine[] = [];
  /** What is being taken. */
  private finding = "";
  private readonly sheets = new Set<string>();
  private readonly cells = new Map<
    TableId,
    Map<string, { cells: CellChange[]; format: CellFormat | null }>
  >();
  /** Headers of each table as they will stand, for the places of new columns. */
  private readonly headers = new Map<TableId, string[]>();
  private addsSheets = false;

  constructor(
    private readonly ground: RepairGround,
    private readonly desk: Desk,
  ) {
    this.names = new FreeNames(ground.book.survey);
  }

  take(finding: string, act: RepairAct): void {
    this.finding = finding;
    switch (act.kind) {
      case "leave":
        return;
      case "rename-header":
        return this.renameHeader(act);
      case "map-header":
        return this.mapHeader(act);
      case "add-column":
        return this.addColumn(act);
      case "add-table":
        return this.addTable(act);
      case "make-table":
        return this.makeTable(act);
      case "set-aside":
        return this.setAside(act);
      case "convert":
        return this.convert(act);
      case "correct-account":
        return this.correctAccount(act);
      case "add-account":
        return this.addAccount(act);
    }
  }

  writes(): RepairWrites {
    const { book, results } = this.ground;
    const cells = [...this.cells].flatMap(([id, columns]) => {
      const result = results.get(id);
      if (!result) return [];
      const work = [...columns].map(([header, one]) => ({ header, ...one }));
      return [new CellWork(result, repairRead(tableIn(book, id)), work)];
    });
    return {
      cells,
      structure: this.structure,
      lines: this.lines,
      sheets: [...this.sheets],
      addsSheets: this.addsSheets,
    };
  }

  private renameHeader({ table, header, column }: ActOf<"rename-header">): void {
    const found = tableIn(this.ground.book, table);
    const to = this.headerOf(table, column);
    const headers = this.headersOf(table);
    headers[headers.indexOf(header)] = to;
    this.structure.push({ kind: "rename-header", table: found.facts.name, header, to });
    this.note(found.facts.sheet, to, header, to);
  }

  /** A name left by an earlier mapping stands in the way of the new one. */
  private mapHeader({ table, header, column }: ActOf<"map-header">): void {
    const found = tableIn(this.ground.book, table);
    const name = columnName(table, column);
    if (this.ground.book.survey.names.includes(name)) this.structure.push({ kind: "delete-name", name });
    this.structure.push({ kind: "name-header", table: found.facts.name, header, name });
    this.note(found.facts.sheet, this.headerOf(table, column), "", header);
  }

  private addColumn({ table, column }: ActOf<"add-column">): void {
    const { book } = this.ground;
    const found = tableIn(book, table);
    const made = newColumn(columnOf(table, column), book.dialect);
    const headers = this.headersOf(table);
    const columns: readonly Column[] = schema[table].columns;
    const before = columns
      .slice(
        0,
        columns.findIndex(({ id }) => id === column),
      )
      .map(({ id }) => headers.indexOf(found.headers.get(id) ?? this.headerOf(table, id)))
      .filter((at) => at >= 0);
    const index = (before.at(-1) ?? -1) + 1;
    headers.splice(index, 0, made.header);
    this.structure.push({ kind: "add-column", table: found.facts.name, index, column: made });
    this.note(found.facts.sheet, made.header, "", made.header);
  }

  private addTable({ table }: ActOf<"add-table">): void {
    const { book } = this.ground;
    const made = startingTables(book.language, null, book.dialect, this.names)(table);
    this.addsSheets = true;
    this.structure.push(...made.writes);
    this.owe({ table: made.sheet, row: "*", column: "", before: "", after: made.table });
  }

  private makeTable({ table, sheet, area }: ActOf<"make-table">): void {
    const name = this.names.table(schema[table].name);
    this.structure.push({ kind: "make-table", sheet, area, name });
    this.note(sheet, "", "", name);
  }

  private setAside({ tables, sheets }: ActOf<"set-aside">): void {
    tables.forEach((table, index) => {
      const to = this.names.table(setAsideName(table));
      this.structure.push({ kind: "rename-table", table, to });
      this.note(sheets[index] ?? "", "", table, to);
    });
  }

  private convert({ table, column, cells, said }: ActOf<"convert">): void {
    const found = tableIn(this.ground.book, table);
    const header = found.headers.get(column) ?? "";
    const numberFormat = columnOf(table, column).format ?? "General";
    this.change(table, header, cells, { numberFormat });
    this.note(found.facts.sheet, header, said.before, said.after, true);
  }

  private correctAccount({ from, to }: ActOf<"correct-account">): void {
    const { book, results } = this.ground;
    for (const table of childTables) {
      const header = book.tables.get(table)?.headers.get("account");
      const result = results.get(table);
      if (header === undefined || !result) continue;
      const index = result.headers.indexOf(header);
      const cells = result.rows.flatMap((row, body) =>
        String(row[index] ?? "").trim() === from ? [{ body, value: to }] : [],
      );
      if (cells.length === 0) continue;
      this.change(table, header, cells, null);
      this.note(result.facts.sheet, header, from, to, true);
    }
  }

  private addAccount({ id }: ActOf<"add-account">): void {
    const { book } = this.ground;
    const found = tableIn(book, "accounts");
    const columns = ["id", "name", "createdBy", "createdAt"].filter((column) => found.headers.has(column));
    const row = { id, name: id, createdBy: this.desk.author(), createdAt: this.desk.now() };
    this.structure.push({
      kind: "append-rows",
      table: found.facts.name,
      at: this.shifted(found.facts),
      headers: columns.map((column) => found.headers.get(column) ?? ""),
      rows: [rowCells("accounts", columns, row, book.dialect)],
    });
    this.sheets.add(found.facts.sheet);
    this.owe({ table: found.facts.sheet, row: id, column: "", before: "", after: id });
  }

  /** The table as the writes before leave it: with other headers and, after an account more, another row. */
  private shifted(facts: ReturnType<typeof tableIn>["facts"]): typeof facts {
    const added = this.structure.filter(
      (write) => write.kind === "append-rows" && write.table === facts.name,
    ).length;
    const headers = this.headersOf("accounts");
    const area = { ...facts.area, rows: facts.area.rows + added, columns: headers.length };
    return { ...facts, headers, area, rowCount: facts.rowCount + added };
  }

  private change(
    table: TableId,
    header: string,
    cells: readonly CellChange[],
    format: CellFormat | null,
  ): void {
    const columns =
      this.cells.get(table) ?? new Map<string, { cells: CellChange[]; format: CellFormat | null }>();
    const known = columns.get(header)?.cells ?? [];
    columns.set(header, { cells: [...known, ...cells], format });
    this.cells.set(table, columns);
  }

  private note(sheet: string, column: string, before: string, after: string, ofCells = false): void {
    this.sheets.add(sheet);
    this.owe({ table: sheet, row: "*", column, before, after }, ofCells);
  }

  private owe(entry: Entry, ofCells = false): void {
    const { finding } = this;
    this.lines.push({ finding, entry: { ...entry, source: "repair" }, ofCells, sent: null });
  }

  private headerOf(table: TableId, column: string): string {
    return columnOf(table, column).header[this.ground.book.language];
  }

  private headersOf(table: TableId): string[] {
    const known = this.headers.get(table) ?? [...tableIn(this.ground.book, table).facts.headers];
    this.headers.set(table, known);
    return known;
  }
}
