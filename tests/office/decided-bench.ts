import type { Tier } from "../../src/core/units";
import { applyReview } from "../../src/workbook/review/apply-review";
import { generateReview } from "../../src/workbook/review/generate-review";
import { readGround } from "../../src/workbook/review/review-ground";
import { readReviews } from "../../src/workbook/review/review-state";
import type { CellInput } from "../../src/workbook/workbook-gateway";
import { fillTable, officeBench, today, valueOf, type OfficeBench } from "./office-bench";

const places = {
  decision: "KAM_ReviewDecisions",
  reason: "KAM_ReviewReasons",
  approver: "KAM_ReviewApprovers",
} as const;
type Typed = Partial<Record<keyof typeof places, string>>;

/** Account → its tier's sheet and what is typed there. */
export type Decisions = Readonly<Record<string, readonly [Tier, Typed]>>;

export const firstDecisions: Decisions = {
  A1: ["important", { decision: "keep" }],
  A2: ["important", { decision: "demote", reason: "shrinking" }],
  B1: ["special", { decision: "watch", reason: "dispute: late" }],
  B2: ["special", { decision: "promote", reason: "growing" }],
  C1: ["general", { decision: "exit", reason: "no profit", approver: "Bob" }],
  C2: ["general", { decision: "promote", reason: "growing" }],
};

/** Another mind about three, and the two that were left open: nothing is undecided then. */
export const secondDecisions: Decisions = {
  A1: ["important", { decision: "watch", reason: "payment: late" }],
  B1: ["special", { decision: "release", reason: "settled" }],
  B2: ["special", { decision: "keep" }],
  C3: ["general", { decision: "keep" }],
  C4: ["general", { decision: "keep" }],
};

/** Eight accounts of all tiers with some purchases. */
export async function fillSmall(bench: OfficeBench): Promise<void> {
  const tiers = { A1: "Important", A2: "Important", B1: "Special", B2: "Special" };
  const general = { C1: "General", C2: "General", C3: "General", C4: "" };
  const accounts = Object.entries({ ...tiers, ...general }).map(([id, tier]): Record<string, CellInput> => ({
    "Account ID": id,
    "Account name": `Firm ${id}`,
    Tier: tier,
    Owner: "Ann",
  }));
  await fillTable(bench, "Accounts", accounts);
  const purchases = [5, 40, 70].flatMap((age) =>
    ["A1", "B2", "C2"].map((id) => ({
      "Purchase ID": `${id}-${age}`,
      "Account ID": id,
      Date: today - age,
      Amount: 3_000,
      Category: "x",
    })),
  );
  await fillTable(bench, "Purchases", purchases);
}

/** The review sheets of that day. */
export async function generated(bench: OfficeBench): Promise<void> {
  const desk = bench.desk();
  valueOf(await generateReview(desk, { refreshed: () => readGround(desk) }));
}

/** The same with review sheets on which six of eight are decided; the tables of an Apply are not there yet. */
export async function decidedBench(): Promise<OfficeBench> {
  const bench = await officeBench(false);
  await fillSmall(bench);
  await generated(bench);
  await typeDecisions(bench, firstDecisions);
  return bench;
}

/** The same once those are applied and others typed: all tables are there, with columns and totals rows of the user's. */
export async function decidedAgainBench(): Promise<OfficeBench> {
  const bench = await decidedBench();
  valueOf(await applyReview(bench.desk()));
  for (const table of ["Reviews", "Watchlist", "Audit"]) {
    await bench.office.poke.insertColumn(table, 3, "My note");
    await bench.office.poke.totals(table, true);
  }
  await typeDecisions(bench, secondDecisions);
  return bench;
}

export async function typeDecisions({ office, desk }: OfficeBench, decisions: Decisions): Promise<void> {
  const { book, model } = valueOf(await readGround(desk()));
  const held = await readReviews(office.gateway, book, model);
  for (const [account, [tier, fields]] of Object.entries(decisions)) {
    const sheet = held.sheets.find((one) => one.mark.tier === tier);
    const row = sheet?.rows.find((one) => one.typed.account === account);
    if (!sheet || !row) throw new Error(`no row of ${account}`);
    const typed: Typed = { decision: "", reason: "", approver: "", ...fields };
    for (const [field, value] of Object.entries(typed)) {
      const column = columnNamed(office.book.names(), sheet.sheet, places[field as keyof typeof places]);
      await office.poke.type(sheet.sheet, row.row, column, value);
    }
  }
}

function columnNamed(
  names: readonly { name: string; sheet: { name: string } | null; formula: string }[],
  sheet: string,
  wanted: string,
): number {
  const name = names.find((one) => one.name === wanted && one.sheet?.name === sheet);
  const letters = /!\$([A-Z]+)\$/.exec(name?.formula ?? "")?.[1] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
