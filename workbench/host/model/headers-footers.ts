/** Headers and footers of printed pages. The book prints one set; sets for first or even pages are refused. */
import type { BookSheet } from "../../book/book";
import { booleanValue, textValue } from "./cell-format";
import { defineModel, hostObject } from "./host-object";
import { notImplemented } from "./host-errors";
import { extrasOf } from "./book-extras";

interface HeaderTarget {
  readonly sheet: BookSheet;
  readonly pages: "default" | "even" | "first" | "odd";
}

const parts = [
  "LeftHeader",
  "CenterHeader",
  "RightHeader",
  "LeftFooter",
  "CenterFooter",
  "RightFooter",
] as const;

const keyOf = (part: string) => part.charAt(0).toLowerCase() + part.slice(1);
const isPrinted = ({ pages }: HeaderTarget) => pages === "default" || pages === "odd";

defineModel<HeaderTarget>({
  className: "HeaderFooter",
  sheetOf: ({ sheet }) => sheet,
  read: Object.fromEntries(
    parts.map((part) => [
      part,
      (target: HeaderTarget) =>
        isPrinted(target) ? (target.sheet.page.headerFooter[keyOf(part)] ?? "") : "",
    ]),
  ),
  write: Object.fromEntries(
    parts.map((part) => [
      part,
      (target: HeaderTarget, value: unknown) => {
        if (!isPrinted(target)) throw notImplemented(`headers of ${target.pages} pages`);
        target.sheet.page.headerFooter[keyOf(part)] = textValue(value);
      },
    ]),
  ),
});

const group = (pages: HeaderTarget["pages"]) => (sheet: BookSheet) =>
  hostObject<HeaderTarget>("HeaderFooter", { sheet, pages });

const option = (name: string, whenUnset: unknown) => ({
  get: (sheet: BookSheet, context: Parameters<typeof stateOf>[1]) =>
    stateOf(sheet, context)[name] ?? whenUnset,
  set: (sheet: BookSheet, value: unknown, context: Parameters<typeof stateOf>[1]) => {
    stateOf(sheet, context)[name] = value;
  },
});

function stateOf(sheet: BookSheet, context: { readonly book: Parameters<typeof extrasOf>[0] }) {
  const states = extrasOf(context.book).headerState;
  const state = states.get(sheet.id) ?? {};
  states.set(sheet.id, state);
  return state;
}

const sheetMargins = option("useSheetMargins", true);
const sheetScale = option("useSheetScale", true);

defineModel<BookSheet>({
  className: "HeaderFooterGroup",
  sheetOf: (sheet) => sheet,
  navigate: {
    DefaultForAllPages: group("default"),
    EvenPages: group("even"),
    FirstPage: group("first"),
    OddPages: group("odd"),
  },
  read: { State: () => "Default", UseSheetMargins: sheetMargins.get, UseSheetScale: sheetScale.get },
  write: {
    State: (_sheet, value) => {
      if (value !== "Default") throw notImplemented(`headers of state ${String(value)}`);
    },
    UseSheetMargins: (sheet, value, context) => sheetMargins.set(sheet, booleanValue(value), context),
    UseSheetScale: (sheet, value, context) => sheetScale.set(sheet, booleanValue(value), context),
  },
  differs: { State: "Always Default: first and even pages have no headers of their own." },
});
