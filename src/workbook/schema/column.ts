import type { Day, Language } from "../../core/units";
import type { CellValue } from "../workbook-gateway";
import type { CodeOf, ListId } from "./lists";

export type ColumnType =
  "text" | "number" | "day" | "datetime" | "money" | "share" | "score" | "bool" | "list" | "any";

type PerLanguage = Readonly<Record<Language, string>>;

/** One column of a table, found by any of its headers (WB1, WB2). Ids never change (WB5). */
export interface Column<
  Id extends string = string,
  T extends ColumnType = ColumnType,
  L extends ListId = ListId,
> {
  readonly id: Id;
  readonly type: T;
  readonly header: PerLanguage;
  readonly list: L | null;
  readonly required: boolean;
  /** Written by Refresh, never by hand (WB11). */
  readonly computed: boolean;
  /** Personal or confidential: audited as "changed" only, left out of exports (S127, S132). */
  readonly sensitive: boolean;
  readonly hidden: boolean;
  /** Points. */
  readonly width: number;
  readonly format: string | null;
}

/** What a cell of this column means: `null` and "" are missing. Days and serials are of the 1900 system. */
export type ValueOf<C extends Column> = C["type"] extends "list"
  ? CodeOf<NonNullable<C["list"]>> | ""
  : C["type"] extends "text"
    ? string
    : C["type"] extends "day"
      ? Day | null
      : C["type"] extends "bool"
        ? boolean | null
        : C["type"] extends "any"
          ? CellValue
          : number | null;

interface Options {
  readonly required?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly hidden?: boolean;
  readonly width?: number;
  readonly format?: string;
}

const formats: Readonly<Record<ColumnType, string | null>> = {
  text: null,
  number: null,
  day: "yyyy-mm-dd",
  datetime: "yyyy-mm-dd hh:mm",
  money: "#,##0.00",
  share: "0%",
  score: "0.0",
  bool: null,
  list: null,
  any: null,
};

const widths: Readonly<Record<ColumnType, number>> = {
  text: 96,
  number: 60,
  day: 66,
  datetime: 96,
  money: 78,
  share: 54,
  score: 54,
  bool: 54,
  list: 72,
  any: 120,
};

function make<Id extends string, T extends ColumnType, L extends ListId>(
  id: Id,
  type: T,
  names: readonly [string, string],
  list: L | null,
  options: Options,
): Column<Id, T, L> {
  return {
    id,
    type,
    header: { en: names[0], "zh-CN": names[1] },
    list,
    required: options.required ?? false,
    computed: options.computed ?? false,
    sensitive: options.sensitive ?? false,
    hidden: options.hidden ?? false,
    width: options.width ?? widths[type],
    format: options.format ?? formats[type],
  };
}

const maker =
  <T extends Exclude<ColumnType, "list">>(type: T) =>
  <Id extends string>(id: Id, en: string, zh: string, options: Options = {}): Column<Id, T, never> =>
    make<Id, T, never>(id, type, [en, zh], null, options);

export const text = maker("text");
export const number = maker("number");
export const day = maker("day");
export const datetime = maker("datetime");
export const money = maker("money");
export const share = maker("share");
export const score = maker("score");
export const bool = maker("bool");
export const any = maker("any");

/** A column that holds labels of a fixed list. */
export function list<Id extends string, L extends ListId>(
  id: Id,
  of: L,
  en: string,
  zh: string,
  options: Options = {},
): Column<Id, "list", L> {
  return make(id, "list", [en, zh], of, options);
}

/** Text that has labels for known codes and takes any other word as it is. */
export function choice<Id extends string, L extends ListId>(
  id: Id,
  of: L,
  en: string,
  zh: string,
  options: Options = {},
): Column<Id, "text", L> {
  return make(id, "text", [en, zh], of, options);
}
