import type { TrailDebt } from "../audit/trail-debt";
import type { Desk } from "../desk";
import { heldSource } from "../import/import-source";
import type { ImportReceipt, UndoReceipt } from "../import/import-job";
import type { ImportVerbs } from "../import/import-verbs";
import type { ImportUndo } from "../import/run-import";
import { loadPart } from "../load-part";
import { done, failed } from "../operations/failure";
import type { Outcome } from "../outcome";
import type { CardSnapshot } from "../read-card";
import { findTables } from "../schema/find-tables";
import type { TableId } from "../schema/schema";
import { WorkbookError } from "../workbook-error";
import { cardParts } from "./card-parts";
import { operationDesk } from "./operation-desk";

/** What of the card imports stand on. */
export interface ImportGround {
  /** Runs an operation alone on the card as it was read last. */
  run<T>(run: (desk: Desk, snapshot: CardSnapshot) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Reads what was written and tells it; the card as it stands now. */
  wrote(tables: readonly TableId[]): Promise<CardSnapshot | null>;
  /** Writes the figures; where that is refused the pane says that they are older. */
  refresh(desk: Desk): Promise<unknown>;
}

const written: readonly TableId[] = ["accounts", "contacts", "purchases"];

/** Imports over a live card. It remembers what the last one wrote, and only until the add-in is closed. */
export class LiveImportVerbs implements ImportVerbs {
  private last: ImportUndo | null = null;
  private readonly debt: TrailDebt = { entries: [] };

  constructor(private readonly ground: ImportGround) {}

  tables: ImportVerbs["tables"] = () =>
    this.ground.run(async ({ gateway }) => {
      const survey = await gateway.survey();
      const own = new Set([...findTables(survey).values()].map(({ facts }) => facts.name));
      const foreign = survey.tables.filter(({ name, rowCount }) => !own.has(name) && rowCount > 0);
      return done(foreign.map(({ name, sheet, rowCount }) => ({ name, sheet, rows: rowCount })));
    });

  source: ImportVerbs["source"] = (choice) =>
    this.ground.run(async ({ gateway }, { book }) => {
      const { date1904 } = book.survey;
      if (choice.kind === "selection") {
        const { name, row, values } = await gateway.selectedCells();
        const source = heldSource(name, values, { headerRow: row + 1, date1904 });
        return source.rowCount > 0 ? done(source) : failed("import.emptySelection", { place: name });
      }
      const [read] = await gateway.read([{ kind: "table", table: choice.table }]);
      if (read?.kind !== "table") throw new WorkbookError("not-found", choice.table);
      const headerRow = read.facts.area.row + 1;
      return done(heldSource(choice.table, [read.headers, ...read.rows], { headerRow, date1904 }));
    });

  preview: ImportVerbs["preview"] = (job) =>
    this.ground.run(async (desk, snapshot) => {
      const { previewImport } = await loadPart(cardParts.import);
      return previewImport(desk, snapshot, job);
    });

  run: ImportVerbs["run"] = (job, fingerprint) =>
    this.ground.run(async (desk, snapshot) => {
      const part = await loadPart(cardParts.import);
      const outcome = await part.runImport(desk, snapshot, job, fingerprint, this.debt);
      const fresh = await this.ground.wrote(written);
      if (!outcome.ok) return outcome;
      const { receipt, undo, firstPurchases } = outcome.value;
      this.last = undo;
      const whole = receipt.issue === null && !receipt.cancelled;
      const bought = receipt.counts.purchases.added > 0;
      const bounds = whole && bought && fresh ? await this.bounds(desk, fresh, firstPurchases) : null;
      return this.finish(desk, { ...receipt, bounds });
    });

  undo: ImportVerbs["undo"] = () =>
    this.ground.run(async (desk, { book }) => {
      const undo = this.last;
      if (!undo) return failed("import.undoUnknown");
      const { undoImport, undoBounds } = await loadPart(cardParts.undoImport);
      const outcome = await undoImport(desk, book, undo, this.debt);
      const fresh = await this.ground.wrote(written);
      if (!outcome.ok) return outcome;
      // Undone again, only the missing lines of the trail are written.
      if (outcome.value.issue === null) this.last = null;
      const kept = fresh ? await undoBounds(desk, fresh.book, undo) : [];
      if (undo.bounds) await this.ground.wrote(["criteria", "settings"]);
      const receipt: UndoReceipt = { ...outcome.value, kept: [...outcome.value.kept, ...kept] };
      return this.finish(desk, receipt);
    });

  private async bounds(
    desk: Desk,
    { book, records }: CardSnapshot,
    first: boolean,
  ): Promise<ImportReceipt["bounds"]> {
    const { writeBounds } = await loadPart(cardParts.import);
    const bounds = await writeBounds(desk, book, records, first);
    if (!bounds) return null;
    if (this.last) this.last = { ...this.last, bounds: bounds.undo };
    await this.ground.wrote(["criteria", "settings"]);
    return bounds.written;
  }

  private async finish<T>(desk: Desk, receipt: T): Promise<Outcome<T>> {
    desk.progress({ step: "refresh", done: 0, total: 0 });
    // Cancel was meant for the rows; the figures of what is there are written all the same.
    await this.ground.refresh(operationDesk(desk, new AbortController().signal, () => undefined));
    return done(receipt);
  }
}
