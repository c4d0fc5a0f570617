import { LiveCard } from "../../../src/workbook/live-card";
import type { WorkbookChange, WorkbookGateway } from "../../../src/workbook/workbook-gateway";
import { seededChance, stillDesk } from "../../support/still-desk";
import type { OfficeBench } from "../office-bench";

/** One life of the add-in's runtime over the workbook: when it is killed, nothing it waits for ever comes. */
export class Session {
  readonly card: LiveCard;
  /** Calls of the port so far. */
  calls = 0;
  private dead = false;
  private hear: ((change: WorkbookChange) => void) | null = null;
  private waiting = 0;

  constructor(
    readonly bench: OfficeBench,
    seed: number,
  ) {
    this.card = new LiveCard({ ...stillDesk(this.gateway()), chance: seededChance(seed) });
  }

  /** The card hears that something changed, as after an edit of the person's or a co-author's, and reads anew. */
  async look(): Promise<void> {
    this.hear?.({ kind: "structure", sheet: null, address: null, source: "co-author" });
    await this.card.wake();
  }

  /** Resolves once nothing of this life is on its way to the workbook any more. */
  async kill(): Promise<void> {
    this.dead = true;
    while (this.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  /** The real port; changes are told by hand, so that readings of an earlier cell never come into a later one. */
  private gateway(): WorkbookGateway {
    const { gateway } = this.bench.office;
    const mortal =
      <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (this.dead) return new Promise<R>(() => undefined);
        this.waiting += 1;
        this.calls += 1;
        try {
          return await call(...args).finally(() => (this.waiting -= 1));
        } finally {
          if (this.dead) await new Promise(() => undefined);
        }
      };
    const calls: Record<string, unknown> = {};
    for (const name of [
      "survey",
      "read",
      "write",
      "selection",
      "formulaCells",
      "reenterFormulas",
      "openNew",
    ] as const)
      calls[name] = mortal((gateway[name] as (...args: unknown[]) => Promise<unknown>).bind(gateway));
    const others = new Proxy(gateway, {
      get: (target, name: string) => {
        if (calls[name]) return calls[name];
        const member: unknown = Reflect.get(target, name);
        return typeof member === "function" ? (mortal(member.bind(target)) as unknown) : member;
      },
    });
    calls["watch"] = async (listener: (change: WorkbookChange) => void) => {
      this.hear = listener;
      return () => (this.hear = null);
    };
    return others;
  }
}
