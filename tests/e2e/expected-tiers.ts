import { readCsv } from "../fixtures/northwind/csv";

export interface Expected {
  readonly tier: string;
  /** null: no score. */
  readonly score: number | null;
}

/** Tier and score of every account of the sample, computed by another program. */
export function expectedTiers(): ReadonlyMap<string, Expected> {
  return new Map(
    readCsv("expected-tiers.csv").map((row) => [
      row["account"] ?? "",
      { tier: row["proposed tier"] ?? "", score: row["score"] ? Number(row["score"]) : null },
    ]),
  );
}
