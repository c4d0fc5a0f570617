import { timePlan as plannedHours } from "../../core/portfolio/time-plan";
import { pure } from "../declare/declare";
import { number, numbers, optional } from "../declare/parameters";
import { inRowOrder, rowsOf } from "../declare/rows";
import { badInput, notAvailable, Problem } from "../problem";

/** Hours by profit, between floor and cap; both one figure for all or one per row. */
export const timePlan = pure(
  "TIMEPLAN",
  { profit: numbers, hours: number(null, { from: 0 }), floor: optional(numbers), cap: optional(numbers) },
  ({ profit, hours, floor, cap }) => {
    const rows = rowsOf({ profit, floor, cap }, "spread").map((row) => {
      if (row instanceof Problem) return row;
      if (row.profit === null) return notAvailable("missingInRow");
      const share = { profit: row.profit, floor: row.floor ?? 0, cap: row.cap ?? Infinity };
      return share.floor < 0 || share.cap < share.floor ? badInput("floorAboveCap") : share;
    });
    return inRowOrder(rows, 1, (readable) => {
      const planned = plannedHours(readable, hours);
      if (planned === null) throw badInput("hoursDoNotFit", { hours });
      return planned.map((each) => [each]);
    });
  },
);
