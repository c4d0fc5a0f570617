/** Taking an Apply back together with the tables it had made, in one batch: what of it fails can be tried again. */
import type { Desk } from "../desk";
import type { ReadResult, TableFacts, Write } from "../workbook-gateway";
import { withoutFilters } from "./apply-writes";
import type { MadeTables } from "./made-tables";
import { undoneAudit } from "./review-audit";
import type { ReviewItem } from "./review-item";
import type { HeldReviews } from "./review-state";
import { takeBackWrites } from "./take-back-writes";

type MadeId = MadeTables[number];

/**
 * Everything else first, then the sheets of made tables that get empty and hold nothing beside them, the Reviews rows
 * or their sheet last: as long as those stand, taking back can be tried again.
 */
export async function takeBackAll(
  desk: Desk,
  held: HeldReviews,
  items: readonly ReviewItem[],
  broken: readonly number[],
): Promise<readonly Write[]> {
  const writes = takeBackWrites(desk, held, items, broken);
  const going = await goingTables(desk, held, items);
  const names = new Set(going.map(({ facts }) => facts.name));
  const reviews = held.reviews.facts?.name;
  const rest = writes.filter((write) => !("table" in write && names.has(write.table)));
  const ofReviews = rest.filter((write) => "table" in write && write.table === reviews);
  const sheetsOf = (last: boolean) =>
    going
      .filter(({ id }) => (id === "reviews") === last)
      .map(({ facts }): Write => ({ kind: "delete-sheet", sheet: facts.sheet }));
  const staying = going.reduce<HeldReviews>(
    (left, { id }) => ({ ...left, [id]: { ...left[id], facts: null } }),
    held,
  );
  return withoutFilters(staying, [
    ...rest.filter((write) => !ofReviews.includes(write)),
    ...sheetsOf(false),
    ...ofReviews,
    ...sheetsOf(true),
  ]);
}

interface GoingTable {
  readonly id: MadeId;
  readonly facts: TableFacts;
}

async function goingTables(
  desk: Desk,
  held: HeldReviews,
  items: readonly ReviewItem[],
): Promise<readonly GoingTable[]> {
  const made = [...new Set(items.flatMap((item) => item.made))];
  const { sheets, structureLocked } = held.book.survey;
  const audit = undoneAudit(desk, held, items);
  const own: Readonly<Record<MadeId, ReadonlySet<string>>> = {
    reviews: new Set(items.map(({ id }) => id)),
    watchlist: new Set(items.flatMap(({ opens }) => opens.map(({ id }) => id))),
    audit: new Set(audit.append.length > 0 ? [] : items.flatMap((item) => item.audit)),
  };
  const emptied = made.flatMap((id): GoingTable[] => {
    const { facts, rows } = held[id];
    return facts && rows.every(({ values }) => own[id].has(values.id)) ? [{ id, facts }] : [];
  });
  if (emptied.length === 0 || structureLocked || emptied.length === sheets.length) return [];
  const results = await desk.gateway.read(
    emptied.map(({ facts }) => ({ kind: "sheet", sheet: facts.sheet }) as const),
  );
  return emptied.filter(({ facts }, index) => isAlone(facts, results[index]));
}

/** Nothing stands on the sheet beside the table. */
function isAlone({ area }: TableFacts, sheet: ReadResult | undefined): boolean {
  if (sheet?.kind !== "sheet") return false;
  return sheet.values.every((cells, down) =>
    cells.every((cell, right) => {
      const row = sheet.origin.row + down - area.row;
      const column = sheet.origin.column + right - area.column;
      const inside = row >= 0 && row < area.rows && column >= 0 && column < area.columns;
      return inside || cell === "";
    }),
  );
}
