import { ageingOf, type OpenItem } from "../../core/credit/ageing";
import { creditRating, creditUse as useOf, riskLevel } from "../../core/credit/credit-grade";
import { weightIn } from "../answers/scores";
import { flagIn, lineOf } from "../cells";
import { pure, pureTable } from "../declare/declare";
import {
  cells,
  date,
  dates,
  flag,
  flags,
  labels,
  numbers,
  numberTable,
  optional,
} from "../declare/parameters";
import { mustMatch } from "../declare/purchases";
import { inColumn, inRowOrder, rowsOf, type Cell } from "../declare/rows";
import { lineIn } from "../portfolio/what-if";
import { rowIn } from "../portfolio/screen";
import { badInput, notAvailable, Problem, tableText } from "../problem";

export const risk = pureTable(
  "RISK",
  { likelihood: numbers, impact: numbers, flags: optional(cells) },
  ["value", "level"],
  ({ likelihood, impact, flags: given }) => {
    const flagged = given?.map((row) => row.some((cell) => flagIn(cell) === true)) ?? null;
    const rows = rowsOf({ likelihood, impact, flagged }).map((row) => {
      if (row instanceof Problem) return row;
      if (row.likelihood === null || row.impact === null) return notAvailable("missingInRow");
      const scale = (value: number): boolean => value >= 1 && value <= 5;
      if (!scale(row.likelihood) || !scale(row.impact)) return badInput("oneToFive");
      return riskLevel(row.likelihood, row.impact, row.flagged ?? false);
    });
    return inRowOrder(rows, 2, (readable) => readable.map(({ value, level }) => [value, level]));
  },
);

export const credits = pureTable(
  "CREDITS",
  { factors: numberTable, weights: cells, overdueDays: optional(numbers), hard: optional(flags) },
  ["points", "grade", "reason"],
  ({ factors, weights, overdueDays, hard }) => {
    const width = factors[0]?.length ?? 0;
    const weighed = (lineOf(weights, "weights", width) ?? []).map(weightIn);
    if (weighed.every((weight) => weight === 0)) throw badInput("noWeight");
    const read = factors.map((row) => {
      const values = rowIn(row);
      if (values instanceof Problem) return values;
      const inside = values.every((value) => value === null || (value >= 0 && value <= 100));
      return inside ? values : badInput("zeroToHundred");
    });
    return inRowOrder(rowsOf({ factors: read, overdueDays, hard }), 3, (readable) =>
      readable.map((row) => {
        const rating = creditRating(row.factors, weighed, row.overdueDays, row.hard ?? false);
        if (rating === null) return notAvailable("tooLittleForScore");
        return [rating.points, rating.grade, rating.reason ?? ""];
      }),
    );
  },
);

export const creditUse = pureTable(
  "CREDITUSE",
  { limit: numbers, receivable: numbers, orders: optional(numbers) },
  ["fraction", "state"],
  ({ limit, receivable, orders }) =>
    inRowOrder(rowsOf({ limit, receivable, orders }), 2, (readable) =>
      readable.map((row) => {
        const use = useOf(row.limit, (row.receivable ?? 0) + (row.orders ?? 0));
        return use === null ? notAvailable("noLimit") : [use.fraction, use.state];
      }),
    ),
);

const defaultEdges = [0, 30, 60, 90, 180];

/** Column names follow the edges, so this table writes its own. */
export const ageing = pure(
  "AGEING",
  {
    ids: labels,
    due: dates,
    open: numbers,
    accounts: labels,
    asOf: date,
    edges: optional(cells),
    headers: flag(true),
  },
  ({ ids, due, open, accounts, asOf, edges: given, headers }) => {
    const edges = given === null ? defaultEdges : lineIn(given, "edges");
    if (edges.some((edge, index) => index > 0 && edge <= (edges[index - 1] ?? 0)))
      throw badInput("edgesAscend");
    const { items, bad } = openItems(ids, due, open);
    const rows = accounts.map((account) => account ?? notAvailable("missingInRow"));
    const body = inRowOrder(rows, edges.length + 2, (readable) =>
      readable.map((account): Cell[] | Problem => {
        const problem = bad.get(account);
        if (problem) return problem;
        const { bands, oldest } = ageingOf(items.get(account) ?? [], asOf, edges);
        return [...bands, oldest ?? ""];
      }),
    );
    return headers ? [bandNames(edges), ...body] : body;
  },
);

function openItems(
  ids: (string | null | Problem)[],
  due: (number | null | Problem)[],
  open: (number | null | Problem)[],
) {
  mustMatch("due", due, ids.length);
  mustMatch("open", open, ids.length);
  const items = new Map<string, OpenItem[]>();
  const bad = new Map<string, Problem>();
  ids.forEach((id, row) => {
    if (id instanceof Problem) throw inColumn(id, "ids", row);
    const [day, amount] = [due[row] ?? null, open[row] ?? null];
    if (id === null || amount === null || amount === 0) return;
    if (amount instanceof Problem) bad.set(id, amount);
    else if (day instanceof Problem) bad.set(id, day);
    // Money without a due day belongs in no band; leaving it out would hide it.
    else if (day === null) bad.set(id, notAvailable("noDueDay"));
    else addItem(items, id, { due: day, open: amount });
  });
  return { items, bad };
}

function addItem(items: Map<string, OpenItem[]>, id: string, item: OpenItem): void {
  const known = items.get(id);
  if (known) known.push(item);
  else items.set(id, [item]);
}

function bandNames(edges: readonly number[]): string[] {
  const between = edges.slice(1).map((edge, index) => `${(edges[index] ?? 0) + 1}–${edge}`);
  return [tableText("notDue"), ...between, `> ${edges.at(-1) ?? 0}`, tableText("oldest")];
}
