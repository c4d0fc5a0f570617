import type { WorkbookChange } from "../workbook/workbook-gateway";
import { runInExcel } from "./office-error";

type Listener = (change: WorkbookChange) => void;
type Handler = OfficeExtension.EventHandlerResult<unknown>;

const structural = new Set([
  "RowInserted",
  "RowDeleted",
  "ColumnInserted",
  "ColumnDeleted",
  "CellInserted",
  "CellDeleted",
]);

/** Own writes are told apart by `triggerSource`, which exists from ExcelApi 1.14 on; before, they look like the user's. */
function sourceOf(event: { source?: string; triggerSource?: string }): WorkbookChange["source"] {
  if (event.source === "Remote") return "co-author";
  return event.triggerSource === "ThisLocalAddin" ? "us" : "user";
}

function onChanged(listener: Listener) {
  return async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    listener({
      kind: structural.has(event.changeType) ? "structure" : "cells",
      sheet: event.worksheetId,
      address: event.address,
      source: sourceOf(event),
    });
  };
}

type Simple = { worksheetId?: string; address?: string; source?: string };

function onSimple(listener: Listener, kind: WorkbookChange["kind"]) {
  return async (event: Simple): Promise<void> => {
    listener({
      kind,
      sheet: event.worksheetId ?? null,
      address: event.address ?? null,
      source: sourceOf(event),
    });
  };
}

/** Registers with the worksheets collection, whose events cover sheets that are added later, too. */
export async function watchWorkbook(listener: Listener): Promise<() => void> {
  const handlers: Handler[] = [];
  await runInExcel(async (context) => {
    const sheets = context.workbook.worksheets;
    handlers.push(
      sheets.onChanged.add(onChanged(listener)),
      sheets.onRowSorted.add(onSimple(listener, "structure")),
      sheets.onColumnSorted.add(onSimple(listener, "structure")),
      sheets.onCalculated.add(onSimple(listener, "calculated")),
      sheets.onSelectionChanged.add(onSimple(listener, "selection")),
      sheets.onActivated.add(onSimple(listener, "selection")),
      sheets.onAdded.add(onSimple(listener, "sheets")),
      sheets.onDeleted.add(onSimple(listener, "sheets")),
    );
    await context.sync();
  });
  // A handler can be removed only in the context that added it.
  return () => {
    const context = handlers[0]?.context;
    if (!context) return;
    for (const handler of handlers) handler.remove();
    context.sync().catch((error: unknown) => {
      // The workbook is closing; its handlers end with it.
      void error;
    });
  };
}
