import { buildCardModel } from "../../src/core/card-model";
import type { CardModel } from "../../src/core/figures";
import type { CardRecords } from "../../src/core/records";
import type { Language } from "../../src/core/units";
import type { LiveFigures, RowAccount } from "../../src/functions/live-figures";

/** A card whose sheet the test arranges: which account stands in which row, which cells hold bare calls. */
export class FakeLiveCard implements LiveFigures {
  state: LiveFigures["state"] = "ready";
  rows = new Map<string, RowAccount>();
  cells: string[] = [];
  reads = 0;
  readonly listeners = new Set<() => void>();
  readonly rowListeners = new Map<string, Set<() => void>>();
  readonly cellListeners = new Set<() => void>();
  #model: CardModel;

  constructor(
    public records: CardRecords,
    public workbookLanguage: Language = "en",
  ) {
    this.#model = buildCardModel(records, 0);
  }

  model(): CardModel | null {
    return this.state === "ready" ? this.#model : null;
  }

  language(): Language {
    return this.workbookLanguage;
  }

  date1904(): boolean {
    return false;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  accountOfRow(address: string): Promise<RowAccount> {
    return Promise.resolve(this.rows.get(address) ?? { kind: "outside" });
  }

  onRowsMoved(sheet: string, listener: () => void): () => void {
    const listeners = this.rowListeners.get(sheet) ?? new Set();
    this.rowListeners.set(sheet, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  bareCells(): Promise<readonly string[]> {
    this.reads += 1;
    return Promise.resolve([...this.cells]);
  }

  onBareCells(listener: () => void): () => void {
    this.cellListeners.add(listener);
    return () => this.cellListeners.delete(listener);
  }

  /** The tables changed. */
  change(records: CardRecords): void {
    this.records = records;
    this.#model = buildCardModel(records, 0);
    this.tell();
  }

  tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  moveRows(sheet: string): void {
    for (const listener of [...(this.rowListeners.get(sheet) ?? [])]) listener();
  }

  cellsChanged(): void {
    for (const listener of [...this.cellListeners]) listener();
  }
}
