/** Defined names of the workbook and of single sheets. */
import type { Book, BookName, BookSheet } from "../../book/book";
import type { HostContext } from "../class-model";
import { formatAddress } from "./addresses";
import { booleanValue, textValue } from "./cell-format";
import { defineModel, hostObject, rangeObject, sheetObject } from "./host-object";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "./host-errors";
import { nameValue } from "./name-values";
import { isRange, resolveFormula } from "./resolve-address";
import { assertWorkbookWritable } from "./write-guard";

interface Names {
  /** null = the workbook's own names. */
  readonly sheet: BookSheet | null;
}

const namedItem = (name: BookName) => hostObject("NamedItem", name);
const homeOf = (name: BookName, book: Book) => name.sheet ?? book.activeSheet;

/** Letters of any script, digits, `_ . \ ?`; no cell address in A1 or R1C1; at most 255 characters. */
export function isValidName(name: unknown): name is string {
  return (
    typeof name === "string" &&
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d{1,7}$/.test(name) &&
    !/^[Rr]\d*([Cc]\d*)?$|^[Cc]\d*$/.test(name)
  );
}

/** Tables and names of one scope share their names. */
export function assertNameFree(book: Book, name: string, sheet: BookSheet | null): void {
  const wanted = name.toLowerCase();
  const taken = book
    .names()
    .some((each) => each.name.toLowerCase() === wanted && each.sheet?.id === sheet?.id);
  if (taken || (sheet === null && book.table(name)?.name.toLowerCase() === wanted)) throw itemAlreadyExists();
}

const inScope = (book: Book, { sheet }: Names) => book.names().filter((name) => name.sheet?.id === sheet?.id);

function formulaOf(reference: unknown): string {
  if (isRange(reference))
    return `=${formatAddress(reference.target.sheet.name, reference.target.rect, true)}`;
  if (typeof reference === "number" || typeof reference === "boolean")
    return `=${String(reference).toUpperCase()}`;
  const text = textValue(reference);
  return text.startsWith("=") ? text : `="${text.replaceAll('"', '""')}"`;
}

function add(target: Names, args: unknown[], context: HostContext) {
  const [name, reference, comment] = args;
  assertWorkbookWritable(context);
  if (!isValidName(name)) throw invalidArgument();
  assertNameFree(context.book, name, target.sheet);
  const made = context.book.addName(name, formulaOf(reference), target.sheet);
  if (typeof comment === "string" && comment !== "") made.comment = comment;
  return namedItem(made);
}

function range(name: BookName, context: HostContext) {
  const cells = resolveFormula(context.book, homeOf(name, context.book), name.formula);
  return cells && rangeObject(cells.sheet, cells.rect);
}

defineModel<BookName>({
  className: "NamedItem",
  sheetOf: (name) => name.sheet,
  identity: (name) => ({ _Id: name.id }),
  navigate: {
    Worksheet: (name) => {
      if (!name.sheet) throw itemNotFound("The name belongs to the workbook.");
      return sheetObject(name.sheet);
    },
    WorksheetOrNullObject: (name) => name.sheet && sheetObject(name.sheet),
    ArrayValues: (name) => hostObject("NamedItemArrayValues", name),
  },
  read: {
    Name: (name) => name.name,
    Formula: (name) => name.formula,
    Visible: (name) => name.visible,
    Comment: (name) => name.comment,
    Scope: (name) => (name.sheet ? "Worksheet" : "Workbook"),
    Type: (name, context) => nameValue(name, context.book).type,
    Value: (name, context) => nameValue(name, context.book).value,
  },
  write: {
    Formula: (name, value, context) => {
      assertWorkbookWritable(context);
      name.formula = formulaOf(value);
    },
    Visible: (name, value) => {
      name.visible = booleanValue(value);
    },
    Comment: (name, value) => {
      name.comment = textValue(value);
    },
  },
  call: {
    Delete: (name, _args, context) => {
      assertWorkbookWritable(context);
      name.delete();
    },
    GetRange: (name, _args, context) => {
      const found = range(name, context);
      if (!found) throw itemNotFound("The name does not stand for cells.");
      return found;
    },
    GetRangeOrNullObject: (name, _args, context) => range(name, context),
  },
  differs: { Value: "Names of calculations other than constants and cells have no value." },
});

defineModel<Names>({
  className: "NamedItemCollection",
  sheetOf: ({ sheet }) => sheet,
  item: (target, key, context) => {
    const wanted = String(key).toLowerCase();
    const own = inScope(context.book, target);
    const found =
      own.find((name) => name.name.toLowerCase() === wanted) ?? own.find((name) => name.id === key);
    if (!found) throw itemNotFound();
    return namedItem(found);
  },
  items: (target, context) => inScope(context.book, target).map(namedItem),
  call: { Add: add, AddFormulaLocal: add },
  differs: { AddFormulaLocal: "Formulas are read as en-US." },
});

defineModel<BookName>({
  className: "NamedItemArrayValues",
  sheetOf: (name) => name.sheet,
  read: {
    Values: (name, context) => nameValue(name, context.book).values,
    Types: (name, context) => nameValue(name, context.book).types,
  },
});
