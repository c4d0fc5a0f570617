import { useEffect, useRef, useState } from "react";
import type { BookSheet } from "../../book/book";
import { useSession } from "../session";
import { columnName } from "./column-name";

/** Holds the grid's own element, and says to screen readers what the canvas shows. */
export function GridRegion({ element }: { element: HTMLElement }) {
  const { texts } = useSession();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.append(element);
  }, [element]);
  return (
    <main className="wb-grid" aria-label={texts("grid")}>
      <div ref={place} className="wb-grid-place" />
      <SpokenCell />
    </main>
  );
}

function SpokenCell() {
  const { book, texts } = useSession();
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const speak = () => {
      const { sheet, active } = book.selection();
      const cell = `${columnName(active.column)}${active.row + 1}`;
      const text = cellText(sheet, active.row, active.column);
      setSpoken(text === "" ? texts("grid.blank", { cell }) : texts("grid.cell", { cell, text }));
    };
    return book.on((event) => {
      if (event.kind === "selection" || event.kind === "sheet-activated") speak();
    });
  }, [book, texts]);
  return (
    <p className="wb-spoken" aria-live="polite">
      {spoken}
    </p>
  );
}

/** What is displayed; for an error with a sentence of its function, that as well. */
function cellText(sheet: BookSheet, row: number, column: number): string {
  const cell = { row, column, rows: 1, columns: 1 };
  const content = sheet.content(cell)[0]?.[0];
  const text = sheet.texts(cell)[0]?.[0] ?? "";
  return typeof content === "object" && content?.message ? `${text}, ${content.message}` : text;
}
