import { MoveRangeCommand, SheetInterceptorService, type IMoveRangeCommandParams } from "@univerjs/sheets";
import { newGuid, officeId, type Engine } from "../engine";
import type { Rect } from "../book";
import { fromRange } from "../rects";
import { SheetLists } from "../rules/sheet-lists";
import { onShift } from "../structure/on-shift";
import type { ChartRecord, ChartRef, NewChart } from "./chart-record";
import { shiftChart } from "./chart-shift";

/** One list for the workbook: a chart may speak of cells of any sheet. */
const listKey = "charts";

const holds = (outer: Rect, inner: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** All charts of the workbook; each change is one undoable mutation. Charts of a deleted sheet wait for its return. */
export class Charts {
  private readonly lists: SheetLists<ChartRecord>;
  private before: readonly ChartRecord[] = [];
  /** The chart a person or an add-in chose last. */
  private chosen: string | null = null;

  constructor(private readonly engine: Engine) {
    this.lists = new SheetLists(engine, "workbench.mutation.set-charts", () => this.announce());
    onShift(engine, (sheetId, shift) => {
      const before = this.all();
      const after = before.map((chart) => shiftChart(chart, officeId(sheetId), shift));
      if (after.every((chart, index) => chart === before[index])) return null;
      return { redo: this.lists.mutation(listKey, after), undo: this.lists.mutation(listKey, before) };
    });
    engine.injector.get(SheetInterceptorService).interceptCommand({
      priority: -3,
      getMutations: (command) => {
        const ends = command.id === MoveRangeCommand.id ? this.movedEnds(command.params) : null;
        const after = ends && this.moved(ends.from, ends.to);
        if (!after) return { redos: [], undos: [] };
        return {
          redos: [this.lists.mutation(listKey, after)],
          undos: [this.lists.mutation(listKey, this.all())],
        };
      },
    });
  }

  all(): readonly ChartRecord[] {
    return this.lists.get(listKey);
  }

  ofSheet(sheet: string): ChartRecord[] {
    return this.all().filter((chart) => chart.sheet === sheet);
  }

  find(id: string): ChartRecord | null {
    return this.all().find((chart) => chart.id === id) ?? null;
  }

  add(sheet: string, chart: NewChart): ChartRecord {
    const record: ChartRecord = { ...structuredClone(chart), id: officeId(newGuid()), sheet };
    this.lists.set(listKey, [...this.all(), record]);
    return record;
  }

  update(record: ChartRecord): void {
    this.lists.set(
      listKey,
      this.all().map((chart) => (chart.id === record.id ? structuredClone(record) : chart)),
    );
  }

  remove(id: string): void {
    if (this.chosen === id) this.activate(null);
    this.lists.set(
      listKey,
      this.all().filter((chart) => chart.id !== id),
    );
  }

  /** Before another workbook takes this one's place. */
  clear(): void {
    this.chosen = null;
    this.lists.set(listKey, []);
  }

  /** A copied sheet's charts speak of the copy's cells where the old ones spoke of its own. */
  copyTo(from: string, to: string): void {
    const moved = (ref: ChartRef | null) => (ref?.sheet === from ? { ...ref, sheet: to } : ref);
    const copies = this.ofSheet(from).map((chart): ChartRecord => ({
      ...structuredClone(chart),
      id: officeId(newGuid()),
      sheet: to,
      series: chart.series.map((series) => ({
        ...structuredClone(series),
        nameRef: moved(series.nameRef),
        values: moved(series.values),
        categories: moved(series.categories),
      })),
    }));
    if (copies.length > 0) this.lists.set(listKey, [...this.all(), ...copies]);
  }

  /** Cells that were cut and put elsewhere take what speaks of all of them along. */
  followMove(from: ChartRef, to: ChartRef): void {
    const after = this.moved(from, to);
    if (after) this.lists.set(listKey, after);
  }

  private movedEnds(params: unknown): { from: ChartRef; to: ChartRef } | null {
    const move = params as Partial<IMoveRangeCommandParams> | undefined;
    const active = this.engine.workbook.getActiveSheet(true)?.getSheetId() ?? "";
    if (!move?.fromRange || !move.toRange) return null;
    return {
      from: { sheet: officeId(move.fromSubUnitId ?? active), rect: fromRange(move.fromRange) },
      to: { sheet: officeId(move.toSubUnitId ?? active), rect: fromRange(move.toRange) },
    };
  }

  private moved(from: ChartRef, to: ChartRef): ChartRecord[] | null {
    const moved = (ref: ChartRef | null): ChartRef | null => {
      if (ref?.sheet !== from.sheet || !holds(from.rect, ref.rect)) return ref;
      const row = ref.rect.row + to.rect.row - from.rect.row;
      const column = ref.rect.column + to.rect.column - from.rect.column;
      return { sheet: to.sheet, rect: { ...ref.rect, row, column } };
    };
    const after = this.all().map((chart) => ({
      ...chart,
      series: chart.series.map((series) => ({
        ...series,
        nameRef: moved(series.nameRef),
        values: moved(series.values),
        categories: moved(series.categories),
      })),
    }));
    return JSON.stringify(after) === JSON.stringify(this.all()) ? null : after;
  }

  get active(): string | null {
    return this.chosen !== null && this.find(this.chosen) ? this.chosen : null;
  }
  activate(id: string | null): void {
    const before = this.active;
    if (before === id) return;
    const left = before === null ? null : this.find(before);
    this.chosen = id;
    if (left) this.engine.emit({ kind: "chart-deactivated", sheet: left.sheet, chart: left.id });
    const chart = id === null ? null : this.find(id);
    if (chart) this.engine.emit({ kind: "chart-activated", sheet: chart.sheet, chart: chart.id });
  }

  private announce(): void {
    const ids = new Set(this.all().map(({ id }) => id));
    const known = new Set(this.before.map(({ id }) => id));
    const origin = this.engine.batchOrigin ?? this.engine.origin;
    for (const chart of this.before)
      if (!ids.has(chart.id))
        this.engine.emit({ kind: "chart-deleted", sheet: chart.sheet, chart: chart.id }, origin);
    for (const chart of this.all())
      if (!known.has(chart.id))
        this.engine.emit({ kind: "chart-added", sheet: chart.sheet, chart: chart.id }, origin);
    this.before = this.all();
    this.engine.emit({ kind: "charts" }, origin);
  }
}
