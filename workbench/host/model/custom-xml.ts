/** Custom XML parts: kept as text, found by the namespace of their root element. */
import type { Book } from "../../book/book";
import { extrasOf } from "./book-extras";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, invalidOperation, itemNotFound } from "./host-errors";
import { assertWorkbookWritable } from "./write-guard";

interface Part {
  readonly book: Book;
  readonly id: string;
}
interface Parts {
  readonly book: Book;
  /** null = all. */
  readonly namespace: string | null;
}

const store = (book: Book) => extrasOf(book).xmlParts;
const part = (book: Book, id: string) => hostObject<Part>("CustomXmlPart", { book, id });

/** The root's prefix decides which xmlns counts. */
function rootNamespace(xml: string): string {
  const body = xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, "");
  const root = /<([\w.-]+:)?[\w.-]+((?:\s+[^<>]*?)?)\/?>/.exec(body);
  const prefix = root?.[1] ? `:${root[1].slice(0, -1)}` : "";
  const match = new RegExp(`\\sxmlns${prefix}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(root?.[2] ?? "");
  return match?.[2] ?? match?.[3] ?? "";
}

function xmlText(xml: unknown): string {
  if (typeof xml !== "string" || !/^\s*(<\?[\s\S]*?\?>\s*)?(<!--[\s\S]*?-->\s*)*<[\w]/.test(xml))
    throw invalidArgument();
  return xml;
}

/** Braced and GUID-like, one after the other. */
const newId = (book: Book) =>
  `{00000000-0000-4000-8000-${String(extrasOf(book).nextXmlPart++).padStart(12, "0")}}`;

const idsOf = ({ book, namespace }: Parts) =>
  [...store(book)]
    .filter(([, xml]) => namespace === null || rootNamespace(xml) === namespace)
    .map(([id]) => id);

defineModel<Part>({
  className: "CustomXmlPart",
  sheetOf: () => null,
  identity: ({ id }) => ({ Id: id }),
  read: { Id: ({ id }) => id, NamespaceUri: ({ book, id }) => rootNamespace(store(book).get(id) ?? "") },
  call: {
    GetXml: ({ book, id }) => store(book).get(id) ?? "",
    SetXml: ({ book, id }, [xml], context) => {
      assertWorkbookWritable(context);
      store(book).set(id, xmlText(xml));
    },
    Delete: ({ book, id }, _args, context) => {
      assertWorkbookWritable(context);
      store(book).delete(id);
    },
  },
});

function item(target: Parts, key: unknown) {
  if (!idsOf(target).includes(String(key))) throw itemNotFound();
  return part(target.book, String(key));
}

const items = (target: Parts) => idsOf(target).map((id) => part(target.book, id));

defineModel<Parts>({
  className: "CustomXmlPartCollection",
  sheetOf: () => null,
  item,
  items,
  call: {
    Add: ({ book }, [xml], context) => {
      assertWorkbookWritable(context);
      const text = xmlText(xml);
      const id = newId(book);
      store(book).set(id, text);
      return part(book, id);
    },
    GetByNamespace: ({ book }, [namespace]) =>
      hostObject<Parts>("CustomXmlPartScopedCollection", { book, namespace: String(namespace) }),
  },
  differs: { Add: "Parts live as long as the workbook is open; a saved file has none." },
});

defineModel<Parts>({
  className: "CustomXmlPartScopedCollection",
  sheetOf: () => null,
  item,
  items,
  call: {
    GetOnlyItem: (target) => {
      const all = items(target);
      if (all.length === 0) throw itemNotFound();
      if (all.length > 1) throw invalidOperation("The collection has more than one part.");
      return all[0];
    },
    GetOnlyItemOrNullObject: (target) => {
      const all = items(target);
      return all.length === 1 ? all[0] : null;
    },
  },
});
