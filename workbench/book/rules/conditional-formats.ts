import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { ConditionalFormatRecord, Rect } from "../book";
import type { ConditionalFormatStore } from "../book-parts";
import { newGuid, officeId, univerId, type Engine } from "../engine";
import { toRange } from "../rects";
import { onShift, type SheetShift } from "../structure/on-shift";
import type { Shift } from "../structure/shift";
import { shiftRule } from "./rule-shift";
import { ruleToUniver } from "./rule-to-univer";
import { SheetLists } from "./sheet-lists";

/** Our records say what a rule is, Univer's rules of the same ids draw them. */
export class ConditionalFormats implements ConditionalFormatStore {
  private readonly lists: SheetLists<ConditionalFormatRecord>;
  private readonly model: ConditionalFormattingRuleModel;
  private readonly offset: (formula: string, columns: number, rows: number) => string;
  /** Ids of rules that are ours in Univer. */
  private readonly shown = new Set<string>();
  /** Handed out; what a caller changes in them counts after `update`. */
  private readonly live = new Map<string, ConditionalFormatRecord>();

  constructor(private readonly engine: Engine) {
    this.model = engine.injector.get(ConditionalFormattingRuleModel);
    this.lists = new SheetLists(
      engine,
      "workbench.mutation.set-conditional-formats",
      (sheetId) => this.project(sheetId),
      (sheetId) => this.lists.get(sheetId).forEach((record) => this.object(record)),
    );
    const lexer = engine.injector.get(LexerTreeBuilder);
    this.offset = (formula, columns, rows) => lexer.moveFormulaRefOffset(formula, columns, rows);
    onShift(engine, (sheetId, shift) => this.follow(sheetId, shift));
  }

  /** By priority. */
  ofSheet(sheetId: string): ConditionalFormatRecord[] {
    return [...this.lists.get(sheetId)]
      .sort((a, b) => a.priority - b.priority)
      .map((record) => this.object(record));
  }

  /** A new rule comes first. */
  add(sheetId: string, type: string, areas: Rect[]): ConditionalFormatRecord {
    const record: ConditionalFormatRecord = {
      id: officeId(newGuid()),
      type,
      areas,
      priority: 0,
      stopIfTrue: false,
      definition: {},
    };
    const others = this.lists.get(sheetId).map((other) => ({ ...other, priority: other.priority + 1 }));
    this.lists.set(sheetId, [...others, record]);
    return this.object(record);
  }

  update(sheetId: string, record: ConditionalFormatRecord): void {
    const list = this.lists.get(sheetId);
    if (list.some(({ id }) => id === record.id)) {
      this.lists.set(
        sheetId,
        list.map((other) => (other.id === record.id ? structuredClone(record) : other)),
      );
    } else this.lists.set(sheetId, [...list, structuredClone(record)]);
  }

  remove(sheetId: string, id: string): void {
    const kept = [...this.lists.get(sheetId)]
      .filter((record) => record.id !== id)
      .sort((a, b) => a.priority - b.priority)
      .map((record, priority) => ({ ...record, priority }));
    this.lists.set(sheetId, kept);
  }

  private object(record: ConditionalFormatRecord): ConditionalFormatRecord {
    const live = this.live.get(record.id) ?? structuredClone(record);
    Object.assign(live, structuredClone(record));
    this.live.set(record.id, live);
    return live;
  }

  /** Areas and what their formulas refer to move with inserted and removed cells. */
  private follow(sheetId: string, shift: Shift): SheetShift | null {
    const before = this.lists.get(sheetId);
    const after = before.flatMap((record) => shiftRule(record, shift, this.offset) ?? []);
    if (after.length === before.length && after.every((record, index) => record === before[index]))
      return null;
    return { redo: this.lists.mutation(sheetId, after), undo: this.lists.mutation(sheetId, before) };
  }

  /** Univer's first rule has the highest priority, and each one added comes first. A person's own rules stay. */
  private project(sheetId: string): void {
    if (!this.engine.workbook.getSheetBySheetId(sheetId)) return;
    const unit = { unitId: this.engine.unitId, subUnitId: sheetId };
    const present = (this.model.getSubunitRules(this.engine.unitId, sheetId) ?? []).filter(({ cfId }) =>
      this.shown.has(cfId),
    );
    const wanted = [...this.lists.get(sheetId)]
      .sort((a, b) => a.priority - b.priority)
      .map((record) => ({
        cfId: univerId(record.id),
        ranges: record.areas.map(toRange),
        stopIfTrue: record.stopIfTrue,
        rule: ruleToUniver(record),
      }));
    if (JSON.stringify(present) === JSON.stringify(wanted)) return;
    const gone = present.map(({ cfId }) => ({
      id: DeleteConditionalRuleMutation.id,
      params: { ...unit, cfId },
    }));
    const added = [...wanted].reverse().map((rule) => ({
      id: AddConditionalRuleMutation.id,
      params: { ...unit, rule },
    }));
    wanted.forEach(({ cfId }) => this.shown.add(cfId));
    this.engine.run([...gone, ...added]);
  }

  /** Records as a file holds them. */
  restore(sheetId: string, records: readonly ConditionalFormatRecord[]): void {
    const withIds = records.map((record) => ({
      ...structuredClone(record),
      id: record.id || officeId(newGuid()),
    }));
    this.lists.set(sheetId, withIds);
  }
}
