import { useEffect, useState } from "react";
import type { Book } from "../../book/book";
import { useSession } from "../session";

type Selection = ReturnType<Book["selection"]>;

/** The current selection; draws again when it, or what stands in it, changes. */
export function useSelection(): Selection {
  const { book } = useSession();
  const [selection, setSelection] = useState(() => book.selection());
  useEffect(
    () =>
      book.on((event) => {
        if (event.kind === "selection" || event.kind === "sheet-activated" || event.kind === "formats") {
          setSelection(book.selection());
        }
      }),
    [book],
  );
  return selection;
}
