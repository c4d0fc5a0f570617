import { plainName } from "./derived-keys";
import type { StandingTable } from "./standing-table";

/** Which account a row means: by its id, else by a name that only one account has. */
export class AccountLookup {
  private readonly ids = new Set<string>();
  /** null: several accounts have this name. */
  private readonly byName = new Map<string, string | null>();

  constructor(accounts: StandingTable) {
    for (const [id, name] of accounts.texts("name")) this.learn(id, name);
  }

  learn(id: string, name: string): void {
    this.ids.add(id);
    const plain = plainName(name);
    if (plain === "") return;
    const known = this.byName.get(plain);
    this.byName.set(plain, known === undefined || known === id ? id : null);
  }

  named(name: string): string | null {
    return this.byName.get(plainName(name)) ?? null;
  }

  /** Either text may be an id or a name; null where neither says an account of the workbook. */
  find(...said: readonly string[]): string | null {
    return (
      said.find((text) => this.ids.has(text)) ?? said.map((text) => this.named(text)).find(Boolean) ?? null
    );
  }
}
