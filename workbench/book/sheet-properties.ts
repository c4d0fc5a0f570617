import { BooleanNumber, type IFreeze, type IMutationInfo } from "@univerjs/core";
import {
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type { BookSheet, PageLayout } from "./book";
import type { BookParts } from "./book-parts";
import { ensureSize } from "./cells/cell-writer";
import { officeId, type Engine } from "./engine";
import type { SheetState } from "./sheet-parts";

/** What a worksheet is called, where it stands, how it is shown, printed and protected. */
export abstract class SheetProperties {
  readonly id: string;

  constructor(
    protected readonly book: BookParts,
    readonly sheetId: string,
  ) {
    this.id = officeId(sheetId);
  }

  protected get engine(): Engine {
    return this.book.engine;
  }
  get state(): SheetState {
    return this.book.sheetState(this.sheetId);
  }

  get name(): string {
    return this.engine.worksheet(this.sheetId).getName();
  }
  set name(name: string) {
    if (name === this.name) return;
    this.engine.flush();
    this.engine.command("sheet.command.set-worksheet-name", { ...this.unit(), name });
  }
  get position(): number {
    return this.engine.workbook.getIndexBySheetId(this.sheetId);
  }
  set position(position: number) {
    const fromOrder = this.position;
    const toOrder = Math.max(0, Math.min(position, this.engine.workbook.getSheetSize() - 1));
    if (fromOrder === toOrder) return;
    this.engine.apply({
      redo: [this.mutation(SetWorksheetOrderMutation.id, { fromOrder, toOrder })],
      undo: [this.mutation(SetWorksheetOrderMutation.id, { fromOrder: toOrder, toOrder: fromOrder })],
    });
  }
  get visibility(): "Visible" | "Hidden" | "VeryHidden" {
    if (this.engine.worksheet(this.sheetId).isSheetHidden() !== BooleanNumber.TRUE) return "Visible";
    return this.state.veryHidden ? "VeryHidden" : "Hidden";
  }
  set visibility(visibility: "Visible" | "Hidden" | "VeryHidden") {
    this.book.setVisibility(this.sheetId, visibility, (hidden) =>
      // Univer brings a sheet that is shown to the front, unless another author showed it.
      this.engine.apply(
        {
          redo: [this.mutation(SetWorksheetHideMutation.id, { hidden: Number(hidden) })],
          undo: [this.mutation(SetWorksheetHideMutation.id, { hidden: Number(!hidden) })],
        },
        { fromCollab: true },
      ),
    );
  }
  get tabColor(): string {
    return this.engine.worksheet(this.sheetId).getTabColor() ?? "";
  }
  set tabColor(color: string) {
    this.change(SetTabColorMutation.id, { color }, { color: this.tabColor });
  }
  get showGridlines(): boolean {
    return this.engine.worksheet(this.sheetId).getConfig().showGridlines === BooleanNumber.TRUE;
  }
  set showGridlines(show: boolean) {
    this.change(
      ToggleGridlinesMutation.id,
      { showGridlines: Number(show) },
      { showGridlines: Number(this.showGridlines) },
    );
  }
  get showHeadings(): boolean {
    return this.state.showHeadings;
  }
  set showHeadings(show: boolean) {
    this.state.showHeadings = show;
  }
  get frozen(): { rows: number; columns: number } {
    // A sheet that was never frozen has no record of it, whatever Univer's type says.
    const freeze: Partial<IFreeze> | undefined = this.engine.worksheet(this.sheetId).getFreeze();
    return { rows: freeze?.ySplit ?? 0, columns: freeze?.xSplit ?? 0 };
  }
  set frozen({ rows, columns }: { rows: number; columns: number }) {
    const worksheet = this.engine.worksheet(this.sheetId);
    ensureSize(this.engine, worksheet, { row: 0, column: 0, rows: rows + 1, columns: columns + 1 });
    const params = {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      xSplit: columns,
      ySplit: rows,
    };
    this.change(SetFrozenMutation.id, params, { ...worksheet.getFreeze() });
  }
  get page(): PageLayout {
    return this.state.page;
  }
  get protection(): BookSheet["protection"] {
    return this.state.protection;
  }
  set protection(protection: BookSheet["protection"]) {
    this.state.protection = protection;
    this.engine.emit({ kind: "sheet-protection", sheet: this.id }, this.engine.batchOrigin ?? "addin");
  }
  get customProperties(): Map<string, string> {
    return this.state.customProperties;
  }

  protected unit(): { unitId: string; subUnitId: string } {
    return { unitId: this.engine.unitId, subUnitId: this.sheetId };
  }
  protected mutation(id: string, params: object): IMutationInfo {
    return { id, params: { ...this.unit(), ...params } };
  }
  protected change(id: string, after: object, before: object): void {
    this.engine.flush();
    this.engine.apply({ redo: [this.mutation(id, after)], undo: [this.mutation(id, before)] });
  }
}
