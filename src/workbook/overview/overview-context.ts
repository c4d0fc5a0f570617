import type { Texts } from "../../locales/texts";
import { currencySymbol, grouped, type SheetContext } from "../review/sheet-context";

/** The same as of a review sheet, of no tier in particular. */
export type OverviewContext = Omit<SheetContext, "tier">;

/** "$856,885". */
export const money = ({ model }: OverviewContext, amount: number): string =>
  currencySymbol(model.settings.currency) + grouped(amount);

export const percent = (share: number): number => Math.round(100 * share);

export const tierWord = (texts: Texts, tier: string): string => texts(`sheets:overview.tier.${tier}`);
