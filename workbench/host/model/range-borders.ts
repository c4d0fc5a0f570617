/** Range.format.borders: the four edges, the lines inside, and the diagonals, which are not drawn. */
import type { BookSheet, BorderStyle, CellStyle, Rect } from "../../book/book";
import type { HostContext } from "../class-model";
import { lineOfStyle, lineOfWeight, styleOfLine, weightOfLine } from "./border-lines";
import { lookedAt } from "./cell-format";
import { rectsOf, sheetOfCells, type CellsTarget } from "./cells";
import { colorValue } from "./colors";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, itemNotFound, notImplemented } from "./host-errors";
import { bottomOf, isOnGrid, rightOf } from "./rect-algebra";
import { assertAllowed } from "./write-guard";

type Side = "top" | "bottom" | "left" | "right";
const sideIndexes = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type SideIndex = (typeof sideIndexes)[number];

type BorderTarget = CellsTarget & { readonly side: SideIndex };

/** Cells and the sides of them that make up one border of an area: the line itself and its twin beyond it. */
function strips(
  area: Rect,
  side: SideIndex,
): { cells: Rect; side: Side; twin?: { cells: Rect; side: Side } }[] {
  const top = { ...area, rows: 1 };
  const bottom = { ...area, row: bottomOf(area), rows: 1 };
  const left = { ...area, columns: 1 };
  const right = { ...area, column: rightOf(area), columns: 1 };
  switch (side) {
    case "EdgeTop":
      return [{ cells: top, side: "top", twin: { cells: { ...top, row: top.row - 1 }, side: "bottom" } }];
    case "EdgeBottom":
      return [
        { cells: bottom, side: "bottom", twin: { cells: { ...bottom, row: bottom.row + 1 }, side: "top" } },
      ];
    case "EdgeLeft":
      return [
        { cells: left, side: "left", twin: { cells: { ...left, column: left.column - 1 }, side: "right" } },
      ];
    case "EdgeRight":
      return [
        {
          cells: right,
          side: "right",
          twin: { cells: { ...right, column: right.column + 1 }, side: "left" },
        },
      ];
    case "InsideHorizontal":
      return area.rows < 2
        ? []
        : [
            {
              cells: { ...area, rows: area.rows - 1 },
              side: "bottom",
              twin: { cells: { ...area, row: area.row + 1, rows: area.rows - 1 }, side: "top" },
            },
          ];
    case "InsideVertical":
      return area.columns < 2
        ? []
        : [
            {
              cells: { ...area, columns: area.columns - 1 },
              side: "right",
              twin: { cells: { ...area, column: area.column + 1, columns: area.columns - 1 }, side: "left" },
            },
          ];
  }
  return [];
}

const lineOf = (style: CellStyle, side: Side) => style.borders?.[side] ?? null;

function stripLines(sheet: BookSheet, strip: ReturnType<typeof strips>[number]): (BorderStyle | null)[] {
  const own = sheet.styles(strip.cells);
  const twin = strip.twin && isOnGrid(strip.twin.cells) ? sheet.styles(strip.twin.cells) : null;
  return own.flatMap((line, i) =>
    line.map((style, j) => {
      const beyond = twin?.[i]?.[j];
      return lineOf(style, strip.side) ?? (beyond && strip.twin ? lineOf(beyond, strip.twin.side) : null);
    }),
  );
}

/** undefined when the lines differ. */
function sharedLine(target: BorderTarget): BorderStyle | null | undefined {
  const lines = rectsOf(target).flatMap((area) =>
    strips(lookedAt(target, area), target.side).flatMap((strip) => stripLines(target.sheet, strip)),
  );
  const [first = null] = lines;
  const same = lines.every((line) => line?.style === first?.style && line?.color === first?.color);
  return same ? first : undefined;
}

function draw(target: BorderTarget, line: BorderStyle | null, context: HostContext): void {
  assertAllowed(target.sheet, context, "allowFormatCells");
  if (target.side.startsWith("Diagonal")) {
    if (line) throw notImplemented("diagonal borders");
    return;
  }
  for (const area of rectsOf(target))
    for (const { cells, side, twin } of strips(area, target.side)) {
      target.sheet.style(cells, { borders: { [side]: line } });
      // Inside a large area looking at every twin is dear, and a new line hides it anyway.
      if (!twin || !isOnGrid(twin.cells) || (line && target.side.startsWith("Inside"))) continue;
      const others = target.sheet.styles(lookedAt(target, twin.cells));
      if (others.some((row) => row.some((style) => lineOf(style, twin.side))))
        target.sheet.style(twin.cells, { borders: { [twin.side]: null } });
    }
}

/** The line of the first cell: what a new style, weight or colour is joined with. */
function current(target: BorderTarget): BorderStyle | null {
  const [first] = rectsOf(target).flatMap((area) => strips(area, target.side));
  if (!first) return null;
  const cell = (part: { cells: Rect; side: Side }) => ({
    ...part,
    cells: { ...part.cells, rows: 1, columns: 1 },
  });
  const strip = { ...cell(first), ...(first.twin && { twin: cell(first.twin) }) };
  return stripLines(target.sheet, strip)[0] ?? null;
}

defineModel<BorderTarget>({
  className: "RangeBorder",
  sheetOf: sheetOfCells,
  read: {
    SideIndex: ({ side }) => side,
    Style: (target) => {
      const line = sharedLine(target);
      return line === undefined ? null : line ? styleOfLine(line.style) : "None";
    },
    Weight: (target) => {
      const line = sharedLine(target);
      return line === undefined ? null : weightOfLine(line?.style ?? "thin");
    },
    Color: (target) => {
      const line = sharedLine(target);
      return line === undefined ? "" : (line?.color ?? "#000000");
    },
    TintAndShade: () => 0,
  },
  write: {
    Style: (target, value, context) => {
      if (value === null) return;
      const now = current(target);
      const style = lineOfStyle(value, now?.style ?? null);
      draw(target, style && { style, color: now?.color ?? "#000000" }, context);
    },
    Weight: (target, value, context) => {
      if (value === null) return;
      const now = current(target);
      draw(
        target,
        { style: lineOfWeight(value, now?.style ?? null), color: now?.color ?? "#000000" },
        context,
      );
    },
    /** A colour alone draws a thin line. */
    Color: (target, value, context) => {
      if (value === null) return;
      draw(target, { style: current(target)?.style ?? "thin", color: colorValue(value) }, context);
    },
    TintAndShade: (_target, value) => {
      if (value) throw invalidArgument("tintAndShade other than 0");
    },
  },
  differs: {
    Style: "Dash-dot styles become Dash; diagonals can't be drawn.",
    TintAndShade: "Always 0: other values are refused.",
  },
});

const borderObject = (target: CellsTarget, side: SideIndex) => hostObject("RangeBorder", { ...target, side });

defineModel<CellsTarget>({
  className: "RangeBorderCollection",
  sheetOf: sheetOfCells,
  read: { Count: () => sideIndexes.length, TintAndShade: () => 0 },
  item: (target, key) => {
    const side = sideIndexes.find((each) => each === key);
    if (!side) throw itemNotFound();
    return borderObject(target, side);
  },
  items: (target) => sideIndexes.map((side) => borderObject(target, side)),
});
