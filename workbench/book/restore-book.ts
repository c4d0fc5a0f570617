import type { Book } from "./book";
import type { BookSnapshot, NameSnapshot, SheetSnapshot } from "./book-snapshot";
import { chartFromSnapshot } from "./charts/chart-snapshot";
import { restoreCells, restoreFormulas, restoreRules, restoreTable, restoreView } from "./restore-sheet";
import { storeOf } from "./snapshot";
import type { UniverBook } from "./univer-book";
import type { UniverSheet } from "./univer-sheet";

/**
 * Makes the book what the snapshot says; nothing of it before stays, nobody hears of it, and it cannot be undone.
 * Formulas are calculated again: `await book.settled()` for their values. With `now`, a snapshot of the book as it
 * is, sheets that are equal in both are left alone, unless there are formulas, which may look at other sheets.
 */
export function restoreBook(book: Book, snapshot: BookSnapshot, now?: BookSnapshot): void {
  const store = storeOf(book);
  const kept = now ? equalSheets(snapshot, now) : new Set<string>();
  store.engine.date1904 = snapshot.date1904;
  store.engine.quietly(() => {
    const sheets = replaceSheets(store, snapshot, kept);
    const fresh = snapshot.sheets.flatMap((part, index) =>
      kept.has(part.name) ? [] : [{ part, sheet: at(sheets, index) }],
    );
    for (const { part, sheet } of fresh) restoreCells(store, sheet, part);
    for (const { part, sheet } of fresh) for (const table of part.tables) restoreTable(store, sheet, table);
    for (const name of snapshot.names) if (!isOfKept(snapshot, name, kept)) addName(store, sheets, name);
    for (const { part, sheet } of fresh) restoreFormulas(store, sheet, part);
    for (const { part, sheet } of fresh) restoreRules(store, sheet, part);
    for (const { part, sheet } of fresh) restoreView(sheet, part);
    store.charts.clear();
    snapshot.sheets.forEach((part, index) => {
      for (const chart of part.charts) at(sheets, index).addChart(chartFromSnapshot(chart, sheets));
    });
    store.settings.clear();
    Object.entries(snapshot.settings).forEach(([key, value]) => store.settings.set(key, value));
    Object.assign(store.properties, snapshot.properties);
    store.activeSheet = at(sheets, Math.max(0, snapshot.activeSheet));
  });
  store.engine.undoService.clearUndoRedo(store.engine.unitId);
}

function at(sheets: readonly UniverSheet[], index: number): UniverSheet {
  const sheet = sheets[index];
  if (!sheet) throw new Error(`The snapshot has no sheet ${index}`);
  return sheet;
}

/** Sheets that are the same, names of their scope included; by name, since ids differ after a restore. */
function equalSheets(snapshot: BookSnapshot, now: BookSnapshot): Set<string> {
  const hasFormulas = ({ cells }: SheetSnapshot) =>
    Object.values(cells).some(({ formula }) => formula !== undefined);
  if ([...snapshot.sheets, ...now.sheets].some(hasFormulas)) return new Set();
  const texts = (book: BookSnapshot) =>
    new Map(
      book.sheets.map((sheet, index) => {
        const names = book.names
          .filter((name) => name.sheet === index)
          .map((name) => ({ ...name, sheet: 0 }));
        return [sheet.name, JSON.stringify([{ ...sheet, id: "" }, names])];
      }),
    );
  const before = texts(now);
  return new Set([...texts(snapshot)].flatMap(([name, text]) => (before.get(name) === text ? [name] : [])));
}

const isOfKept = (snapshot: BookSnapshot, { sheet }: NameSnapshot, kept: ReadonlySet<string>): boolean =>
  sheet !== null && kept.has(snapshot.sheets[sheet]?.name ?? "");

function addName(
  store: UniverBook,
  sheets: readonly UniverSheet[],
  { name, sheet, formula, visible, comment }: NameSnapshot,
): void {
  const added = store.addName(name, formula, sheet === null ? null : at(sheets, sheet));
  if (!visible) added.visible = false;
  if (comment) added.comment = comment;
}

/** New sheets under passing names first, so that names of old and new may be the same. */
function replaceSheets(store: UniverBook, snapshot: BookSnapshot, kept: ReadonlySet<string>): UniverSheet[] {
  const old = store.sheets().filter(({ name }) => !kept.has(name));
  for (const name of store.names()) if (!name.sheet || !kept.has(name.sheet.name)) name.delete();
  old.forEach((sheet, index) => (sheet.name = `_old_${index}`));
  const taken = new Set(old.map(({ id }) => id));
  const sheets = snapshot.sheets.map(({ id, name }) => {
    const stays = kept.has(name) ? store.sheetByName(name) : null;
    return stays ? store.sheetOf(stays) : store.addSheetAs(name, taken.has(id) ? "" : id);
  });
  store.activeSheet = at(sheets, 0);
  for (const sheet of old) store.deleteSheet(sheet);
  if (kept.size > 0) sheets.forEach((sheet, index) => (sheet.position = index));
  return sheets;
}
