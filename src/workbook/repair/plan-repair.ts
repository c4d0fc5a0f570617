import type { ActingFinding } from "./repair-act";
import { holdsSeveralCards } from "../open-book";
import { missingColumns } from "./missing-columns";
import { missingTables } from "./missing-tables";
import { orphans } from "./orphans";
import type { RepairGround } from "./repair-ground";
import { convertibleTexts } from "./text-cells";
import { twinTables } from "./twin-tables";

export interface RepairPlan {
  readonly findings: readonly ActingFinding[];
  readonly moreOrphans: number;
}

/** Everything that is not as the card needs it, what matters most first. Two cards are not sorted out here. */
export function planRepair(ground: RepairGround): RepairPlan {
  if (holdsSeveralCards(ground.book)) return { findings: [], moreOrphans: 0 };
  const { findings, more } = orphans(ground);
  return {
    findings: [
      ...twinTables(ground),
      ...missingTables(ground),
      ...missingColumns(ground),
      ...convertibleTexts(ground),
      ...findings,
    ],
    moreOrphans: more,
  };
}
