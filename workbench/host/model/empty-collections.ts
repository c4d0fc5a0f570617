/**
 * Collections that are always empty here: an add-in may look into them, and adding to them fails by name.
 */
import type { Book, BookSheet } from "../../book/book";
import { defineModel } from "./host-object";
import { itemNotFound } from "./host-errors";

type Owner = Book | BookSheet;

const sheetOf = (owner: Owner): BookSheet | null => ("usedRect" in owner ? owner : null);

const missing = (): never => {
  throw itemNotFound();
};

const names = {
  ShapeCollection: "shapes",
  PivotTableCollection: "PivotTables",
  SlicerCollection: "slicers",
  VisualCollection: "visuals",
  NamedSheetViewCollection: "sheet views",
  CommentCollection: "comments",
  BindingCollection: "bindings",
  LinkedWorkbookCollection: "linked workbooks",
};

const counted = new Set(["BindingCollection"]);

for (const [className, what] of Object.entries(names))
  defineModel<Owner>({
    className,
    sheetOf,
    ...(counted.has(className) && { read: { Count: () => 0 } }),
    item: missing,
    items: () => [],
    call: {
      GetItem: missing,
      GetItemOrNullObject: () => null,
      ...(className === "PivotTableCollection" && { RefreshAll: () => null }),
    },
    differs: { Add: `There are no ${what}.` },
  });
