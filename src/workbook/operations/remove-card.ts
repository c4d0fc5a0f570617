import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { columnNamePrefix } from "../mapped-columns";
import { holdsCard, openBook, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { planRemoval, type PlannedSheet } from "../removal/plan-removal";
import { markOf } from "../review/read-review-sheet";
import type { TableId } from "../schema/schema";
import type { RemovalPreview, RemovalReport } from "../upkeep-verbs";
import { WorkbookError } from "../workbook-error";
import type { Read, Write } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";

/** A table as it stood when its sheet was deleted. */
export interface KeptTable {
  readonly id: TableId;
  readonly sheet: string;
  readonly result: TableResult;
}

/** What leads back: it lives as long as the pane. */
export interface RemovedCard {
  readonly tables: readonly KeptTable[];
  readonly sheets: readonly string[];
  /** Other tables stayed as plain cells. */
  readonly plain: boolean;
}

/** Excel's own name for a blank sheet. */
const blankSheet = "Sheet1";

interface Ground {
  readonly book: OpenBook;
  readonly sheets: readonly PlannedSheet[];
}

async function readGround(desk: Desk, keepTables: boolean): Promise<Ground | null> {
  const survey = await desk.gateway.survey();
  const book = openBook(survey, desk.language());
  if (!holdsCard(book.tables)) return null;
  const own = new Set([...book.tables.values()].map(({ facts }) => facts.sheet));
  const sheets = survey.sheets
    .map((facts) => ({ facts, review: markOf(facts.names) !== null && !own.has(facts.name) }))
    .filter(({ facts, review }) => review || own.has(facts.name));
  const extents = await desk.gateway.read(
    sheets.map(({ facts }): Read => ({ kind: "extent", sheet: facts.name })),
  );
  const renamed = extents.findIndex(({ kind }) => kind === "missing");
  if (renamed >= 0) throw new WorkbookError("not-found", sheets[renamed]?.facts.name ?? null);
  return { book, sheets: planRemoval(book, sheets, extents, keepTables) };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Formulas that name what goes: functions of the add-in, tables, sheets. */
function namingPattern(going: readonly PlannedSheet[], tables: readonly string[]): RegExp {
  const sheets = going.map(({ sheet }) => `'?${escaped(sheet.replaceAll("'", "''"))}'?!`);
  const structured = tables.map((table) => `\\b${escaped(table)}\\[`);
  return new RegExp(["\\bKAM\\.", "_xldudf_KAM_", ...structured, ...sheets].join("|"), "i");
}

/** What a removal deletes and keeps; reads only, four trips. */
export function previewRemoval(desk: Desk, keepTables: boolean): Promise<Outcome<RemovalPreview>> {
  return refusable("action", async () => {
    const ground = await readGround(desk, keepTables);
    if (!ground) return failed("noCard");
    const going = ground.sheets.filter(({ kept }) => kept === null);
    const tables = ground.sheets.flatMap((sheet) => sheet.tables.map(({ facts }) => facts.name));
    const cells = await desk.gateway.formulaCells(namingPattern(going, tables));
    const ours = going.map(({ sheet }) => `'${sheet.replaceAll("'", "''")}'!`);
    const formulas = cells.filter((cell) => !ours.some((place) => cell.startsWith(place)));
    const sheets = ground.sheets.map(({ sheet, rows, kept, review }) => ({ sheet, rows, kept, review }));
    return done({ sheets, formulas });
  });
}

/**
 * Takes the card out of the workbook (TP6): deletes the sheets the add-in made, and turns its tables into plain cells on
 * sheets that hold anything of the person's own, or everywhere with `keepTables`. `keep` gets what leads back before
 * anything goes.
 */
export function removeCard(
  desk: Desk,
  keepTables: boolean,
  keep: (removed: RemovedCard) => void,
): Promise<Outcome<RemovalReport>> {
  return refusable("action", async () => {
    const ground = await readGround(desk, keepTables);
    if (!ground) return failed("noCard");
    const { survey } = ground.book;
    if (survey.readOnly) throw new WorkbookError("read-only", null);
    if (survey.structureLocked) return failed("structureLocked");
    const locked = survey.sheets.find(
      (sheet) => sheet.protected && ground.sheets.some((one) => one.sheet === sheet.name),
    );
    if (locked) throw new WorkbookError("protected", locked.name);
    const going = ground.sheets.filter(({ kept }) => kept === null);
    desk.progress({ step: "remove", done: 0, total: going.length });
    const tables = await readTables(desk, going);
    if (desk.signal?.aborted) return failed("cancelled");
    const plain = going.length < ground.sheets.length;
    const removed = { tables, sheets: going.map(({ sheet }) => sheet), plain };
    keep(removed);
    return carryOut(desk, ground, removed);
  });
}

async function readTables(desk: Desk, going: readonly PlannedSheet[]): Promise<readonly KeptTable[]> {
  const found = going.flatMap(({ sheet, tables }) => tables.map(({ id, facts }) => ({ id, sheet, facts })));
  const results = await desk.gateway.read(
    found.map(({ facts }): Read => ({ kind: "table", table: facts.name })),
  );
  return found.map(({ id, sheet, facts }, index) => {
    const result = results[index];
    if (result?.kind !== "table") throw new WorkbookError("not-found", facts.sheet);
    return { id, sheet, result };
  });
}

async function carryOut(
  desk: Desk,
  { book, sheets }: Ground,
  removed: RemovedCard,
): Promise<Outcome<RemovalReport>> {
  const kept = sheets.filter((sheet) => sheet.kept !== null);
  const going = new Set(removed.sheets);
  const visible = book.survey.sheets.some((sheet) => !sheet.hidden && !going.has(sheet.name));
  const blank = new FreeNames(book.survey).sheet(blankSheet);
  const writes: Write[] = [
    // A workbook keeps at least one sheet that can be seen.
    ...(visible ? [] : [{ kind: "add-sheet" as const, name: blank }]),
    ...kept.flatMap(({ tables }) =>
      tables.map(({ facts }): Write => ({ kind: "unmake-table", table: facts.name })),
    ),
    ...book.survey.names
      .filter((name) => name.startsWith(columnNamePrefix))
      .map((name): Write => ({ kind: "delete-name", name })),
    ...removed.sheets.map((sheet): Write => ({ kind: "delete-sheet", sheet })),
  ];
  try {
    await desk.gateway.write(writes, []);
    const after = openBook(await desk.gateway.survey(), desk.language());
    const left = after.survey.sheets.some((sheet) => going.has(sheet.name));
    if (left || holdsCard(after.tables)) return failed("removalUnfinished");
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return failed("removalUnfinished");
  }
  return done({ removed: removed.sheets, kept: kept.map(({ sheet }) => sheet) });
}
