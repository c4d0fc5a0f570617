/** Foot of a review sheet: note line and sign-off. */
import { currencySymbol, grouped, type SheetContext } from "./sheet-context";
import type { Block } from "./head-block";
import { ink, muted, smallSize, thin } from "./palette";
import type { PlacedColumn } from "./review-column";

export interface FootRows {
  readonly spacer: number;
  readonly note: number;
  readonly signature: number;
  readonly label: number;
}

/** First and last column of the three signature lines. */
function signatures(columns: readonly PlacedColumn[]): readonly (readonly [number, number])[] {
  const owner = columns.findIndex((column) => column.id === "owner");
  const middle = Math.floor(columns.length / 2);
  const last = columns.length - 1;
  return [
    [0, owner - 1],
    [middle - 2, middle + 2],
    [last - 2, last],
  ];
}

const signers = ["representative", "salesManager", "generalManager"] as const;

export function footBlock(
  context: SheetContext,
  columns: readonly PlacedColumn[],
  at: FootRows,
  quarterTop: number,
): Block {
  const { texts, tier, model } = context;
  const top = currencySymbol(model.settings.currency) + grouped(quarterTop);
  const note = texts(`sheets:review.note.${tier}`, { top });
  const places = signatures(columns);
  return {
    cells: [
      { row: at.note, column: 0, values: [[note]] },
      ...signers.map((signer, index) => ({
        row: at.label,
        column: places[index]?.[0] ?? 0,
        values: [[texts(`sheets:review.sign.${signer}`)]],
      })),
    ],
    formats: [
      {
        area: { row: at.note, column: 0, rows: 1, columns: columns.length },
        format: { size: smallSize, color: muted },
      },
      // The line lies on the label's own row, so that no page break can part the two.
      ...places.map(([from, to]) => ({
        area: { row: at.label, column: from, rows: 1, columns: to - from + 1 },
        format: { size: smallSize, color: muted, horizontal: "left" as const, top: thin(ink) },
      })),
    ],
  };
}
