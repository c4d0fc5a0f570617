/** Collects messages for the add-in and sends those of one turn together, never in the middle of a batch. */
import { messageCategory, type MessageEntry } from "./event-types";

export type SendMessages = (entries: readonly MessageEntry[]) => void;

/** The same message for every target that may listen. */
export function eventEntries(
  type: number,
  targetIds: readonly string[],
  message: object,
  isRemote: boolean,
): MessageEntry[] {
  const category = messageCategory.objectEvents;
  return targetIds.map((targetId) => ({ category, type, targetId, message, isRemote }));
}

export class EventHub {
  /** `context.runtime.enableEvents`: false drops what happens meanwhile, as Excel does. */
  enabled = true;
  /** Functions are asked when the message leaves, so that what is joined meanwhile is in. */
  private queue: (MessageEntry | (() => MessageEntry[]))[] = [];
  private held = 0;
  private scheduled = false;
  private readonly registered = new Map<number, Map<string, number>>();
  private readonly senders = new Set<SendMessages>();
  private readonly legacy = new Set<(name: string) => void>();

  /** A transport that is ready to deliver; what was queued before goes to it. */
  connect(send: SendMessages): () => void {
    this.senders.add(send);
    this.schedule();
    return () => this.senders.delete(send);
  }

  /** Events of the Common API (`documentSelectionChanged`) travel outside richApiMessage. */
  onLegacy(listener: (name: string) => void): () => void {
    this.legacy.add(listener);
    return () => this.legacy.delete(listener);
  }

  raiseLegacy(name: string): void {
    if (this.enabled) for (const listener of this.legacy) listener(name);
  }

  listen(type: number, targetId: string): void {
    const targets = this.registered.get(type) ?? new Map<string, number>();
    targets.set(targetId, (targets.get(targetId) ?? 0) + 1);
    this.registered.set(type, targets);
  }

  unlisten(type: number, targetId: string): void {
    const targets = this.registered.get(type);
    const left = (targets?.get(targetId) ?? 0) - 1;
    if (left > 0) targets?.set(targetId, left);
    else targets?.delete(targetId);
    if (targets?.size === 0) this.registered.delete(type);
  }

  /** Whether anybody in the add-in listens; the client drops entries for other targets itself. */
  wants(type: number): boolean {
    return this.enabled && this.registered.has(type);
  }

  registrations(): { type: number; targetId: string }[] {
    return [...this.registered].flatMap(([type, targets]) =>
      [...targets.keys()].map((targetId) => ({ type, targetId })),
    );
  }

  push(...entries: MessageEntry[]): void {
    this.queue.push(...entries);
    this.schedule();
  }

  pushEvent(type: number, targetIds: readonly string[], message: object, isRemote: boolean): void {
    this.push(...eventEntries(type, targetIds, message, isRemote));
  }

  pushLate(make: () => MessageEntry[]): void {
    this.queue.push(make);
    this.schedule();
  }

  hold(): void {
    this.held += 1;
  }

  release(): void {
    this.held -= 1;
    this.schedule();
  }

  /** The add-in's page is gone: nothing waits for it any more. */
  reset(): void {
    this.queue = [];
    this.registered.clear();
    this.enabled = true;
  }

  private schedule(): void {
    if (this.scheduled || this.held > 0 || this.queue.length === 0 || this.senders.size === 0) return;
    this.scheduled = true;
    setTimeout(() => this.flush(), 0);
  }

  private flush(): void {
    this.scheduled = false;
    if (this.held > 0) return;
    const entries = this.queue.flatMap((each) => (typeof each === "function" ? each() : [each]));
    this.queue = [];
    if (entries.length > 0) for (const send of this.senders) send(entries);
  }
}
