/** The batch engine: one batch at a time, in the order they come, each one step of the book. */
import type { Book } from "../book/book";
import type { BookEvent } from "../book/events/book-event";
import { BatchLog, kindOf } from "./batch-log";
import { BatchRunner, type BatchWorld } from "./batch-runner";
import { HostError, type HostContext, type HostObject } from "./class-model";
import type { EventHub } from "./event-hub";
import { isContentWrite } from "./faults";
import type { BatchEntry, Faults } from "./host";
import type { References } from "./references";
import { readRequest, type WireRequest, type WireResponse } from "./wire";
import { batchWrites, isWritingCall } from "./write-actions";

/** Answers of executeMethod that are no response body: the library turns them into its own errors. */
const dispatchError = {
  cellEditMode: 5004,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
} as const;

/** Request flag of `delayForCellEdit`: wait until the person has finished typing. */
const waitForCellEdit = 64;

export interface EngineParts {
  readonly book: Book;
  readonly faults: Faults;
  readonly hub: EventHub;
  readonly references: References;
  readonly context: HostContext;
  readonly root: HostObject;
  readonly service: (name: string) => HostObject;
}

export interface Answer {
  /** 0, or a dispatch error. */
  readonly error: number;
  readonly body: string;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const bytes = (text: string) => new TextEncoder().encode(text).length;

export class Engine {
  readonly log = new BatchLog();
  private tail: Promise<unknown> = Promise.resolve();
  private running: BatchRunner | null = null;

  constructor(private readonly parts: EngineParts) {}

  /** Ranges of the running batch and kept ones follow the cells. */
  follow(event: BookEvent): void {
    if (event.kind !== "cells" || event.change === "RangeEdited") return;
    this.parts.references.move(event);
    this.running?.move(event);
  }

  async submit(body: string, kind?: BatchEntry["kind"], flags = 0): Promise<Answer> {
    if (flags & waitForCellEdit) while (this.isEditing()) await pause(50);
    const answer = this.tail.then(() => this.serve(body, kind));
    this.tail = answer.catch(() => undefined);
    return answer;
  }

  private isEditing(): boolean {
    return this.parts.faults.cellEdit || this.parts.book.isEditingCell;
  }

  private async serve(body: string, givenKind?: BatchEntry["kind"]): Promise<Answer> {
    const at = Date.now();
    const request = readRequest(body);
    const kind = givenKind ?? kindOf(request);
    if (this.parts.faults.delay > 0) await pause(this.parts.faults.delay);
    const bytesIn = bytes(body);
    let answer: Answer;
    let error: string | null;
    const refused = kind === "workbook" ? this.refusal(bytesIn) : 0;
    if (refused) {
      answer = { error: refused, body: "" };
      error = `dispatch ${refused}`;
    } else {
      const response = await this.run(request, kind);
      const failed = response.Error;
      error = failed ? `${failed.Code} at action ${failed.ActionIndex}: ${failed.Message}` : null;
      answer = this.delivered({ error: 0, body: JSON.stringify(response) }, kind);
      if (answer.error) error = `dispatch ${answer.error}`;
    }
    const milliseconds = Date.now() - at;
    this.log.add(request, { at, kind, bytesIn, bytesOut: bytes(answer.body), milliseconds, error });
    return answer;
  }

  private refusal(bytesIn: number): number {
    const { faults } = this.parts;
    if (faults.dispatchError) return faults.dispatchError;
    if (this.isEditing()) return dispatchError.cellEditMode;
    const { payloadLimit } = faults;
    return payloadLimit !== null && bytesIn > payloadLimit ? dispatchError.requestTooLarge : 0;
  }

  /** What arrives of an answer; the batch is done in any case. */
  private delivered(answer: Answer, kind: BatchEntry["kind"]): Answer {
    const { payloadLimit, answerLost } = this.parts.faults;
    if (answerLost !== null && kind === "workbook") return { error: answerLost, body: "" };
    if (payloadLimit === null || bytes(answer.body) <= payloadLimit) return answer;
    return { error: dispatchError.responseTooLarge, body: "" };
  }

  private async run(request: WireRequest, kind: BatchEntry["kind"]): Promise<WireResponse> {
    const { book, hub } = this.parts;
    if (kind === "workbook") await this.coAuthor();
    const runner = new BatchRunner(request, this.world(request, kind));
    if (kind !== "workbook") return runner.run();
    hub.hold();
    this.running = runner;
    try {
      return await book.batch("addin", () => runner.run());
    } finally {
      this.running = null;
      hub.release();
    }
  }

  private async coAuthor(): Promise<void> {
    const { faults, book } = this.parts;
    const edit = faults.beforeNextBatch;
    if (!edit) return;
    faults.beforeNextBatch = null;
    await book.batch("co-author", () => edit(book));
  }

  private world(request: WireRequest, kind: BatchEntry["kind"]): BatchWorld {
    const { book, faults, references, context, root, service } = this.parts;
    const failAt = kind === "workbook" ? this.takeFailure(request) : null;
    return {
      root,
      references,
      context,
      service,
      settled: () => (kind === "workbook" ? book.settled() : Promise.resolve()),
      beforeAction(index) {
        if (index === failAt)
          throw new HostError(
            "GeneralException",
            "There was an internal error while processing the request.",
            500,
          );
      },
      beforeCall: async (object, wire) => {
        if (kind !== "workbook" || !isWritingCall(object.model.className, wire)) return true;
        this.assertWritable(object);
        const swallowed =
          faults.writeSwallowed && object.model.className === "TableRowCollection" && wire === "Add";
        return !swallowed;
      },
      beforeWrite: async (object, wire) => {
        if (kind !== "workbook") return true;
        this.assertWritable(object);
        return !(faults.writeSwallowed && isContentWrite(object.model.className, wire));
      },
    };
  }

  private assertWritable(object: HostObject): void {
    const { faults } = this.parts;
    const sheet = object.model.sheetOf?.(object.target) ?? null;
    if (faults.readOnly) throw new HostError("AccessDenied", "The workbook is read-only.", 403);
    if (sheet && faults.protectedSheets.has(sheet.name))
      throw new HostError("AccessDenied", `The sheet "${sheet.name}" is protected.`, 403);
  }

  /** The armed failure counts the actions of writing batches, so that it can be put at every action of a run. */
  private takeFailure(request: WireRequest): number | null {
    const { faults } = this.parts;
    if (faults.failAtAction === null || !batchWrites(request)) return null;
    const at = faults.failAtAction;
    faults.failAtAction = at < request.Actions.length ? null : at - request.Actions.length;
    return at;
  }
}
