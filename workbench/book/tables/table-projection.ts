import { SetSuperTableMutation, RemoveSuperTableMutation } from "@univerjs/engine-formula";
import { SheetRangeThemeModel } from "@univerjs/sheets";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  TableManager,
  type ITableFilterItem,
} from "@univerjs/sheets-table";
import type { Engine } from "../engine";
import { showFilterButtons } from "../replacements/filter-buttons";
import { sameRect, fromRange, toRange } from "../rects";
import { engineColumn } from "./structured-refs";
import { lookName, tableLook } from "./table-look";
import { dataOf, type TableRecord } from "./table-record";

/**
 * Makes Univer's tables (what the grid draws and filters) and the engine's (what formulas read) follow our
 * records. Derived state: it is never on the undo stack.
 */
export class TableProjection {
  private readonly manager: TableManager;
  private readonly looks = new Set<string>();
  /** True while Univer is being told; its mutations are then our own echo. */
  busy = false;

  constructor(
    private readonly engine: Engine,
    private readonly filterItems: (record: TableRecord) => (ITableFilterItem | undefined)[],
  ) {
    this.manager = engine.injector.get(TableManager);
  }

  show(record: TableRecord, before: TableRecord | undefined): void {
    this.quietly(() => {
      if (before && before.name !== record.name) this.removeFromEngine(before.name);
      if (this.manager.getTable(this.engine.unitId, record.id)) this.removeTable(record);
      this.addTable(record);
      this.tellEngine(record);
    });
  }

  hide(record: TableRecord): void {
    this.quietly(() => {
      if (this.manager.getTable(this.engine.unitId, record.id)) this.removeTable(record);
      this.removeFromEngine(record.name);
    });
  }

  /** Univer adjusts its tables itself after some commands; whether it came to the same as we did. */
  matches(record: TableRecord): boolean {
    const table = this.manager.getTable(this.engine.unitId, record.id);
    if (!table) return false;
    const names = table.getTableInfo().columns.map((column) => column.displayName);
    return (
      sameRect(fromRange(table.getRange()), dataOf(record)) &&
      names.length === record.columns.length &&
      names.every((name, index) => name === record.columns[index]?.name)
    );
  }

  private addTable(record: TableRecord): void {
    const header = record.columns.map((column) => column.name);
    const columns = record.columns.map((column) => ({
      id: `${record.id}-${column.id}`,
      displayName: column.name,
      dataType: "none",
      formula: "",
      meta: {},
      style: {},
    }));
    showFilterButtons(record.id, record.showFilterButton);
    this.run(AddSheetTableMutation.id, {
      subUnitId: record.sheetId,
      tableId: record.id,
      name: record.name,
      range: toRange(dataOf(record)),
      header,
      options: {
        showHeader: record.showHeaders,
        tableStyleId: this.lookOf(record),
        columns,
        filters: this.filterItems(record),
      },
    });
  }

  private lookOf(record: TableRecord): string {
    const name = lookName(record);
    if (!this.looks.has(name))
      this.engine.injector.get(SheetRangeThemeModel).registerDefaultRangeTheme(tableLook(record));
    this.looks.add(name);
    return name;
  }

  private removeTable(record: TableRecord): void {
    this.run(DeleteSheetTableMutation.id, { subUnitId: record.sheetId, tableId: record.id });
  }

  /** Column names the engine can read; a table without header starts one row up, where its header would be. */
  private tellEngine(record: TableRecord): void {
    const range = toRange(dataOf(record));
    if (!record.showHeaders && range.startRow > 0) range.startRow--;
    const titleMap = new Map(record.columns.map((column, index) => [engineColumn(column.name), index]));
    this.run(SetSuperTableMutation.id, {
      tableName: record.name,
      reference: { range, sheetId: record.sheetId, titleMap },
    });
  }

  private removeFromEngine(tableName: string): void {
    this.run(RemoveSuperTableMutation.id, { tableName });
  }

  private run(id: string, params: object): void {
    this.engine.run([{ id, params: { unitId: this.engine.unitId, ...params } }]);
  }

  private quietly(work: () => void): void {
    this.busy = true;
    try {
      work();
    } finally {
      this.busy = false;
    }
  }
}
