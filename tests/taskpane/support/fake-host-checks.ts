import { CheckFailure, type CheckId, type HostChecks } from "../../../src/workbook/self-test/self-test";

export interface FakeHostChecks extends HostChecks {
  /** Checks that fail, and those that wait until they are let go. */
  readonly failing: Set<CheckId>;
  hold: CheckId | null;
  release(): void;
  leftSheet: string | null;
}

/** A host whose checks pass unless told otherwise. */
export function fakeHostChecks(): FakeHostChecks {
  let letGo: () => void = () => undefined;
  const checks: FakeHostChecks = {
    failing: new Set(),
    hold: null,
    leftSheet: null,
    release: () => letGo(),
    facts: () => ["KAM Card 0.1.0", "Excel 16.0, PC"],
    open: () => Promise.resolve(),
    run: async (id) => {
      if (checks.hold === id) await new Promise<void>((resolve) => (letGo = resolve));
      if (checks.failing.has(id)) throw new CheckFailure("tableDidNotGrow", "3 of 5 rows");
      return true;
    },
    close: () => Promise.resolve(checks.leftSheet),
  };
  return checks;
}
