import type { Read, ReadResult, WorkbookGateway, WorkbookSurvey, Write } from "../workbook/workbook-gateway";
import { WorkbookError } from "../workbook/workbook-error";
import { pieceBytes } from "./cell-text";
import { base64Of } from "./base64";
import { formulaCells } from "./formula-cells";
import { inPortLanguage, runInExcel } from "./office-error";
import { readSelectedCells } from "./read-selected-cells";
import { readSelection } from "./read-selection";
import { cellBytes, readSheetInPieces, readTableInPieces, syncPiece, type OnPiece } from "./read-pieces";
import { orderRead, surveyWorkbook } from "./read-workbook";
import { watchWorkbook } from "./watch-workbook";
import { stepsOf, type WriteStep } from "./write-steps";

/** The port over Office.js. One `Excel.run` per call; a table known to be large is read in pieces at once. */
export class ExcelWorkbook implements WorkbookGateway {
  /** Rows × columns by table, as last seen. */
  private readonly sizes = new Map<string, { rows: number; columns: number }>();

  async survey(): Promise<WorkbookSurvey> {
    const survey = await runInExcel(surveyWorkbook);
    for (const table of survey.tables) this.remember(table.name, table.rowCount, table.headers.length);
    return survey;
  }

  read(reads: readonly Read[], onRows?: OnPiece): Promise<ReadResult[]> {
    return runInExcel((context) => this.readIn(context, reads, onRows));
  }

  async write(
    writes: readonly Write[],
    verify: readonly Read[],
    onSent?: (share: number) => void,
  ): Promise<ReadResult[]> {
    let standing = false;
    const stands = (): void => void (standing = true);
    try {
      return await runInExcel(async (context) => {
        context.application.suspendApiCalculationUntilNextSync();
        await orderInPieces(context, writes.flatMap(stepsOf), (share) => {
          stands();
          onSent?.(share);
        });
        return this.readIn(context, verify, undefined, stands);
      });
    } catch (error) {
      if (error instanceof WorkbookError && standing) error.midway = true;
      throw error;
    }
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

  async openNew(file: Uint8Array): Promise<void> {
    // While a cell is being edited Excel would wait with the new workbook, and nobody would know what for.
    await runInExcel(async (context) => {
      context.workbook.load("readOnly");
      await context.sync();
    });
    return inPortLanguage(() => Excel.createWorkbook(base64Of(file)));
  }

  private remember(table: string, rows: number, columns: number): void {
    this.sizes.set(table, { rows, columns });
  }

  private isLarge(read: Read): read is Extract<Read, { kind: "table" }> {
    return this.bytesOf(read) > pieceBytes;
  }

  /** Small reads share trips of 2 MB; a large one, or one that came back too large, goes in pieces. */
  private async readIn(
    context: Excel.RequestContext,
    reads: readonly Read[],
    onPiece?: OnPiece,
    onTrip?: () => void,
  ): Promise<ReadResult[]> {
    const results: ReadResult[] = [];
    const small = await this.readSmall(context, reads, onTrip);
    for (const [index, read] of reads.entries()) {
      const result = small[index] ?? (await readLarge(context, read, onPiece));
      if (result.kind === "table")
        this.remember(result.facts.name, result.facts.rowCount, result.headers.length);
      if (small[index] && result.kind === "table") onPiece?.(result.rows.length);
      results.push(result);
    }
    return results;
  }

  /** null where a read is too large to share a trip. What was ordered before goes out with the first of them. */
  private async readSmall(
    context: Excel.RequestContext,
    reads: readonly Read[],
    onTrip?: () => void,
  ): Promise<readonly (ReadResult | null)[]> {
    const orders = reads.map((): ReturnType<typeof orderRead> | null => null);
    let bytes = 0;
    let ordered = false;
    let fits = true;
    for (const [index, read] of reads.entries()) {
      if (this.isLarge(read)) continue;
      if (bytes > 0 && bytes + this.bytesOf(read) > pieceBytes) {
        fits = (await syncPiece(context)) && fits;
        onTrip?.();
        bytes = 0;
      }
      orders[index] = orderRead(context, read);
      ordered = true;
      bytes += this.bytesOf(read);
    }
    if (ordered || reads.length === 0) fits = (await syncPiece(context)) && fits;
    // Where all reads are large, what was written goes with the first of them: told too early rather than not at all.
    onTrip?.();
    return orders.map((order) => (fits && order ? order.result() : null));
  }

  private bytesOf(read: Read): number {
    if (read.kind !== "table") return 0;
    const size = this.sizes.get(read.table);
    return size ? size.rows * (read.columns?.length ?? size.columns) * cellBytes : 0;
  }
}

function readLarge(context: Excel.RequestContext, read: Read, onPiece?: OnPiece): Promise<ReadResult> {
  if (read.kind === "table") return readTableInPieces(context, read, onPiece);
  if (read.kind === "sheet") return readSheetInPieces(context, read);
  throw new WorkbookError("too-large", read.sheet);
}

function rangeAt(context: Excel.RequestContext, address: string): Excel.Range {
  const cut = address.lastIndexOf("!");
  const sheet = address
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return context.workbook.worksheets.getItem(sheet).getRange(address.slice(cut + 1));
}

/** Sends what is more than a piece; the last piece goes with what is read after it. */
async function orderInPieces(
  context: Excel.RequestContext,
  steps: readonly WriteStep[],
  onSent: (share: number) => void,
): Promise<void> {
  const total = steps.reduce((sum, step) => sum + step.bytes, 0);
  let [sent, bytes] = [0, 0];
  for (const step of steps) {
    if (bytes > 0 && bytes + step.bytes > pieceBytes) {
      await sendPiece(context);
      sent += bytes;
      onSent(sent / total);
      bytes = 0;
    }
    step.order(context);
    bytes += step.bytes;
  }
}

/** One trip per piece is the point: a single request would be refused. */
async function sendPiece(context: Excel.RequestContext): Promise<void> {
  await context.sync();
  context.application.suspendApiCalculationUntilNextSync();
}
