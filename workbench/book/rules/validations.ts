import { CommandType, Tools, type IDataValidationRule } from "@univerjs/core";
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
} from "@univerjs/data-validation";
import type { Rect, ValidationRecord } from "../book";
import type { ValidationStore } from "../book-parts";
import { newGuid, type Engine } from "../engine";
import { subtract, toRange } from "../rects";
import { onShift, type SheetShift } from "../structure/on-shift";
import { shiftRect, type Shift } from "../structure/shift";
import { SheetLists } from "./sheet-lists";
import { validationToUniver, withFormula } from "./validation-to-univer";

export interface ValidationEntry {
  readonly id: string;
  readonly areas: Rect[];
  readonly validation: ValidationRecord;
}

/** One rule a cell: a new one takes its cells from those that had them. Univer's rules of the same ids show them. */
export class Validations implements ValidationStore {
  private readonly lists: SheetLists<ValidationEntry>;
  private readonly model: DataValidationModel;
  /** Ids of rules that are ours in Univer; a person's own stay. */
  private readonly shown = new Set<string>();

  constructor(private readonly engine: Engine) {
    this.model = engine.injector.get(DataValidationModel);
    this.lists = new SheetLists(engine, "workbench.mutation.set-validations", (sheetId) =>
      this.project(sheetId),
    );
    onShift(engine, (sheetId, shift) => this.follow(sheetId, shift));
    // Univer moves its rules too, sometimes otherwise; ours stand.
    engine.onMutation((command) => {
      if (command.type !== CommandType.COMMAND) return;
      for (const worksheet of engine.workbook.getSheets()) this.project(worksheet.getSheetId());
    });
  }

  entries(sheetId: string): readonly ValidationEntry[] {
    this.takeFormulas(sheetId);
    return this.lists.get(sheetId);
  }

  /** The rule all cells of the rect share. */
  at(sheetId: string, rect: Rect): ValidationRecord | null {
    const entry = this.entries(sheetId).find(({ areas }) => restOf([rect], areas).length === 0);
    return entry ? structuredClone(entry.validation) : null;
  }

  set(sheetId: string, rect: Rect, validation: ValidationRecord | null): void {
    const kept = this.entries(sheetId)
      .map((entry) => ({ ...entry, areas: restOf(entry.areas, [rect]) }))
      .filter(({ areas }) => areas.length > 0);
    if (!validation) return this.lists.set(sheetId, kept);
    const text = JSON.stringify(validation);
    const same = kept.find((entry) => JSON.stringify(entry.validation) === text);
    const list = same
      ? kept.map((entry) => (entry === same ? { ...entry, areas: [...entry.areas, rect] } : entry))
      : [...kept, { id: newGuid(), areas: [rect], validation: structuredClone(validation) }];
    this.lists.set(sheetId, list);
  }

  copyTo(fromId: string, toId: string): void {
    const entries = this.entries(fromId).map((entry) => ({ ...entry, id: newGuid() }));
    this.lists.set(toId, entries);
  }

  /** Areas move with inserted and removed cells. */
  private follow(sheetId: string, shift: Shift): SheetShift | null {
    const before = this.entries(sheetId);
    const after = before.flatMap((entry) => {
      const areas = entry.areas.flatMap((area) => shiftRect(area, shift) ?? []);
      const same =
        areas.length === entry.areas.length && areas.every((area, index) => area === entry.areas[index]);
      if (same) return [entry];
      return areas.length > 0 ? [{ ...entry, areas }] : [];
    });
    if (after.length === before.length && after.every((entry, index) => entry === before[index])) return null;
    return { redo: this.lists.mutation(sheetId, after), undo: this.lists.mutation(sheetId, before) };
  }

  /** References in the rules are rewritten by Univer when the cells they name move. */
  private takeFormulas(sheetId: string): void {
    this.engine.runDeferred();
    const list = this.lists.get(sheetId);
    const taken = list.map((entry) => {
      const rule = this.model.getRuleById(this.engine.unitId, sheetId, entry.id);
      const shown = validationToUniver(entry.validation);
      if (!rule?.formula1?.startsWith("=") || rule.formula1 === shown.formula1) return entry;
      return { ...entry, validation: withFormula(entry.validation, rule.formula1) };
    });
    if (taken.some((entry, index) => entry !== list[index])) this.lists.correct(sheetId, taken);
  }

  private project(sheetId: string): void {
    if (!this.engine.workbook.getSheetBySheetId(sheetId)) return;
    const unit = { unitId: this.engine.unitId, subUnitId: sheetId, source: "command" as const };
    const present = this.model.getRules(this.engine.unitId, sheetId).filter(({ uid }) => this.shown.has(uid));
    const wanted: IDataValidationRule[] = this.lists.get(sheetId).map(({ id, areas, validation }) => ({
      ...validationToUniver(validation),
      uid: id,
      ranges: areas.map(toRange),
    }));
    if (this.lists.get(sheetId).length === 0 && present.length === 0) return;
    const unchanged = new Set(
      wanted
        .filter((rule) => present.some((other) => JSON.stringify(other) === JSON.stringify(rule)))
        .map(({ uid }) => uid),
    );
    const gone = present.filter(({ uid }) => !unchanged.has(uid)).map(({ uid }) => uid);
    const added = wanted.filter(({ uid }) => !unchanged.has(uid));
    if (gone.length > 0)
      this.engine.run([{ id: RemoveDataValidationMutation.id, params: { ...unit, ruleId: gone } }]);
    added.forEach(({ uid }) => this.shown.add(uid));
    if (added.length > 0) {
      this.engine.run([
        { id: AddDataValidationMutation.id, params: { ...unit, rule: Tools.deepClone(added) } },
      ]);
    }
  }
}

/** What of `rects` is in none of `taken`. */
function restOf(rects: readonly Rect[], taken: readonly Rect[]): Rect[] {
  return taken.reduce<Rect[]>((rest, part) => rest.flatMap((rect) => subtract(rect, part)), [...rects]);
}
