import { expectedValue, retainedValue } from "../../core/lifetime/value";
import { pure } from "../declare/declare";
import { cells, choice, maybeNumber, number, numbers, optional } from "../declare/parameters";
import { eachRow, rowsOf } from "../declare/rows";
import { badInput, notAvailable, Problem } from "../problem";
import { historiesIn } from "./bg";
import { bgParametersIn, gammaGammaIn } from "./fit-parameters";
import { spendOf } from "./gamma-gamma";

/** Constant retention; each argument one figure for all rows or one per row. */
export const clv = pure(
  "CLV",
  {
    margin: numbers,
    retention: numbers,
    discount: numbers,
    horizon: maybeNumber({ from: 1, whole: true, to: 10_000 }),
    timing: choice("timing", ["end", "start"]),
    acquisition: optional(numbers),
    growth: optional(numbers),
  },
  ({ margin, retention, discount, horizon, timing, acquisition, growth }) =>
    eachRow(rowsOf({ margin, retention, discount, acquisition, growth }, "spread"), (row) => {
      if (row.margin === null || row.retention === null || row.discount === null)
        return notAvailable("missingInRow");
      const terms = {
        margin: row.margin,
        retention: row.retention,
        discount: row.discount,
        growth: row.growth ?? 0,
      };
      if (terms.retention < 0 || terms.retention > 1)
        return badInput("notBetween", { argument: "retention", from: 0, to: 1 });
      if (terms.discount <= -1 || terms.growth <= -1) return badInput("rateBelowAll");
      const value = retainedValue(terms, horizon, timing);
      return value === null ? badInput("endless") : value - (row.acquisition ?? 0);
    }),
);

/** A discount per month above this is more likely one per year. */
const oddDiscount = 0.05;

export const clvProb = pure(
  "CLVPROB",
  {
    bg: cells,
    gg: cells,
    x: numbers,
    tx: numbers,
    T: numbers,
    spend: numbers,
    months: number(12, { from: 1, to: 1_200, whole: true }),
    discount: number(0.01, { from: 0 }),
    margin: number(1),
    unit: choice("unit", ["week", "day", "month"]),
  },
  ({ bg, gg, x, tx, T, spend, months, discount, margin, unit }) => {
    if (discount > oddDiscount) throw badInput("perMonth", { discount });
    const [buying, spending] = [bgParametersIn(bg, "bg"), gammaGammaIn(gg, "gg")];
    const rows = rowsOf({ history: historiesIn(x, tx, T), spend: spend.map((each) => ({ each })) });
    return eachRow(rows, (row) => {
      if (row.history === null) return notAvailable("missingInRow");
      const each = spendOf(spending, { x: row.history.x, spend: row.spend.each });
      if (each instanceof Problem) return each;
      return expectedValue(buying, row.history, each, { months, discount, margin, unit });
    });
  },
);
