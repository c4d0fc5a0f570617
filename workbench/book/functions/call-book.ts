import type { CellContent } from "../book";
import type { FunctionCall } from "./function-runtime";

/** One invocation and what came back; `cells` are the formula cells that show it. */
export interface LiveCall {
  call: FunctionCall;
  readonly key: string;
  readonly streaming: boolean;
  readonly cells: Set<string>;
  answered: boolean;
  value: CellContent | CellContent[][];
  /** Number of the pass that invoked it: never twice in one. */
  pass: number;
}

export const cellKey = (sheetId: string, row: number, column: number): string =>
  `${sheetId}|${row}|${column}`;

export function placeOf(key: string): { sheetId: string; row: number; column: number } {
  const [sheetId = "", row = "0", column = "0"] = key.split("|");
  return { sheetId, row: Number(row), column: Number(column) };
}

/** Calls by formula cell: several in one formula, nested, and one shared by several cells. */
export class CallBook {
  private readonly byCell = new Map<string, Map<string, LiveCall>>();
  private readonly byId = new Map<number, LiveCall>();

  constructor(private readonly cancel: (callId: number) => void) {}

  at(cell: string): ReadonlyMap<string, LiveCall> | undefined {
    return this.byCell.get(cell);
  }
  byCallId(id: number): LiveCall | undefined {
    return this.byId.get(id);
  }
  all(): LiveCall[] {
    return [...this.byId.values()];
  }
  cells(): string[] {
    return [...this.byCell.keys()];
  }

  /** A stream that any cell already runs with the same arguments. */
  stream(key: string): LiveCall | undefined {
    return this.all().find((live) => live.streaming && live.key === key);
  }

  attach(cell: string, live: LiveCall): void {
    const calls = this.byCell.get(cell) ?? new Map<string, LiveCall>();
    this.byCell.set(cell, calls);
    calls.set(live.key, live);
    live.cells.add(cell);
    this.byId.set(live.call.id, live);
  }

  /** The cell asks for it no longer; the last cell's leaving cancels what still runs. */
  detach(cell: string, live: LiveCall): void {
    const calls = this.byCell.get(cell);
    if (calls?.get(live.key) === live) calls.delete(live.key);
    if (calls?.size === 0) this.byCell.delete(cell);
    live.cells.delete(cell);
    if (live.cells.size > 0) return;
    this.byId.delete(live.call.id);
    if (live.streaming || !live.answered) this.cancel(live.call.id);
  }

  detachAll(cell: string): void {
    for (const live of [...(this.byCell.get(cell)?.values() ?? [])]) this.detach(cell, live);
  }

  /** Cells moved: null cancels, a string is the cell's new place. */
  rekey(move: (cell: string) => string | null): void {
    const moved: [string, LiveCall][] = [];
    for (const cell of this.cells()) {
      const target = move(cell);
      if (target === cell) continue;
      if (target === null) {
        this.detachAll(cell);
        continue;
      }
      for (const live of this.byCell.get(cell)?.values() ?? []) {
        live.cells.delete(cell);
        moved.push([target, live]);
      }
      this.byCell.delete(cell);
    }
    for (const [cell, live] of moved) this.attach(cell, live);
  }
}
