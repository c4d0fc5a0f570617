import { WorkbookError, type WorkbookErrorCode } from "../workbook-error";
import type { WorkbookGateway, Write } from "../workbook-gateway";

/** Refusals that may come in the middle of a batch, or after it: what it wrote until then stands. */
const withinBatch: ReadonlySet<WorkbookErrorCode> = new Set(["protected", "not-found", "too-large"]);

/**
 * The port of one operation. It remembers whether the operation has written: what fails after that says so
 * (`WorkbookError.midway`), for "nothing was written" would no longer be true.
 */
export function markingGateway(gateway: WorkbookGateway): WorkbookGateway {
  let wrote = false;
  async function marked<T>(call: () => Promise<T>, writes: readonly Write[] = []): Promise<T> {
    try {
      const answer = await call();
      wrote ||= writes.length > 0;
      return answer;
    } catch (error) {
      if (error instanceof WorkbookError)
        error.midway ||= wrote || (writes.length > 1 && withinBatch.has(error.code));
      throw error;
    }
  }
  return {
    survey: () => marked(() => gateway.survey()),
    read: (reads, onRows) => marked(() => gateway.read(reads, onRows)),
    write: (writes, verify, onSent) => marked(() => gateway.write(writes, verify, onSent), writes),
    selection: () => marked(() => gateway.selection()),
    selectedCells: () => marked(() => gateway.selectedCells()),
    watch: (listener) => gateway.watch(listener),
    formulaCells: (pattern) => marked(() => gateway.formulaCells(pattern)),
    openNew: (file) => marked(() => gateway.openNew(file)),
    reenterFormulas: (cells) => marked(() => gateway.reenterFormulas(cells)),
  };
}
