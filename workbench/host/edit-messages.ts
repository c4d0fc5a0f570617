/** onChanged of worksheets and tables: one message per change, chunks of one write joined. */
import type { Book, BookTable, CellContent, Rect } from "../book/book";
import type { BookEvent, Origin } from "../book/events/book-event";
import { intersect } from "../book/rects";
import { eventEntries, type EventHub } from "./event-hub";
import { eventType, type MessageEntry } from "./event-types";
import { formatRect } from "./model/addresses";

type CellsEvent = Extract<BookEvent, { kind: "cells" }>;

const wireValue = (content: CellContent): unknown =>
  content === null ? "" : typeof content === "object" ? content.error : content;

function valueType(content: CellContent): string {
  if (content === null || content === "") return "Empty";
  if (typeof content === "object") return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof content as string] ?? "Unknown";
}

/** Chunks of one large write touch: same columns, one below the other. */
const stacks = (above: Rect, below: Rect) =>
  above.column === below.column && above.columns === below.columns && above.row + above.rows === below.row;

interface Edit {
  event: CellsEvent;
  readonly origin: Origin;
  sent: boolean;
}

export class EditMessages {
  private last: Edit | null = null;

  constructor(
    private readonly book: Book,
    private readonly hub: EventHub,
    private readonly keepRange: (sheetId: string, rect: Rect) => string,
    /** Excel tells own changes from others' since ExcelApi 1.14. */
    private readonly tellsTrigger: boolean,
  ) {}

  add(event: CellsEvent, origin: Origin): void {
    if (!this.hub.wants(eventType.worksheetChanged) && !this.hub.wants(eventType.tableChanged)) return;
    if (this.joined(event, origin)) return;
    const edit: Edit = { event, origin, sent: false };
    this.last = edit;
    this.hub.pushLate(() => this.entries(edit));
  }

  /** The client cuts writes over 1,500 cells in chunks; what it meant was one change. */
  private joined(event: CellsEvent, origin: Origin): boolean {
    const last = this.last;
    if (!last || last.sent || origin !== "addin" || last.origin !== "addin") return false;
    if (last.event.sheet !== event.sheet || !stacks(last.event.rect, event.rect)) return false;
    if (event.change !== "RangeEdited" || last.event.change !== "RangeEdited") return false;
    const rect = { ...last.event.rect, rows: last.event.rect.rows + event.rect.rows };
    last.event = { kind: "cells", sheet: event.sheet, rect, change: "RangeEdited" };
    return true;
  }

  private entries(edit: Edit): MessageEntry[] {
    edit.sent = true;
    const { event } = edit;
    const remote = edit.origin === "co-author";
    const message = this.message(event, edit.origin);
    const sheets = [event.sheet, "Workbook"];
    return [
      ...eventEntries(eventType.worksheetChanged, sheets, message, remote),
      ...this.tablesAt(event).flatMap((table) =>
        eventEntries(
          eventType.tableChanged,
          [table.id, ...sheets],
          { ...message, tableId: table.id },
          remote,
        ),
      ),
    ];
  }

  private tablesAt(event: CellsEvent): BookTable[] {
    const tables = this.book.sheet(event.sheet)?.tables() ?? [];
    return tables.filter((table) => intersect(table.rect, event.rect));
  }

  private message(event: CellsEvent, origin: Origin): Record<string, unknown> {
    return {
      worksheetId: event.sheet,
      address: formatRect(event.rect),
      changeType: event.change,
      source: origin === "co-author" ? "Remote" : "Local",
      ...(this.tellsTrigger ? { triggerSource: origin === "addin" ? "ThisLocalAddin" : "Unknown" } : {}),
      // Anything else makes the client build a changeDirectionState of undefined fields.
      shiftDirection: "None",
      referenceId: this.keepRange(event.sheet, event.rect),
      ...details(event),
    };
  }
}

/** Only a change of one cell tells the values before and after. */
function details(event: CellsEvent): Record<string, unknown> {
  const single = event.rect.rows === 1 && event.rect.columns === 1 && event.change === "RangeEdited";
  if (!single || event.before === undefined || event.after === undefined) return {};
  return {
    valueBefore: wireValue(event.before),
    valueAfter: wireValue(event.after),
    valueTypeBefore: valueType(event.before),
    valueTypeAfter: valueType(event.after),
  };
}
