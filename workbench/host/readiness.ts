/** A page is ready when it has said so for functions and for commands; a reload makes it unready again. */
export class Readiness {
  private signs = new Set<string>();
  private waiting: (() => void)[] = [];

  constructor(
    private readonly needed: readonly string[],
    private readonly onReady: () => void,
  ) {}

  get isReady(): boolean {
    return this.needed.every((sign) => this.signs.has(sign));
  }

  signal(sign: string): void {
    const before = this.isReady;
    this.signs.add(sign);
    // Not before the sign itself is answered: the page registers nothing until then.
    if (!before && this.isReady) setTimeout(() => this.begin(), 0);
  }

  private begin(): void {
    if (!this.isReady) return;
    this.onReady();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  reset(): void {
    this.signs = new Set();
  }

  /** Ready now. */
  now(): Promise<void> {
    return this.isReady ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
}
