/** Custom functions: invocations to the page, results to the cells. Before the page is ready cells show #BUSY!. */
import type { Book, CellContent } from "../book/book";
import type { FunctionCall, FunctionRuntime } from "../book/functions/function-runtime";
import type { EventHub } from "./event-hub";
import { messageCategory } from "./event-types";
import { resultValue, wireArguments } from "./function-values";
import type { Faults } from "./host";

const invocation = 1000;
const cancellation = 1001;
const flag = { cancelable: 1, streaming: 2 } as const;

export class FunctionHost implements FunctionRuntime {
  /** Calls without a final result; streams stay until they are cancelled. */
  private readonly open = new Map<number, FunctionCall>();
  private ready = false;

  constructor(
    private readonly book: Book,
    private readonly hub: EventHub,
    private readonly faults: Faults,
  ) {}

  invoke(call: FunctionCall): void {
    this.open.set(call.id, call);
    if (this.ready) this.send(call);
  }

  cancel(callId: number): void {
    if (!this.open.delete(callId) || !this.ready) return;
    this.push(cancellation, { invocationId: callId });
  }

  /** The page has its functions associated: everything that waits (again, after a reload) is asked. */
  start(): void {
    this.ready = true;
    for (const call of this.open.values()) this.send(call);
  }

  /** The page is gone; open calls wait for the next one. */
  stop(): void {
    this.ready = false;
  }

  get openCalls(): number {
    return this.open.size;
  }

  /** Rows of SetInvocationArrayResults; what belongs to no open call was cancelled meanwhile. */
  accept(rows: readonly unknown[]): void {
    const results: { callId: number; value: CellContent | CellContent[][] }[] = [];
    for (const row of rows) {
      const [id, ok, value, errorCode] = rowParts(row);
      const call = this.open.get(id);
      if (!call) continue;
      if (!call.metadata.options?.stream) this.open.delete(id);
      results.push({ callId: id, value: resultValue(ok, value, errorCode) });
    }
    if (results.length > 0) this.book.deliver(results);
  }

  private send(call: FunctionCall): void {
    const args = wireArguments(call, this.faults.blanks);
    if (!Array.isArray(args)) {
      this.open.delete(call.id);
      // Not at once: the calculation that asked is still running.
      setTimeout(() => this.book.deliver([{ callId: call.id, value: args }]), 0);
      return;
    }
    const { options } = call.metadata;
    const flags = (options?.cancelable ? flag.cancelable : 0) + (options?.stream ? flag.streaming : 0);
    const wanted = options?.requiresAddress || options?.requiresStreamAddress;
    const address = wanted ? call.address : null;
    const addresses = options?.requiresParameterAddresses ? call.parameterAddresses : null;
    this.push(invocation, [call.id, call.functionId, args, address, flags, addresses]);
  }

  private push(type: number, message: unknown): void {
    this.hub.push({ category: messageCategory.functions, type, targetId: "", message, isRemote: false });
  }
}

function rowParts(row: unknown): [number, boolean, unknown, number] {
  if (Array.isArray(row)) return [Number(row[0]), row[1] === true, row[2] ?? null, Number(row[3] ?? 0)];
  // Below internal set CustomFunctions 1.7 each result is an object.
  const entry = row as { id: number; value?: unknown; failed?: boolean; errorCode?: number };
  return [entry.id, !entry.failed, entry.value ?? null, entry.errorCode ?? 0];
}
