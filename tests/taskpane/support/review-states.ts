import type { ApplyReport, ReviewPreview, ReviewState } from "../../../src/workbook/card";
import { sampleAsOf } from "../../../src/workbook/sample/expand-sample";

type Cycle = Exclude<ReviewState, { kind: "none" }>;

/** A cycle with 61 of 91 decisions typed. */
export const openReview = (change: Partial<Cycle> = {}): Cycle => ({
  kind: "open",
  cycle: "1998-05",
  asOf: sampleAsOf,
  pending: 0,
  tiers: [
    {
      tier: "important",
      sheet: "Review – important 1998-05",
      listed: 21,
      decided: 19,
      nextOpen: { row: 12, column: 16 },
    },
    { tier: "special", sheet: "Review – special 1998-05", listed: 12, decided: 12 },
    {
      tier: "general",
      sheet: "Review – general 1998-05",
      listed: 58,
      decided: 30,
      nextOpen: { row: 40, column: 12 },
    },
  ],
  ...change,
});

export const samplePreview = (): ReviewPreview => ({
  cycle: "1998-05",
  toApply: [
    {
      account: "RICSU",
      name: "Richter Supermarkt",
      sheet: "Review – general 1998-05",
      row: 9,
      listedAs: "general",
      tierBefore: "general",
      tierAfter: "important",
      decision: "promote",
      reason: "0.8 below the cut, four orders in 90 days",
    },
    {
      account: "ISLAT",
      name: "Island Trading",
      sheet: "Review – general 1998-05",
      row: 11,
      listedAs: "general",
      tierBefore: "general",
      tierAfter: "special",
      decision: "watch",
      reason: "Amount −72 % in 90 days",
    },
    {
      account: "CENTC",
      name: "Centro comercial Moctezuma",
      sheet: "Review – general 1998-05",
      row: 14,
      listedAs: "general",
      tierBefore: "general",
      tierAfter: "general",
      decision: "exit",
      reason: "No order for 657 days; approved by Andrew Fuller",
    },
    {
      account: "ERNSH",
      name: "Ernst Handel",
      sheet: "Review – important 1998-05",
      row: 8,
      listedAs: "important",
      tierBefore: "important",
      tierAfter: "important",
      decision: "keep",
      reason: "",
    },
  ],
  stopped: [
    {
      account: "BLONP",
      name: "Blondesddsl père et fils",
      sheet: "Review – special 1998-05",
      row: 10,
      issue: { code: "review.noReason", values: { decision: "观察" } },
    },
  ],
  undecided: 30,
  alreadyApplied: 0,
});

export const sampleReport = (): ApplyReport => ({
  cycle: "1998-05",
  applied: 4,
  moved: [
    { account: "RICSU", from: "general", to: "important" },
    { account: "ISLAT", from: "general", to: "special" },
  ],
  reviewRows: 4,
  auditRows: 9,
  stopped: samplePreview().stopped,
  undecided: 30,
});
