import type { Language } from "../../core/units";
import { datetime, text, type Column, type ValueOf } from "./column";

/** One Excel table of the card and the sheet it is set up on. */
export interface Table<Id extends string = string, C extends readonly Column[] = readonly Column[]> {
  readonly id: Id;
  /** Excel's table name, the same in every language; a clash adds `_2` (WB9). */
  readonly name: string;
  readonly sheet: Readonly<Record<Language, string>>;
  /** Made when first used, not at set-up (WB10). */
  readonly optional: boolean;
  readonly columns: C;
}

/** A decoded row by column id. */
export type RowOf<T extends Table> = {
  readonly [K in T["columns"][number] as K["id"]]: ValueOf<K>;
};

/** The stamps every table but Settings, Lists, Cadence and Criteria ends with (WB13). */
export const stamps = [
  text("createdBy", "Created by", "创建人", { width: 72 }),
  datetime("createdAt", "Created at", "创建时间"),
  text("changedBy", "Changed by", "修改人", { width: 72 }),
  datetime("changedAt", "Changed at", "修改时间"),
] as const;

export function table<Id extends string, const C extends readonly Column[]>(
  id: Id,
  names: { readonly table: string; readonly en: string; readonly zh: string; readonly optional?: boolean },
  columns: C,
): Table<Id, C> {
  return {
    id,
    name: names.table,
    sheet: { en: names.en, "zh-CN": names.zh },
    optional: names.optional ?? false,
    columns,
  };
}
