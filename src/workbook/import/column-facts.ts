import type { CellValue } from "../workbook-gateway";
import { dateForm, dateOrders, type DateOrder } from "./national-dates";
import { numberForm, type DecimalMark } from "./national-numbers";
import type { ImportSource } from "./import-source";

/** What a column of a source shows of itself, before anybody says what it means. */
export interface ColumnFacts {
  readonly header: string;
  readonly filled: number;
  /** First filled cells that differ, up to three. */
  readonly samples: readonly string[];
  /** Orders in which every date of the column exists; more than one means that the column must be asked about. */
  readonly dateOrders: readonly DateOrder[];
  /** Texts that are read differently by order, up to three. */
  readonly openDates: readonly string[];
  /** Decimal marks seen without doubt. */
  readonly marks: readonly DecimalMark[];
  readonly openNumbers: readonly string[];
  /** No filled cell stands there twice. */
  readonly distinct: boolean;
  /** Cells that say NULL. */
  readonly nulls: number;
}

const shown = 3;
/** Beyond this many cells a column is not an id somebody would type. */
const comparedCells = 300_000;

class ColumnWatch {
  private filled = 0;
  private nulls = 0;
  private readonly samples = new Set<string>();
  private orders = new Set<DateOrder>(dateOrders);
  private readonly openDates = new Set<string>();
  private readonly marks = new Set<DecimalMark>();
  private readonly openNumbers = new Set<string>();
  private readonly seen = new Set<string>();
  private distinct = true;

  constructor(private readonly header: string) {}

  look(cell: CellValue): void {
    const text = String(cell).trim();
    if (text === "") return;
    this.filled += 1;
    if (text === "NULL") this.nulls += 1;
    keep(this.samples, text);
    if (this.distinct && this.seen.size < comparedCells) {
      this.distinct = !this.seen.has(text);
      this.seen.add(text);
    }
    if (typeof cell !== "string" || text.length > 40 || !/\p{Nd}/u.test(text)) return;
    this.lookAtDate(text);
    this.lookAtNumber(text);
  }

  facts(): ColumnFacts {
    const open = this.openDates.size > 0;
    return {
      header: this.header,
      filled: this.filled,
      samples: [...this.samples],
      dateOrders: open ? [...(this.orders.size > 0 ? this.orders : dateOrders)] : [],
      openDates: [...this.openDates],
      marks: [...this.marks],
      openNumbers: [...this.openNumbers],
      distinct: this.distinct,
      nulls: this.nulls,
    };
  }

  private lookAtDate(text: string): void {
    const form = dateForm(text);
    if (form?.kind !== "numbers") return;
    const possible = new Set(Object.keys(form.days));
    this.orders = new Set([...this.orders].filter((order) => possible.has(order)));
    keep(this.openDates, text);
  }

  private lookAtNumber(text: string): void {
    const form = numberForm(text);
    if (form === "open") keep(this.openNumbers, text);
    else if (form === "." || form === ",") this.marks.add(form);
  }
}

function keep(texts: Set<string>, text: string): void {
  if (texts.size < shown) texts.add(text);
}

/** Goes through all rows once, in slices. */
export async function columnFacts(source: ImportSource): Promise<readonly ColumnFacts[]> {
  const watches = source.headers.map((header) => new ColumnWatch(header));
  for await (const batch of source.batches()) {
    for (const { cells } of batch) watches.forEach((watch, index) => watch.look(cells[index] ?? ""));
  }
  return watches.map((watch) => watch.facts());
}

/** The order of a column's dates; `ask` where more than one fits; null where none is needed. */
export function knownOrder({ dateOrders: orders, openDates }: ColumnFacts): DateOrder | "ask" | null {
  if (openDates.length === 0) return null;
  return orders.length === 1 ? (orders[0] ?? "ask") : "ask";
}

/** The decimal mark of a column; `ask` where 1.234 or 1,234 stands there and nothing else tells. */
export function knownMark({ marks, openNumbers }: ColumnFacts): DecimalMark | "ask" | null {
  if (openNumbers.length === 0) return null;
  return marks.length === 1 ? (marks[0] ?? "ask") : "ask";
}
