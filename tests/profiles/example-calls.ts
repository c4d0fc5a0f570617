import { serialOfDay } from "../../src/core/calendar/serial-day";
import { dayFromIso } from "../../src/core/calendar/days";
import type { CreditRatings } from "../../src/core/records";
import { library } from "../../src/functions/library";
import type { Card } from "../../src/workbook/card";
import { functionExamples } from "../../scripts/functions-examples";
import { momentOf, type Argument, type FunctionExample } from "../../scripts/functions-example";
import { sampleOf } from "../../scripts/functions-sample";
import type { Book, BookSheet, CellContent, Rect } from "../../workbench/book/book";
import type { ProfileBench } from "./profile-bench";

const sheetName = "Calls";
/** Room for the arguments of each call, and for what it spills, in columns. */
const argumentColumns = 60;
const rowsOfCall = 120;

const rect = (row: number, column: number, rows = 1, columns = 1): Rect => ({ row, column, rows, columns });

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

const a1 = ({ row, column, rows, columns }: Rect): string =>
  `$${columnName(column)}$${row + 1}:$${columnName(column + columns - 1)}$${row + rows}`;

/** Every function of the library in a cell of its own, its arguments in cells where they are more than a word. */
export async function callEveryFunction({
  office,
  profile,
  card,
}: ProfileBench): Promise<Map<string, CellContent[][]>> {
  const { book } = office;
  for (const { id, run } of library) CustomFunctions.associate(id, run);
  for (const { id } of library) await typeRatings(book, card, exampleOf(id));
  await book.batch("user", () => {
    const sheet = book.addSheet(sheetName);
    library.forEach(({ id }, index) => {
      const top = index * rowsOfCall;
      const formula = enterArguments(sheet, top, exampleOf(id), profile.date1904 ?? false);
      sheet.enter(rect(top, argumentColumns), [[`=KAM.${id}(${formula.join(",")})`]]);
    });
  });
  await answered(book);
  return new Map(library.map(({ id }, index) => [id, shownBy(book, id, index * rowsOfCall, profile)]));
}

function exampleOf(id: string): FunctionExample {
  const example = functionExamples[id];
  if (!example) throw new Error(`no example of ${id}`);
  return example;
}

const ratingHeaders: Readonly<Record<keyof CreditRatings, string>> = {
  state: "Credit: financial state",
  ability: "Credit: ability to pay",
  history: "Credit: history",
  reputation: "Credit: reputation",
};

/** Types the ratings an example stands on into Accounts, and waits until the card has read them. */
async function typeRatings(book: Book, card: Card, { args, creditRatings }: FunctionExample): Promise<void> {
  const [account] = args;
  const table = book.table("Accounts");
  if (!creditRatings || typeof account !== "string" || !table) return;
  const at = (header: string): number => table.columns.findIndex(({ name }) => name === header);
  const ids = table.sheet.content({
    ...table.body,
    column: table.body.column + at("Account ID"),
    columns: 1,
  });
  const row = ids.findIndex(([id]) => id === account);
  await book.batch("user", () => {
    for (const [factor, header] of Object.entries(ratingHeaders)) {
      const cell = rect(table.body.row + row, table.body.column + at(header));
      table.sheet.enter(cell, [[creditRatings[factor as keyof CreditRatings]]]);
    }
  });
  const known = (): unknown =>
    card.state.kind === "ready" && card.state.model.accounts.get(account)?.account.creditRatings;
  for (let tries = 0; tries < 200 && JSON.stringify(known()) !== JSON.stringify(creditRatings); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

function enterArguments(
  sheet: BookSheet,
  top: number,
  { args }: FunctionExample,
  date1904: boolean,
): string[] {
  let column = 0;
  const inCells = (rows: readonly (readonly (string | number | boolean)[])[]): string => {
    const width = rows[0]?.length ?? 1;
    const area = rect(top, column, rows.length, width);
    sheet.enter(
      area,
      rows.map((row) => row.map((cell) => (typeof cell === "string" && cell ? `'${cell}` : cell))),
    );
    column += width + 1;
    return a1(area);
  };
  const typed = (argument: Argument): string => {
    if (argument === null) return "";
    if (typeof argument === "string") return `"${argument}"`;
    if (typeof argument !== "object") return String(argument).toUpperCase();
    if ("day" in argument) return inCells([[serialOfDay(dayFromIso(argument.day) ?? 0, date1904)]]);
    if ("days" in argument) return inCells(argument.days.map((day) => [serialIn(day, date1904)]));
    return "table" in argument
      ? sampleOf("en").reference(argument.table, argument.column)
      : inCells(argument.cells);
  };
  return args.map(typed);
}

/** Days of an example, with their time of day, as this workbook counts them; "" for a blank. */
function serialIn(day: string, date1904: boolean): number | "" {
  const moment = momentOf(day);
  return moment === null ? "" : serialOfDay(Math.floor(moment), date1904) + (moment - Math.floor(moment));
}

const isBusy = (content: CellContent): boolean =>
  content !== null && typeof content === "object" && content.error === "#BUSY!";

async function answered(book: Book): Promise<void> {
  const sheet = book.sheetByName(sheetName);
  for (let tries = 0; tries < 200; tries += 1) {
    await book.settled();
    const firsts = library.map(
      (_, index) => sheet?.content(rect(index * rowsOfCall, argumentColumns))[0]?.[0] ?? null,
    );
    if (!firsts.some((first) => isBusy(first) || first === null)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("functions are still busy");
}

/** What a call shows; dates as days of the 1900 system, whatever the workbook counts in. */
function shownBy(
  book: Book,
  id: string,
  top: number,
  { date1904 }: ProfileBench["profile"],
): CellContent[][] {
  const dates = new Set(exampleOf(id).dates);
  const cells = book.sheetByName(sheetName)?.content(rect(top, argumentColumns, rowsOfCall, 12)) ?? [];
  const filled = cells.filter((row) => row.some((cell) => cell !== null));
  return filled.map((row) =>
    row.map((cell, column) =>
      date1904 && dates.has(column) && typeof cell === "number" ? cell + 1_462 : cell,
    ),
  );
}
