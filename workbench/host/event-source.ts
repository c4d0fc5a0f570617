/** Book events as Excel's object events: who is told, and with which words. */
import type { Book, Rect } from "../book/book";
import type { BookEvent, Origin } from "../book/events/book-event";
import { intersect } from "../book/rects";
import { EditMessages } from "./edit-messages";
import type { EventHub } from "./event-hub";
import { eventType } from "./event-types";
import { formatRect } from "./model/addresses";

export class EventSource {
  /** Tables the selection was in, to tell them when it leaves. */
  private inside = new Set<string>();
  private readonly edits: EditMessages;

  constructor(
    private readonly book: Book,
    private readonly hub: EventHub,
    /** Keeps the cells of a change for `args.getRange(context)`. */
    keepRange: (sheetId: string, rect: Rect) => string,
    tellsTrigger: boolean,
  ) {
    this.edits = new EditMessages(book, hub, keepRange, tellsTrigger);
  }

  handle(event: BookEvent, origin: Origin): void {
    if (event.kind === "selection") this.hub.raiseLegacy("documentSelectionChanged");
    if (!this.hub.enabled) return;
    const remote = origin === "co-author";
    const message = { source: remote ? "Remote" : "Local" };
    switch (event.kind) {
      case "cells":
        return this.edits.add(event, origin);
      case "selection":
        return this.selection(event);
      case "calculated":
        return this.calculated(event.sheet);
      case "formats":
        return this.sheet(eventType.worksheetFormatChanged, event.sheet, remote, {
          ...message,
          address: formatRect(event.rect),
        });
      case "rows-sorted":
        return this.sheet(eventType.worksheetRowSorted, event.sheet, remote, {
          ...message,
          address: formatRect(event.rect),
        });
      case "rows-hidden":
        return this.sheet(eventType.worksheetRowHiddenChanged, event.sheet, remote, {
          ...message,
          address: formatRect(event.rect),
          changeType: event.hidden ? "Hidden" : "Unhidden",
        });
      case "table-added":
      case "table-deleted":
        return this.table(event, remote);
      case "chart-added":
      case "chart-deleted":
      case "chart-activated":
      case "chart-deactivated":
        return this.chart(event, remote);
      case "charts":
        return;
      case "filtered":
        // office.js of npm has no onFiltered; nobody could listen.
        return;
      default:
        return this.sheetLife(event, remote);
    }
  }

  private sheet(type: number, sheet: string, remote: boolean, message: object): void {
    if (!this.hub.wants(type)) return;
    this.hub.pushEvent(type, [sheet, "Workbook"], { worksheetId: sheet, ...message }, remote);
  }

  private sheetLife(event: BookEvent & { sheet: string | null }, remote: boolean): void {
    const source = remote ? "Remote" : "Local";
    const sheet = event.sheet ?? "";
    const simple: Partial<Record<BookEvent["kind"], number>> = {
      "sheet-activated": eventType.worksheetActivated,
      "sheet-deactivated": eventType.worksheetDeactivated,
      "sheet-added": eventType.worksheetAdded,
      "sheet-deleted": eventType.worksheetDeleted,
    };
    const type = simple[event.kind];
    if (type !== undefined) return this.sheet(type, sheet, remote, { source });
    if (event.kind === "sheet-protection") {
      const isProtected = Boolean(this.book.sheet(sheet)?.protection);
      return this.sheet(eventType.worksheetProtectionChanged, sheet, remote, { source, isProtected });
    }
    if (!("before" in event) || event.kind === "cells") return;
    const { before, after } = event;
    if (event.kind === "sheet-name")
      return this.sheet(eventType.worksheetNameChanged, sheet, remote, {
        source,
        nameBefore: before,
        nameAfter: after,
      });
    if (event.kind === "sheet-visibility")
      return this.sheet(eventType.worksheetVisibilityChanged, sheet, remote, {
        source,
        visibilityBefore: before,
        visibilityAfter: after,
      });
    this.sheet(eventType.worksheetMoved, sheet, remote, {
      source,
      positionBefore: Number(before),
      positionAfter: Number(after),
    });
  }

  private calculated(sheet: string | null): void {
    if (!this.hub.wants(eventType.worksheetCalculated)) return;
    const ids = sheet === null ? this.book.sheets().map((each) => each.id) : [sheet];
    for (const id of ids) this.sheet(eventType.worksheetCalculated, id, false, { address: "" });
  }

  private table(event: Extract<BookEvent, { kind: "table-added" | "table-deleted" }>, remote: boolean): void {
    const type = event.kind === "table-added" ? eventType.tableAdded : eventType.tableDeleted;
    if (!this.hub.wants(type)) return;
    const message = {
      source: remote ? "Remote" : "Local",
      tableId: event.table,
      tableName: this.book.table(event.table)?.name ?? "",
      worksheetId: event.sheet,
    };
    this.hub.pushEvent(type, [event.sheet, "Workbook"], message, remote);
  }

  private chart({ kind, sheet, chart }: Extract<BookEvent, { chart: string }>, remote: boolean): void {
    const types = {
      "chart-added": eventType.chartAdded,
      "chart-deleted": eventType.chartDeleted,
      "chart-activated": eventType.chartActivated,
      "chart-deactivated": eventType.chartDeactivated,
    };
    if (!this.hub.wants(types[kind])) return;
    const message = { source: remote ? "Remote" : "Local", chartId: chart, worksheetId: sheet };
    this.hub.pushEvent(types[kind], [sheet, chart], message, remote);
  }

  private selection(event: Extract<BookEvent, { kind: "selection" }>): void {
    const { sheet, rects } = event;
    const address = rects.map((rect) => formatRect(rect)).join(",");
    this.sheet(eventType.worksheetSelectionChanged, sheet, false, { address });
    if (!this.hub.wants(eventType.tableSelectionChanged)) return;
    const now = new Set<string>();
    for (const table of this.book.sheets().flatMap((each) => each.tables())) {
      const hits = table.sheet.id === sheet ? rects.flatMap((rect) => intersect(rect, table.rect) ?? []) : [];
      if (hits.length > 0) now.add(table.id);
      if (hits.length === 0 && !this.inside.has(table.id)) continue;
      const message = {
        worksheetId: sheet,
        tableId: table.id,
        isInsideTable: hits.length > 0,
        address: hits.map((rect) => formatRect(rect)).join(","),
      };
      this.hub.pushEvent(eventType.tableSelectionChanged, [table.id], message, false);
    }
    this.inside = now;
  }
}
