import { BooleanNumber, Tools, type IMutationInfo, type IWorksheetData } from "@univerjs/core";
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetActiveOperation } from "@univerjs/sheets";
import { newWorksheet } from "../new-worksheet";
import { newGuid, type Engine } from "../engine";

/** Adding, removing and activating sheets; ids are Univer's. */
export class SheetOrder {
  constructor(private readonly engine: Engine) {}

  ids(): string[] {
    return [...this.engine.workbook.getSheetOrders()];
  }

  add(name: string | undefined, position: number | undefined, id = newGuid()): string {
    const data = newWorksheet(id, name ?? this.freeName("Sheet"));
    this.insert(data, position ?? this.ids().length);
    return id;
  }

  /** `Sheet1`, `Sheet2`, … as Excel names new sheets. */
  freeName(prefix: string): string {
    for (let number = 1; ; number++) {
      const name = `${prefix}${number}`;
      if (!this.engine.workbook.checkSheetName(name)) return name;
    }
  }

  /** `Plan` → `Plan (2)`. */
  copyName(name: string): string {
    for (let number = 2; ; number++) {
      const candidate = `${name.slice(0, 31 - ` (${number})`.length)} (${number})`;
      if (!this.engine.workbook.checkSheetName(candidate)) return candidate;
    }
  }

  insert(data: Partial<IWorksheetData>, index: number): void {
    const unitId = this.engine.unitId;
    const sheet = Tools.deepClone(data);
    // Univer brings a new sheet to the front, unless another author inserted it.
    const quietly = { fromCollab: true };
    this.engine.apply(
      {
        redo: [{ id: InsertSheetMutation.id, params: { unitId, index, sheet } }],
        undo: [
          { id: RemoveSheetMutation.id, params: { unitId, subUnitId: data.id, subUnitName: data.name } },
        ],
      },
      quietly,
    );
  }

  remove(id: string): void {
    const worksheet = this.engine.worksheet(id);
    if (this.engine.workbook.getActiveSheet(true) === worksheet) this.activate(this.nearest(id));
    const done = this.engine.command("sheet.command.remove-sheet", {
      unitId: this.engine.unitId,
      subUnitId: id,
    });
    if (!done) throw new Error("A workbook must contain at least one visible worksheet.");
  }

  activate(id: string): void {
    const worksheet = this.engine.worksheet(id);
    if (this.engine.workbook.getActiveSheet(true) === worksheet) return;
    const operation: IMutationInfo = {
      id: SetWorksheetActiveOperation.id,
      params: { unitId: this.engine.unitId, subUnitId: id },
    };
    this.engine.run([operation]);
  }

  /** The visible sheet that comes to the front when this one goes. */
  private nearest(id: string): string {
    const ids = this.ids();
    const from = ids.indexOf(id);
    const visible = (other: string) =>
      other !== id && this.engine.worksheet(other).isSheetHidden() !== BooleanNumber.TRUE;
    return ids.slice(from).find(visible) ?? ids.slice(0, from).reverse().find(visible) ?? id;
  }
}
