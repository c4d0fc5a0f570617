/** Clearing, inserting, deleting, merging, selecting and calculating cells. */
import type { BookSheet, Rect } from "../../book/book";
import type { ClassModel, HostContext, RangeTarget } from "../class-model";
import { cutRules } from "./rule-areas";
import { removeLinks } from "./hyperlinks";
import { rangeObject } from "./host-object";
import { HostError } from "../class-model";
import { invalidArgument, invalidOperation } from "./host-errors";
import { forgetStyleNames } from "./named-styles";
import { bottomOf, containsRect, isWholeColumns, isWholeRows, maxRows, overlaps } from "./rect-algebra";
import { validateArraySize } from "./range-write";
import { assertTablesStayWhole } from "./table-layout";
import { assertAllowed, assertCellsWritable } from "./write-guard";

type Calls = NonNullable<ClassModel<RangeTarget>["call"]>;

export function clearCells(sheet: BookSheet, area: Rect, applyTo: unknown, context: HostContext): void {
  const what = applyTo ?? "All";
  if (what === "Contents") {
    assertCellsWritable(sheet, [area], context);
    return sheet.clear(area, "Contents");
  }
  assertAllowed(sheet, context);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") return removeLinks(context.book, sheet, area);
  if (what !== "All" && what !== "Formats") throw invalidArgument();
  sheet.clear(area, what);
  cutRules(sheet, area);
  forgetStyleNames(context.book, sheet, area);
  if (what === "Formats") return;
  removeLinks(context.book, sheet, area);
  if (sheet.validation(area)) sheet.setValidation(area, null);
}

function assertRoomBelow(sheet: BookSheet, rows: number): void {
  const used = sheet.usedRect(true);
  if (used && bottomOf(used) + rows >= maxRows)
    throw new HostError(
      "NonBlankCellOffSheet",
      "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    );
}

function insert({ sheet, rect }: RangeTarget, shift: unknown, context: HostContext) {
  if (shift !== "Down" && shift !== "Right") throw invalidArgument();
  const option = isWholeRows(rect)
    ? "allowInsertRows"
    : isWholeColumns(rect)
      ? "allowInsertColumns"
      : undefined;
  assertAllowed(sheet, context, option);
  const down = isWholeRows(rect) || (shift === "Down" && !isWholeColumns(rect));
  if (down) assertRoomBelow(sheet, rect.rows);
  if (!option) assertTablesStayWhole(sheet, rect, down);
  sheet.insert(rect, down ? "Down" : "Right");
  return rangeObject(sheet, rect);
}

function remove({ sheet, rect }: RangeTarget, shift: unknown, context: HostContext): void {
  if (shift !== "Up" && shift !== "Left") throw invalidArgument();
  const option = isWholeRows(rect)
    ? "allowDeleteRows"
    : isWholeColumns(rect)
      ? "allowDeleteColumns"
      : undefined;
  assertAllowed(sheet, context, option);
  const up = isWholeRows(rect) || (shift === "Up" && !isWholeColumns(rect));
  if (!option) assertTablesStayWhole(sheet, rect, up);
  if (up && emptiesTable(sheet, rect)) return emptyBody(sheet, rect);
  sheet.remove(rect, up ? "Up" : "Left");
}

const emptiesTable = (sheet: BookSheet, area: Rect): boolean =>
  sheet
    .tables()
    .some(({ body }) => body.row === area.row && body.rows === area.rows && containsRect(area, body));

/** A table keeps one row: when all go, the first stays, blank. */
function emptyBody(sheet: BookSheet, area: Rect): void {
  sheet.clear({ ...area, rows: 1 }, "Contents");
  if (area.rows > 1) sheet.remove({ ...area, row: area.row + 1, rows: area.rows - 1 }, "Up");
}

function merge({ sheet, rect }: RangeTarget, across: unknown, context: HostContext): void {
  assertAllowed(sheet, context);
  if (sheet.tables().some((table) => overlaps(table.rect, rect)))
    throw invalidOperation("Cells of a table can't be merged.");
  if (rect.rows * rect.columns > 1) sheet.merge(rect, across === true);
}

/** Asks every formula of the range again, as Shift+F9 on a marked cell does. */
export async function recalculateCells(sheet: BookSheet, area: Rect, context: HostContext): Promise<void> {
  const used = sheet.usedRect(true);
  if (!used) return;
  const rows = Math.min(area.rows, bottomOf(used) - area.row + 1);
  const columns = Math.min(area.columns, used.column + used.columns - area.column);
  if (rows < 1 || columns < 1) return;
  sheet.formulas({ ...area, rows, columns }).forEach((line, i) =>
    line.forEach((formula, j) => {
      if (typeof formula === "string" && formula.startsWith("="))
        context.book.reenter(sheet, area.row + i, area.column + j);
    }),
  );
  await context.book.settled();
}

export const rangeEdits: Calls = {
  _ValidateArraySize: ({ rect }, [rows, columns]) => validateArraySize(rect, rows, columns),
  Clear: ({ sheet, rect }, [applyTo], context) => clearCells(sheet, rect, applyTo, context),
  Insert: (target, [shift], context) => insert(target, shift, context),
  Delete: (target, [shift], context) => remove(target, shift, context),
  Merge: (target, [across], context) => merge(target, across, context),
  Unmerge: ({ sheet, rect }, _args, context) => {
    assertAllowed(sheet, context);
    sheet.unmerge(rect);
  },
  Select: ({ sheet, rect }, _args, context) => context.book.select(sheet, [rect]),
  Calculate: ({ sheet, rect }, _args, context) => recalculateCells(sheet, rect, context),
  SetDirty: ({ sheet, rect }, _args, context) => recalculateCells(sheet, rect, context),
};
