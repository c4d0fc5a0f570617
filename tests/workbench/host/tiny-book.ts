/** A book of one sheet that holds values and nothing else: enough for the protocol, without a grid engine. */
import type { Book, BookSheet, CellContent, Rect } from "../../../workbench/book/book";
import type { BookEvent, Origin } from "../../../workbench/book/events/book-event";
import type { FunctionCall } from "../../../workbench/book/functions/function-runtime";
import type { ClassModel, HostObject, RangeTarget } from "../../../workbench/host/class-model";
import { HostError } from "../../../workbench/host/class-model";
import { formatAddress, parseRect, splitSheet } from "../../../workbench/host/model/addresses";

export class TinyBook {
  readonly cells = new Map<string, CellContent>();
  readonly delivered: { callId: number; value: unknown }[] = [];
  readonly sheet1 = { id: "{00000001}", name: "Sheet1", tables: () => [], protection: null };
  readonly settings = new Map<string, unknown>();
  readonly batches: Origin[] = [];
  autoExpandTables = true;
  shareStreams = false;
  reinvokeOnMove = true;
  isEditingCell = false;
  settledCount = 0;
  addedSheets = 0;
  runtime: { invoke(call: FunctionCall): void; cancel(id: number): void } | null = null;
  private readonly listeners = new Set<(event: BookEvent, origin: Origin) => void>();
  private origin: Origin = "user";

  emit(event: BookEvent, origin: Origin = this.origin): void {
    for (const listener of this.listeners) listener(event, origin);
  }
  on(listener: (event: BookEvent, origin: Origin) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  async batch<T>(origin: Origin, work: () => T | Promise<T>): Promise<T> {
    this.batches.push(origin);
    this.origin = origin;
    try {
      return await work();
    } finally {
      this.origin = "user";
    }
  }
  async settled(): Promise<void> {
    this.settledCount += 1;
  }
  sheets(): unknown[] {
    return [this.sheet1];
  }
  sheet(id: string): unknown {
    return id === this.sheet1.id ? this.sheet1 : null;
  }
  table(): null {
    return null;
  }
  registerFunctions(_: string, __: unknown, runtime: TinyBook["runtime"]): void {
    this.runtime = runtime;
  }
  deliver(results: { callId: number; value: unknown }[]): void {
    this.delivered.push(...results);
  }
  write(rect: Rect, values: unknown[][]): void {
    for (let r = 0; r < rect.rows; r += 1)
      for (let c = 0; c < rect.columns; c += 1)
        this.cells.set(`${rect.row + r},${rect.column + c}`, values[r]?.[c] as CellContent);
    this.emit({ kind: "cells", sheet: this.sheet1.id, rect, change: "RangeEdited" });
  }
  read(rect: Rect): unknown[][] {
    return Array.from({ length: rect.rows }, (_, r) =>
      Array.from(
        { length: rect.columns },
        (__, c) => this.cells.get(`${rect.row + r},${rect.column + c}`) ?? "",
      ),
    );
  }
  asBook(): Book {
    // The protocol uses only what stands here; what it should not touch is missing and would throw.
    return this as unknown as Book;
  }
}

const rangeModel: ClassModel<RangeTarget> = {
  className: "Range",
  sheetOf: (target) => target.sheet,
  read: {
    Address: ({ sheet, rect }) => formatAddress(sheet.name, rect),
    Values: ({ rect }, { book }) => (book as unknown as TinyBook).read(rect),
    RowIndex: ({ rect }) => rect.row,
  },
  write: {
    Values: ({ rect }, value, { book }) => (book as unknown as TinyBook).write(rect, value as unknown[][]),
  },
  navigate: { Worksheet: ({ sheet }) => sheetObject(sheet) },
  call: { Clear: () => null },
};

const sheetModel: ClassModel<BookSheet> = {
  className: "Worksheet",
  sheetOf: (sheet) => sheet,
  identity: (sheet) => ({ Id: sheet.id }),
  read: { Id: (sheet) => sheet.id, Name: (sheet) => sheet.name },
  call: {
    GetRange: (sheet, [address]) => {
      const rect = parseRect(splitSheet(String(address)).rest);
      if (!rect) throw new HostError("InvalidArgument", "bad address");
      return { model: rangeModel as ClassModel, target: { sheet, rect } };
    },
  },
};
const sheetObject = (sheet: BookSheet): HostObject => ({ model: sheetModel as ClassModel, target: sheet });

const sheetsModel: ClassModel<TinyBook> = {
  className: "WorksheetCollection",
  items: (book) => [sheetObject(book.sheet1 as unknown as BookSheet)],
  item: (book, key) => {
    if (key !== book.sheet1.name && key !== book.sheet1.id)
      throw new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);
    return sheetObject(book.sheet1 as unknown as BookSheet);
  },
  call: {
    GetActiveWorksheet: (book) => sheetObject(book.sheet1 as unknown as BookSheet),
    Add: (book) => {
      book.addedSheets += 1;
      return sheetObject(book.sheet1 as unknown as BookSheet);
    },
  },
};
const runtimeModel: ClassModel<TinyBook> = {
  className: "Runtime",
  read: { EnableEvents: (_, context) => context.eventsEnabled },
  write: {
    EnableEvents: (_, on, context) => {
      context.eventsEnabled = Boolean(on);
    },
  },
};
const workbookModel: ClassModel<TinyBook> = {
  className: "Workbook",
  read: { Name: () => "Book1.xlsx" },
  navigate: {
    _Runtime: (book) => ({ model: runtimeModel as ClassModel, target: book }),
    Worksheets: (book) => ({ model: sheetsModel as ClassModel, target: book }),
  },
};

export const tinyRoot = (book: Book): HostObject => ({ model: workbookModel as ClassModel, target: book });
export const tinyModelOf = (name: string): ClassModel | null =>
  name === "Range" ? (rangeModel as ClassModel) : null;
