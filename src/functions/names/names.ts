import { version as releasedAs } from "../../../package.json";
import { isCreditCode } from "../../core/names/credit-code";
import { findDuplicates, mostPairs } from "../../core/names/duplicates";
import { normaliseName } from "../../core/names/normalise-name";
import { pure, pureCell, pureTable } from "../declare/declare";
import { labels, number, optional } from "../declare/parameters";
import { eachRow, inColumn, rowsOf } from "../declare/rows";
import { badInput, notAvailable, Problem } from "../problem";

export const dedupe = pureTable(
  "DEDUPE",
  {
    ids: labels,
    names: labels,
    taxIds: optional(labels),
    phones: optional(labels),
    threshold: number(0.92, { from: 0.5, to: 1 }),
  },
  ["id", "otherId", "score", "reasonCode"],
  ({ ids, names, taxIds, phones, threshold }) => {
    const accounts = rowsOf({ ids, names, taxIds, phones }).flatMap((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "names", index);
      if (row.ids === null) return [];
      return [{ id: row.ids, name: row.names ?? "", taxId: row.taxIds ?? "", phone: row.phones ?? "" }];
    });
    if (accounts.length === 0) throw notAvailable("noData");
    const found = findDuplicates(accounts, threshold);
    if (found === null) throw badInput("tooManyAlike", { count: mostPairs });
    if (found.length === 0) throw notAvailable("noDuplicates");
    return found.map((pair) => [pair.id, pair.other, pair.score, pair.reason]);
  },
);

export const normName = pure("NORMNAME", { name: labels }, ({ name }) =>
  eachRow(name, (each) => (each === null ? notAvailable("missingInRow") : normaliseName(each))),
);

export const checkId = pure("CHECKID", { code: labels }, ({ code }) =>
  eachRow(code, (each) => (each === null ? notAvailable("missingInRow") : isCreditCode(each))),
);

export const version = pureCell("VERSION", {}, () => releasedAs);
