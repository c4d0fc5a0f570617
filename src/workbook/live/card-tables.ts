import { cardRead, usedTables } from "../card-records";
import type { TableResult } from "../codec/table-rows";
import type { Desk, Progress } from "../desk";
import { holdsCard, openBook, type OpenBook } from "../open-book";
import { readTables, snapshotInSlices, snapshotOf, type CardSnapshot } from "../read-card";
import { sameTable } from "../same-table";
import type { TableId } from "../schema/schema";
import type { TableFacts, WorkbookChange, WorkbookSurvey } from "../workbook-gateway";

/** Tables up to this size are read again whenever somebody looks: values can change without any event. */
const cheapCells = 20_000;

/**
 * What was read last, table by table, and which of it may be old. Re-reads only tables that an event named and those
 * cheap enough to be compared each time; a large one is compared by its size and headers.
 */
export class CardTables {
  survey: WorkbookSurvey | null = null;
  /** null: the workbook holds no card, or nothing was read yet. */
  snapshot: CardSnapshot | null = null;
  /** Named by events. They come at any time, also while an operation works: the next look at everything reads them. */
  private readonly noted = new Set<TableId>();
  /** Written by operations, whose end reads them again. */
  private readonly touched = new Set<TableId>();
  private surveyMayBeOld = false;
  private surveyIsOld = true;

  /**
   * `onReading` hears how many rows of all tables have come, null at the end. `stopped` ends a reading between two
   * pieces: it rejects with the signal's reason.
   */
  constructor(
    private readonly desk: Desk,
    private readonly onReading: (progress: Progress | null) => void = () => undefined,
    private readonly stopped: () => AbortSignal | undefined = () => undefined,
  ) {}

  /** Marks what a change may have touched. */
  note(change: WorkbookChange): void {
    if (change.kind === "sheets") this.surveyMayBeOld = true;
    if (change.kind === "sheets" || change.kind === "selection" || !this.survey || !this.snapshot) return;
    const sheet = this.survey.sheets.find((one) => one.id === change.sheet);
    if (!sheet) {
      this.surveyMayBeOld = true;
      return;
    }
    for (const found of this.snapshot.book.tables.values()) {
      if (found.facts.sheet === sheet.name) this.noted.add(found.id);
    }
  }

  /** Tables an operation has written to. */
  touch(...tables: readonly TableId[]): void {
    for (const table of tables) this.touched.add(table);
  }

  /** The next reading starts from a survey. */
  distrust(): void {
    this.surveyIsOld = true;
  }

  /** A table that an operation has just made. */
  learn(facts: TableFacts): void {
    if (!this.survey || !this.snapshot) return;
    this.survey = { ...this.survey, tables: [...this.survey.tables, facts] };
    this.snapshot = snapshotOf(this.survey, this.snapshot.results, this.desk.language());
  }

  /** Takes over what an operation has read. */
  adopt(snapshot: CardSnapshot): void {
    this.snapshot = snapshot;
  }

  /** Tables to be read before figures are trusted: changed ones and cheap ones. */
  suspects(): ReadonlySet<TableId> {
    const suspects = new Set([...this.noted, ...this.touched]);
    if (!this.snapshot) return suspects;
    for (const found of usedTables(this.snapshot.book)) {
      const known = this.snapshot.results.get(found.id);
      if (!known || known.rows.length * known.headers.length <= cheapCells) suspects.add(found.id);
    }
    return suspects;
  }

  /** The same for somebody who reads them now: what changes from here on is marked anew. */
  takeSuspects(): ReadonlySet<TableId> {
    const suspects = this.suspects();
    this.noted.clear();
    this.touched.clear();
    return suspects;
  }

  /** Reads what may be old, or only what operations wrote. Throws WorkbookError; what was known before stays then. */
  async check(what: "all" | "touched" = "all"): Promise<void> {
    const old = this.surveyIsOld || (what === "all" && this.surveyMayBeOld);
    if (old || !this.survey || !this.snapshot) return this.open();
    if (what === "touched" && this.touched.size === 0) return;
    const marked = new Set(what === "touched" ? this.touched : [...this.noted, ...this.touched]);
    const suspects = what === "touched" ? marked : this.suspects();
    this.touched.clear();
    if (what === "all") this.noted.clear();
    try {
      await this.compare(this.snapshot, this.survey, suspects, what);
    } catch (error) {
      this.touch(...marked);
      throw error;
    }
  }

  private async compare(
    { book, results }: CardSnapshot,
    survey: WorkbookSurvey,
    suspects: ReadonlySet<TableId>,
    what: "all" | "touched",
  ): Promise<void> {
    const others = what === "all" ? usedTables(book).filter((found) => !suspects.has(found.id)) : [];
    const tables = usedTables(book).filter((found) => suspects.has(found.id));
    if (tables.length + others.length === 0) return;
    const read = await this.desk.gateway.read([
      ...tables.map(cardRead),
      ...others.map((found) => ({ kind: "table" as const, table: found.facts.name, columns: [] })),
    ]);
    const grown = others.some((found, index) => {
      const result = read[tables.length + index];
      return result?.kind !== "table" || !sameShape(result.facts, results.get(found.id)?.facts);
    });
    const restructured = tables.some((found, index) => {
      const result = read[index];
      return result?.kind !== "table" || !sameHeaders(result.facts, found.facts);
    });
    if (grown || restructured) return this.open();
    const fresh = new Map(results);
    tables.forEach((found, index) => {
      const result = read[index];
      const known = results.get(found.id);
      if (result?.kind === "table" && !(known && sameTable(known, result))) fresh.set(found.id, result);
    });
    const changed = [...fresh].some(([id, result]) => results.get(id) !== result);
    if (changed) this.snapshot = await snapshotInSlices(survey, fresh, this.desk.language());
  }

  private async open(): Promise<void> {
    this.surveyIsOld = false;
    this.surveyMayBeOld = false;
    this.noted.clear();
    this.touched.clear();
    try {
      await this.readAll();
    } catch (error) {
      this.surveyIsOld = true;
      throw error;
    }
  }

  private async readAll(): Promise<void> {
    const survey = await this.desk.gateway.survey();
    const book = openBook(survey, this.desk.language());
    if (!holdsCard(book.tables)) {
      this.snapshot = null;
    } else {
      const results = await this.readCounted(book);
      this.snapshot = await snapshotInSlices(survey, results, this.desk.language(), this.stopped());
    }
    this.survey = survey;
  }

  private async readCounted(book: OpenBook): Promise<ReadonlyMap<TableId, TableResult>> {
    const total = usedTables(book).reduce((sum, { facts }) => sum + facts.rowCount, 0);
    let rows = 0;
    const onRows = (count: number): void => {
      this.stopped()?.throwIfAborted();
      rows = Math.min(total, rows + count);
      this.onReading({ step: "reading", done: rows, total });
    };
    try {
      return await readTables(this.desk.gateway, book, undefined, onRows);
    } finally {
      if (rows > 0) this.onReading(null);
    }
  }
}

function sameHeaders(one: TableFacts, other: TableFacts | undefined): boolean {
  return (
    other !== undefined &&
    one.sheet === other.sheet &&
    one.headers.length === other.headers.length &&
    one.headers.every((header, index) => header === other.headers[index])
  );
}

const sameShape = (one: TableFacts, other: TableFacts | undefined): boolean =>
  sameHeaders(one, other) && one.rowCount === other?.rowCount;
