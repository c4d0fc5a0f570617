/** Formats of cell styles by name. */
import type { Book, CellStyle } from "../../book/book";
import type { HostContext } from "../class-model";
import { extrasOf } from "./book-extras";
import { normalStyle, styleFormats } from "./named-styles";
import { assertWorkbookWritable } from "./write-guard";

export interface NamedStyle {
  readonly book: Book;
  readonly name: string;
}

export const lookOf = ({ book, name }: NamedStyle): CellStyle => ({
  ...normalStyle,
  ...styleFormats(book, name),
});

export const styleReads =
  <K extends keyof CellStyle>(key: K) =>
  (target: NamedStyle) =>
    lookOf(target)[key] ?? null;

/** Changed styles, built-in ones too, are kept with the book; cells that have them already keep their looks. */
export function changeStyle(target: NamedStyle, style: CellStyle, context: HostContext): void {
  assertWorkbookWritable(context);
  extrasOf(target.book).styles.set(target.name, { ...styleFormats(target.book, target.name), ...style });
}

export const styleWrites =
  <K extends keyof CellStyle>(key: K, check: (value: unknown) => CellStyle[K]) =>
  (target: NamedStyle, value: unknown, context: HostContext): void =>
    changeStyle(target, { [key]: check(value) }, context);
