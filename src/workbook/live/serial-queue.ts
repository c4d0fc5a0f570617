/** Runs one task after the other: a reading never sees half of an operation, and two operations never mix. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task, task);
    // A task that failed has told its caller; the next one starts all the same.
    this.last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
