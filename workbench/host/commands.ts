/** Ribbon commands under way: each ends with `event.completed()`, or the host gives up. */
export class Commands {
  private readonly open = new Map<string, (error: Error | null) => void>();
  private last = 0;

  constructor(private readonly timeout: number) {}

  /** `raise` tells the page; the promise ends when the page says it has completed the command. */
  start(functionName: string, raise: (commandId: string) => void): Promise<void> {
    const commandId = `command${++this.last}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          this.end(
            commandId,
            new Error(`${functionName} did not call event.completed() in ${this.timeout} ms`),
          ),
        this.timeout,
      );
      this.open.set(commandId, (error) => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      });
      raise(commandId);
    });
  }

  complete(commandId: string): void {
    this.end(commandId, null);
  }

  cancelAll(why: string): void {
    for (const commandId of [...this.open.keys()]) this.end(commandId, new Error(why));
  }

  private end(commandId: string, error: Error | null): void {
    const done = this.open.get(commandId);
    this.open.delete(commandId);
    done?.(error);
  }
}
