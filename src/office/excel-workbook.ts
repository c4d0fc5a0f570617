import type { Read, ReadResult, WorkbookGateway, WorkbookSurvey, Write } from "../workbook/workbook-gateway";
import { WorkbookError } from "../workbook/workbook-error";
import { estimatedBytes, pieceBytes } from "./cell-text";
import { formulaCells } from "./formula-cells";
import { runInExcel } from "./office-error";
import { readSelectedCells } from "./read-selected-cells";
import { readSelection } from "./read-selection";
import { orderRead, readTableInPieces, surveyWorkbook } from "./read-workbook";
import { watchWorkbook } from "./watch-workbook";
import { orderWrite } from "./write-workbook";

/** Some 12 bytes a cell on the wire. */
const cellBytes = 12;

/** The port over Office.js. One `Excel.run` per call; a table known to be large is read in pieces at once. */
export class ExcelWorkbook implements WorkbookGateway {
  /** Rows × columns by table, as last seen. */
  private readonly sizes = new Map<string, { rows: number; columns: number }>();

  async survey(): Promise<WorkbookSurvey> {
    const survey = await runInExcel(surveyWorkbook);
    for (const table of survey.tables) this.remember(table.name, table.rowCount, table.headers.length);
    return survey;
  }

  read(reads: readonly Read[]): Promise<ReadResult[]> {
    return runInExcel((context) => this.readIn(context, reads));
  }

  write(writes: readonly Write[], verify: readonly Read[]): Promise<ReadResult[]> {
    return runInExcel(async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      let bytes = 0;
      for (const write of writes) {
        const size = writeBytes(write);
        if (bytes > 0 && bytes + size > pieceBytes) {
          await syncPiece(context);
          bytes = 0;
        }
        orderWrite(context, write);
        bytes += size;
      }
      return this.readIn(context, verify);
    });
  }

  selection(): ReturnType<WorkbookGateway["selection"]> {
    return runInExcel(readSelection);
  }

  selectedCells(): ReturnType<WorkbookGateway["selectedCells"]> {
    return runInExcel(readSelectedCells);
  }

  watch(listener: Parameters<WorkbookGateway["watch"]>[0]): Promise<() => void> {
    return watchWorkbook(listener);
  }

  formulaCells(pattern: RegExp): Promise<readonly string[]> {
    return runInExcel((context) => formulaCells(context, pattern));
  }

  reenterFormulas(cells: readonly string[]): Promise<number> {
    return runInExcel(async (context) => {
      const ranges = cells.map((address) => rangeAt(context, address));
      for (const range of ranges) range.load("formulas");
      await context.sync();
      const formulas = ranges.filter((range) => String(range.formulas[0]?.[0]).startsWith("="));
      for (const range of formulas) range.formulas = [[String(range.formulas[0]?.[0])]];
      await context.sync();
      return formulas.length;
    });
  }

  private remember(table: string, rows: number, columns: number): void {
    this.sizes.set(table, { rows, columns });
  }

  private isLarge(read: Read): read is Extract<Read, { kind: "table" }> {
    if (read.kind !== "table") return false;
    const size = this.sizes.get(read.table);
    return size !== undefined && size.rows * (read.columns?.length ?? size.columns) * cellBytes > pieceBytes;
  }

  /** Small reads share one trip; a large one, or one that came back too large, goes in pieces. */
  private async readIn(context: Excel.RequestContext, reads: readonly Read[]): Promise<ReadResult[]> {
    const orders = reads.map((read) => (this.isLarge(read) ? null : orderRead(context, read)));
    if (orders.some(Boolean) || reads.length === 0) await context.sync();
    const results: ReadResult[] = [];
    for (const [index, read] of reads.entries()) {
      const result = orders[index]?.result() ?? (await readLarge(context, read));
      if (result.kind === "table")
        this.remember(result.facts.name, result.facts.rowCount, result.headers.length);
      results.push(result);
    }
    return results;
  }
}

function readLarge(context: Excel.RequestContext, read: Read): Promise<ReadResult> {
  if (read.kind === "table") return readTableInPieces(context, read);
  throw new WorkbookError("too-large", read.sheet);
}

function writeBytes(write: Write): number {
  if (write.kind === "add-table" || write.kind === "append-rows") return estimatedBytes(write.rows);
  if (write.kind === "write-cells") return estimatedBytes(write.values);
  if (write.kind === "write-column") return estimatedBytes([write.values]);
  if (write.kind === "paint-sheet")
    return write.plan.cells.reduce((bytes, block) => bytes + estimatedBytes(block.values), 0);
  return 0;
}

function rangeAt(context: Excel.RequestContext, address: string): Excel.Range {
  const cut = address.lastIndexOf("!");
  const sheet = address
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return context.workbook.worksheets.getItem(sheet).getRange(address.slice(cut + 1));
}

/** One trip per piece is the point: a single request would be refused. */
const syncPiece = (context: Excel.RequestContext): Promise<void> => context.sync();
