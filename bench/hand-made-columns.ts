/** The columns a manager writes by hand beside a list of accounts, and the same figures by the model. */
import { Workbook } from "@cj-tech-master/excelts";
import { buildCardModel } from "../src/core/card-model";
import { paretoRows, type ParetoRow } from "../src/core/portfolio/pareto";
import { descendingOrder } from "../src/core/statistics/descending-order";
import type { AccountFigures } from "../src/core/figures";
import type { CardRecords, Purchase } from "../src/core/records";
import { loadDay } from "./load-rows";

type Figure = number | null;

/** Where an account stands among all by revenue. */
interface Place extends Pick<ParetoRow, "rank" | "cumulative"> {
  /** How many have strictly less. */
  readonly smaller: number;
}

interface HandMade {
  readonly header: string;
  /** For row `row`; the account's id stands in column A, those written by hand from B on. */
  formula(row: number, rows: number): string;
  /** The same figure; null where nothing can be said. */
  figure(figures: AccountFigures, place: Place): Figure;
}

/** Column of the sheet of purchases, without its header: account, day, amount. */
const column = (letter: string, rows: number): string => `Purchases!$${letter}$2:$${letter}$${rows + 1}`;
const day = String(loadDay);
const year = `EDATE(${day},-12)`;

function windowed(name: string, sum: string, from: string, to: string) {
  return (row: number, rows: number): string => {
    const criteria = `${column("A", rows)},$A${row},${column("B", rows)},">"&${from},${column("B", rows)},"<="&${to}`;
    return `${name}(${sum === "" ? "" : `${column(sum, rows)},`}${criteria})`;
  };
}

const own = (letter: string, accounts: number): string => `$${letter}$2:$${letter}$${accounts + 1}`;

const handMade = (accounts: number): readonly HandMade[] => [
  {
    header: "Revenue 12 months",
    formula: windowed("SUMIFS", "C", year, day),
    figure: ({ metrics }) => metrics.revenue12,
  },
  {
    header: "The year before",
    formula: windowed("SUMIFS", "C", `EDATE(${day},-24)`, year),
    figure: ({ metrics }) => metrics.revenueBefore,
  },
  {
    header: "Last 180 days",
    formula: windowed("SUMIFS", "C", `(${day}-180)`, day),
    figure: ({ metrics }) => metrics.amount180,
  },
  {
    header: "180 days before",
    formula: windowed("SUMIFS", "C", `(${day}-360)`, `(${day}-180)`),
    figure: ({ metrics }) => metrics.amount180Before,
  },
  {
    header: "Growth",
    formula: (row) => `IF(E${row}<=0,"",D${row}/E${row}-1)`,
    figure: ({ metrics }) => metrics.growth180,
  },
  {
    header: "Purchase days 12 months",
    formula: windowed("COUNTIFS", "", year, day),
    figure: ({ metrics }) => metrics.purchaseDays12,
  },
  {
    header: "Last purchase",
    formula: windowed("_xlfn.MAXIFS", "B", "0", day),
    figure: ({ metrics }) => metrics.lastPurchase ?? 0,
  },
  {
    header: "Percent rank",
    // To twelve digits: without them it is cut off after three.
    formula: (row) => `PERCENTRANK(${own("B", accounts)},B${row},12)`,
    figure: (_, place) => place.smaller / (accounts - 1),
  },
  {
    header: "Rank",
    formula: (row) => `RANK(B${row},${own("B", accounts)})`,
    figure: (_, place) => place.rank,
  },
  {
    header: "Cumulative share",
    formula: (row) =>
      `SUMIF(${own("B", accounts)},">="&B${row},${own("B", accounts)})/SUM(${own("B", accounts)})`,
    figure: (_, place) => place.cumulative,
  },
];

/** What plain formulas can tell: no refunds, one purchase of an account on a day, an amount in each row. */
export function plainPurchases({ purchases }: CardRecords): readonly Purchase[] {
  const days = new Set<string>();
  return purchases.filter(({ account, date, amount }) => {
    const known = `${account} ${date}`;
    if (amount === null || amount <= 0 || days.has(known)) return false;
    days.add(known);
    return true;
  });
}

/** The figures of these columns, one row for each account. */
export function figuresByModel(records: CardRecords): Figure[][] {
  const model = buildCardModel(records, loadDay);
  const all = [...model.accounts.values()];
  const revenues = all.map(({ metrics }) => metrics.revenue12);
  const { larger } = descendingOrder(revenues.map((revenue) => -revenue));
  const places = paretoRows(revenues, null, 0.8, 0.95).map(({ rank, cumulative }, row): Place => ({
    rank,
    cumulative,
    smaller: larger[row] ?? 0,
  }));
  const columns = handMade(all.length);
  return all.map((figures, row) => columns.map(({ figure }) => figure(figures, places[row] as Place)));
}

/** A workbook of accounts and purchases; with formulas, or without them, to tell what opening and saving takes. */
export async function writeHandMade(records: CardRecords, withFormulas: boolean): Promise<Uint8Array> {
  const workbook = new Workbook();
  const { accounts, purchases } = records;
  const columns = handMade(accounts.length);
  const sheet = workbook.addWorksheet("Accounts");
  sheet.addRow(["Account", ...columns.map(({ header }) => header)]);
  for (const [index, { id }] of accounts.entries()) {
    const formulas = columns.map(({ formula }) => ({ formula: formula(index + 2, purchases.length) }));
    sheet.addRow([id, ...(withFormulas ? formulas : columns.map(() => 0))]);
  }
  const list = workbook.addWorksheet("Purchases");
  list.addRow(["Account", "Date", "Amount"]);
  for (const { account, date, amount } of purchases) list.addRow([account, date, amount]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The calculated columns of such a file, one row for each account. */
export async function readHandMade(bytes: Uint8Array, accounts: number): Promise<Figure[][]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.getWorksheet("Accounts");
  if (!sheet) throw new Error("The recalculated file has no sheet of accounts");
  return Array.from({ length: accounts }, (_, row) =>
    handMade(accounts).map((__, index) => {
      const { result, value } = sheet.getCell(row + 2, index + 2);
      const found: unknown = result ?? value;
      return typeof found === "number" ? found : found instanceof Date ? Number.NaN : null;
    }),
  );
}
