import { coverageByOwner, onTimeOf } from "../../core/service/on-time";
import { workingHours } from "../../core/service/working-hours";
import { pureRow, pureTable } from "../declare/declare";
import {
  blankable,
  date,
  dates,
  labels,
  moment,
  moments,
  number,
  numbers,
  optional,
} from "../declare/parameters";
import { inColumn, inRowOrder, present, rowsOf } from "../declare/rows";
import { badInput, notAvailable, Problem } from "../problem";

const nine = 9 / 24;
const eighteen = 18 / 24;
const timeOfDay = (fallback: number) => number(fallback, { from: 0, to: 24 });
/** A time of day as Excel stores it, or a number of hours. */
const fraction = (time: number): number => (time > 1 ? time / 24 : time);

export const sla = pureTable(
  "SLA",
  {
    asked: moments,
    answered: moments,
    closed: blankable(moments),
    asOf: moment,
    start: timeOfDay(nine),
    end: timeOfDay(eighteen),
    holidays: optional(dates),
    workdays: optional(dates),
  },
  ["hoursToAnswer", "hoursToClose", "state"],
  (given) => {
    const office = {
      start: fraction(given.start),
      end: fraction(given.end),
      holidays: new Set(present(given.holidays ?? [], "holidays")),
      workdays: new Set(present(given.workdays ?? [], "workdays")),
    };
    if (office.start >= office.end) throw badInput("cutsReversed", { first: "start", second: "end" });
    const rows = rowsOf({ asked: given.asked, answered: given.answered, closed: given.closed }).map((row) => {
      if (row instanceof Problem) return row;
      if (row.asked === null) return notAvailable("missingInRow");
      const early = [row.answered, row.closed].some((at) => at !== null && at < (row.asked ?? 0));
      return early ? badInput("answeredBeforeAsked") : { ...row, asked: row.asked };
    });
    return inRowOrder(rows, 3, (readable) =>
      readable.map(({ asked, answered, closed }) => {
        // Whoever closes a case has answered it.
        const answer = answered ?? closed ?? given.asOf;
        const state = closed !== null ? "CLOSED" : answered !== null ? "ANSWERED" : "OPEN";
        return [
          workingHours(asked, answer, office),
          workingHours(asked, closed ?? given.asOf, office),
          state,
        ];
      }),
    );
  },
);

export const onTime = pureRow(
  "ONTIME",
  { due: dates, done: dates, asOf: date },
  ["share", "onTime", "overdue", "n"],
  ({ due, done, asOf }) => {
    const rows = rowsOf({ due, done }).flatMap((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "due", index);
      return row.due === null ? [] : [{ due: row.due, done: row.done }];
    });
    const found = onTimeOf(rows, asOf);
    if (found.n === 0) throw notAvailable("nothingDue");
    return [found.onTime / found.n, found.onTime, found.overdue, found.n];
  },
);

export const coverage = pureTable(
  "COVERAGE",
  { owners: labels, last: dates, maximumDays: numbers, asOf: date },
  ["owner", "accounts", "covered", "share"],
  ({ owners, last, maximumDays, asOf }) => {
    const spread = maximumDays.length === 1 ? owners.map(() => maximumDays[0] ?? null) : maximumDays;
    const rows = rowsOf({ owners, last, maximumDays: spread }).flatMap((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "owners", index);
      if (row.owners === null || row.maximumDays === null) return [];
      return [{ owner: row.owners, last: row.last, maximum: row.maximumDays }];
    });
    if (rows.length === 0) throw notAvailable("noData");
    return coverageByOwner(rows, asOf).map((row) => [row.owner, row.accounts, row.covered, row.share]);
  },
);
