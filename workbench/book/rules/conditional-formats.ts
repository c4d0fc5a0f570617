import type { ConditionalFormatRecord, Rect } from "../book";
import type { ConditionalFormatStore } from "../book-parts";
import { newGuid, type Engine } from "../engine";

export class ConditionalFormats implements ConditionalFormatStore {
  private readonly records = new Map<string, ConditionalFormatRecord[]>();
  constructor(readonly engine: Engine) {}
  ofSheet(sheetId: string): ConditionalFormatRecord[] {
    return this.records.get(sheetId) ?? [];
  }
  add(sheetId: string, type: string, areas: Rect[]): ConditionalFormatRecord {
    const record = { id: newGuid(), type, areas, priority: 0, stopIfTrue: false, definition: {} };
    this.records.set(sheetId, [record, ...this.ofSheet(sheetId)]);
    return record;
  }
  update(): void {}
  remove(sheetId: string, id: string): void {
    this.records.set(
      sheetId,
      this.ofSheet(sheetId).filter((record) => record.id !== id),
    );
  }
}
