import type { Rect, ValidationRecord } from "../book";
import type { ValidationStore } from "../book-parts";
import type { Engine } from "../engine";
import { contains } from "../rects";

export class Validations implements ValidationStore {
  private readonly records: { sheetId: string; rect: Rect; record: ValidationRecord }[] = [];
  constructor(readonly engine: Engine) {}
  at(sheetId: string, rect: Rect): ValidationRecord | null {
    return (
      [...this.records].reverse().find((r) => r.sheetId === sheetId && contains(r.rect, rect))?.record ?? null
    );
  }
  set(sheetId: string, rect: Rect, record: ValidationRecord | null): void {
    if (record) this.records.push({ sheetId, rect, record });
  }
}
