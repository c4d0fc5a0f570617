import type { CardModel } from "../../core/figures";
import type { Language } from "../../core/units";
import type { WrittenFormula } from "../../workbook/daily-verbs";
import type { CatalogueFunction } from "./catalogue";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The example as it goes into this workbook: with headers in its language, and with an account it has where that of the
 * sample is not in it: the one looked at, else its first one.
 */
export function exampleFor(
  { id, formulas, account, rows, columns }: CatalogueFunction,
  workbook: { readonly model: CardModel | null; readonly language: Language },
  lookedAt: string | null,
): WrittenFormula {
  const text = formulas[workbook.model?.settings.language ?? workbook.language];
  const accounts = workbook.model?.accounts;
  const other = lookedAt ?? accounts?.keys().next().value;
  const stands = account === null || !accounts || accounts.has(account) || other === undefined;
  return {
    name: id,
    text: stands ? text : text.replace(quoted(account), () => quoted(other)),
    rows,
    columns,
  };
}
