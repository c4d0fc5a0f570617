/** Manual page breaks of a sheet, by the first row or column behind them. */
import type { BookSheet } from "../../book/book";
import { defineModel, hostObject, rangeObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { rect } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { assertWorkbookWritable } from "./write-guard";

interface Breaks {
  readonly sheet: BookSheet;
  readonly lines: "rows" | "columns";
}
type Break = Breaks & { readonly at: number };

const listOf = ({ sheet, lines }: Breaks): number[] =>
  lines === "rows" ? sheet.page.rowBreaks : sheet.page.columnBreaks;

const setList = ({ sheet, lines }: Breaks, list: number[]) => {
  sheet.page[lines === "rows" ? "rowBreaks" : "columnBreaks"] = list;
};

/** The id is the line's number, which no other break has. */
const breakObject = (breaks: Breaks, at: number) => hostObject<Break>("PageBreak", { ...breaks, at });

defineModel<Break>({
  className: "PageBreak",
  sheetOf: ({ sheet }) => sheet,
  identity: ({ at }) => ({ _Id: String(at) }),
  read: {
    RowIndex: ({ lines, at }) => (lines === "rows" ? at : 0),
    ColumnIndex: ({ lines, at }) => (lines === "columns" ? at : 0),
  },
  call: {
    Delete: (target, _args, context) => {
      assertWorkbookWritable(context);
      setList(
        target,
        listOf(target).filter((at) => at !== target.at),
      );
    },
    GetCellAfterBreak: ({ sheet, lines, at }) =>
      rangeObject(sheet, lines === "rows" ? rect(at, 0) : rect(0, at)),
  },
});

defineModel<Breaks>({
  className: "PageBreakCollection",
  sheetOf: ({ sheet }) => sheet,
  item: (target, key) => {
    const at =
      typeof key === "number" ? listOf(target)[key] : listOf(target).find((each) => String(each) === key);
    if (at === undefined) throw itemNotFound();
    return breakObject(target, at);
  },
  items: (target) => listOf(target).map((at) => breakObject(target, at)),
  call: {
    Add: (target, [range], context) => {
      assertWorkbookWritable(context);
      const { rect: area, sheet } = rangeArgument(range, target.sheet, context);
      const at = target.lines === "rows" ? area.row : area.column;
      if (sheet.id !== target.sheet.id || at === 0) throw invalidArgument();
      setList(
        target,
        [...new Set([...listOf(target), at])].sort((a, b) => a - b),
      );
      return breakObject(target, at);
    },
    RemovePageBreaks: (target, _args, context) => {
      assertWorkbookWritable(context);
      setList(target, []);
    },
  },
});
