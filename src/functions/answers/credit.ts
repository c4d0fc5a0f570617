import { creditOf, type AccountCredit } from "../../core/credit/account-credit";
import { textsFor } from "../../locales/cell-texts";
import type { Texts } from "../../locales/read-texts";
import type { Cell } from "../declare/rows";
import type { Answer } from "../live-calls";
import { notAvailable } from "../problem";

/** CREDIT: points, grade and, in the workbook's language, why. */
export const creditAnswer = (): Answer<Cell[][]> => (figures, _model, language) => {
  const credit = creditOf(figures);
  if (credit === null) throw notAvailable("notRated");
  return [[credit.points, credit.grade, reasonOf(credit, textsFor(language))]];
};

function reasonOf({ bankrupt, weakest, unrated }: AccountCredit, texts: Texts): string {
  const named = (factor: string): string => texts(`functions:credit.${factor}`);
  return [
    ...(bankrupt ? [named("bankruptcy")] : []),
    ...(weakest
      ? [texts("functions:credit.weakest", { factor: named(weakest.factor), rating: weakest.rating })]
      : []),
    ...(unrated.length > 0
      ? [texts("functions:credit.unrated", { factors: unrated.map(named).join(named("separator")) })]
      : []),
  ].join(named("between"));
}
