/** Events to one page: held back until the page has registered for them, as neither flavour repeats them. */
import { wireEntry, type MessageEntry } from "./event-types";
import type { ChannelEvent, PageSide } from "./add-in-link";

export class EventChannel implements PageSide {
  private readonly handlers = new Map<string, (payload: unknown) => void>();
  private waiting: { event: ChannelEvent; payload: unknown }[] = [];
  private lastEntry = 0;

  constructor(private readonly envelope: (entries: unknown[][]) => unknown) {}

  register(event: string, handler: (payload: unknown) => void): void {
    this.handlers.set(event, handler);
    const due = this.waiting.filter((each) => each.event === event);
    this.waiting = this.waiting.filter((each) => each.event !== event);
    for (const each of due) handler(each.payload);
  }

  unregister(event: string): void {
    this.handlers.delete(event);
  }

  messages(entries: readonly MessageEntry[]): void {
    const wired = entries.map((entry) => wireEntry(entry, ++this.lastEntry));
    this.raise("richApiMessage", this.envelope(wired));
  }

  raise(event: ChannelEvent, payload: unknown): void {
    const handler = this.handlers.get(event);
    if (handler) handler(payload);
    else if (event === "richApiMessage" || event === "appCommandInvoked")
      this.waiting.push({ event, payload });
  }
}
