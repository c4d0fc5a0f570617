/** Table styles by name: Excel's sixty, all read-only. */
import type { Book } from "../../book/book";
import { extrasOf } from "./book-extras";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";

const numbered = (kind: string, count: number) =>
  Array.from({ length: count }, (_style, i) => `TableStyle${kind}${i + 1}`);

const names = [...numbered("Light", 21), ...numbered("Medium", 28), ...numbered("Dark", 11)];

const fullName = (name: unknown) => names.find((each) => each.toLowerCase() === String(name).toLowerCase());

export const isTableStyle = (name: string): boolean => fullName(name) !== undefined;

const styleObject = (name: string) => hostObject("TableStyle", name);

defineModel<string>({
  className: "TableStyle",
  sheetOf: () => null,
  identity: (name) => ({ _Id: name }),
  read: { Name: (name) => name, ReadOnly: () => true },
});

defineModel<Book>({
  className: "TableStyleCollection",
  sheetOf: () => null,
  item: (_book, key) => {
    const name = fullName(key);
    if (!name) throw itemNotFound();
    return styleObject(name);
  },
  items: () => names.map(styleObject),
  call: {
    GetDefault: (book) => styleObject(extrasOf(book).defaultTableStyle),
    SetDefault: (book, [style]) => {
      const target = typeof style === "object" && style !== null && "target" in style ? style.target : style;
      const name = fullName(target);
      if (!name) throw invalidArgument();
      extrasOf(book).defaultTableStyle = name;
    },
  },
  differs: { SetDefault: "Kept; new tables take TableStyleMedium2." },
});
