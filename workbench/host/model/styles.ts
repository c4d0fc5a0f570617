/** Workbook.styles: the usual cell styles, and those an add-in makes. */
import type { Book, CellStyle } from "../../book/book";
import type { ClassModel } from "../class-model";
import { extrasOf } from "./book-extras";
import { booleanValue, numberValue, oneOf, textValue } from "./cell-format";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from "./host-errors";
import { isBuiltInStyle, styleNamed, styleNames } from "./named-styles";
import { styleReads, styleWrites, type NamedStyle } from "./style-store";
import { assertWorkbookWritable } from "./write-guard";

const styleObject = (book: Book, name: string) => hostObject<NamedStyle>("Style", { book, name });

const horizontals = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const include = ["Alignment", "Border", "Font", "Number", "Patterns", "Protection"];

const members: ClassModel<NamedStyle>["read"] = {
  Name: ({ name }) => name,
  BuiltIn: ({ name }) => isBuiltInStyle(name),
  NumberFormat: styleReads("numberFormat"),
  NumberFormatLocal: styleReads("numberFormat"),
  HorizontalAlignment: styleReads("horizontal"),
  VerticalAlignment: styleReads("vertical"),
  WrapText: styleReads("wrap"),
  ShrinkToFit: styleReads("shrink"),
  IndentLevel: styleReads("indent"),
  Locked: styleReads("locked"),
  FormulaHidden: () => false,
  ReadingOrder: () => "Context",
  TextOrientation: () => 0,
  AutoIndent: () => false,
  ...Object.fromEntries(include.map((part) => [`Include${part}`, () => true])),
};

defineModel<NamedStyle>({
  className: "Style",
  sheetOf: () => null,
  navigate: {
    Fill: (target) => hostObject("StyleFill", target),
    Font: (target) => hostObject("StyleFont", target),
    Borders: (target) => hostObject("StyleBorderCollection", target),
  },
  read: members,
  write: {
    NumberFormat: styleWrites("numberFormat", textValue),
    NumberFormatLocal: styleWrites("numberFormat", textValue),
    HorizontalAlignment: styleWrites(
      "horizontal",
      oneOf(horizontals) as (value: unknown) => CellStyle["horizontal"],
    ),
    VerticalAlignment: styleWrites("vertical", oneOf(verticals) as (value: unknown) => CellStyle["vertical"]),
    WrapText: styleWrites("wrap", booleanValue),
    ShrinkToFit: styleWrites("shrink", booleanValue),
    IndentLevel: styleWrites("indent", numberValue),
    Locked: styleWrites("locked", booleanValue),
  },
  call: {
    Delete: ({ book, name }, _args, context) => {
      assertWorkbookWritable(context);
      if (isBuiltInStyle(name)) throw invalidOperation("A built-in style can't be deleted.");
      extrasOf(book).styles.delete(name);
    },
  },
  differs: { NumberFormat: "Cells keep the looks a style had when it was set." },
});

defineModel<Book>({
  className: "StyleCollection",
  sheetOf: () => null,
  item: (book, key) => {
    const name = styleNamed(book, key);
    if (!name) throw itemNotFound();
    return styleObject(book, name);
  },
  items: (book) => [...new Set(styleNames(book))].map((name) => styleObject(book, name)),
  call: {
    Add: (book, [name], context) => {
      assertWorkbookWritable(context);
      if (typeof name !== "string" || name.trim() === "") throw invalidArgument();
      if (styleNamed(book, name)) throw itemAlreadyExists();
      extrasOf(book).styles.set(name, {});
    },
  },
});
