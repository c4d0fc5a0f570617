/** Which columns stand on which review sheet, and how wide. */
import type { AccountFigures } from "../../core/figures";
import type { Tier } from "../../core/units";
import { accountColumns } from "./account-columns";
import { decisionColumns } from "./decision-columns";
import { quarterColumns } from "./quarter-columns";
import { columnLetters, type PlacedColumn } from "./review-column";
import type { SheetContext } from "./sheet-context";
import { signalColumns } from "./signal-columns";
import { valueColumns } from "./value-columns";

type Layout = readonly (readonly [id: string, width: number])[];

/** Points. Each sums to the width that A4 landscape prints at about 88 to 90 %: 844, 879, 844. */
const layouts: Readonly<Record<Tier, Layout>> = {
  important: [
    ["rank", 18],
    ["tier", 24],
    ["was", 20],
    ["name", 96],
    ["owner", 46],
    ["purchases", 52],
    ["growth", 38],
    ["days", 24],
    ["score", 34],
    ["parts", 74],
    ["silent", 30],
    ["lastContact", 42],
    ["nextVisit", 42],
    ["watch", 66],
    ["open", 22],
    ["late", 22],
    ["proposed", 46],
    ["decision", 46],
    ["reason", 56],
    ["nextStep", 46],
  ],
  special: [
    ["rank", 16],
    ["tier", 24],
    ["name", 66],
    ["owner", 48],
    ["cause", 74],
    ["quarter4", 31],
    ["quarter3", 31],
    ["quarter2", 31],
    ["quarter1", 31],
    ["quarter0", 31],
    ["purchases", 40],
    ["growth", 34],
    ["score", 26],
    ["parts", 48],
    ["silent", 28],
    ["contact", 46],
    ["actions", 22],
    ["proposed", 44],
    ["decision", 42],
    ["approver", 42],
    ["reason", 42],
    ["nextStep", 42],
    ["nextCheck", 40],
  ],
  general: [
    ["rank", 22],
    ["tier", 24],
    ["was", 20],
    ["name", 104],
    ["owner", 46],
    ["purchases", 50],
    ["growth", 36],
    ["days", 22],
    ["score", 30],
    ["parts", 86],
    ["silent", 28],
    ["lastContact", 40],
    ["nextVisit", 40],
    ["watch", 32],
    ["open", 20],
    ["late", 20],
    ["proposed", 44],
    ["decision", 44],
    ["reason", 52],
    ["approver", 42],
    ["nextStep", 42],
  ],
};

/** Columns that need the Actions table; without it the name takes their room (RV7). */
const ofActions = new Set(["open", "late", "actions"]);

function shownColumns(tier: Tier, hasActions: boolean): Layout {
  const layout = layouts[tier];
  if (hasActions) return layout;
  const freed = layout.reduce((sum, [id, width]) => sum + (ofActions.has(id) ? width : 0), 0);
  return layout
    .filter(([id]) => !ofActions.has(id))
    .map(([id, width]) => (id === "name" ? ([id, width + freed] as const) : ([id, width] as const)));
}

/** The columns of a sheet from left to right. */
export function placedColumns(context: SheetContext, listed: readonly AccountFigures[]): PlacedColumn[] {
  const layout = shownColumns(context.tier, context.hasActions);
  const check = `$${columnLetters(layout.length)}${firstBodyRow + 1}`;
  const known = [
    ...accountColumns(context),
    ...valueColumns(context, listed),
    ...quarterColumns(context, listed),
    ...signalColumns(context),
    ...decisionColumns(context, check),
  ];
  return layout.map(([id, width], index) => {
    const column = known.find((one) => one.id === id);
    if (!column) throw new RangeError(`no review column ${id}`);
    return { ...column, index, width };
  });
}

/** Zero-based rows of the head; the table's body begins below. */
export const headRows = { meta: 0, title: 1, finding: 2, rule: 3, groups: 4, headings: 5 } as const;
export const firstBodyRow = 6;
