import type { Dialect, Meaning } from "../codec/cell";
import { dayOfSerial } from "../../core/calendar/serial-day";
import { storableText } from "../codec/storable-text";
import type { Issue } from "../outcome";
import type { CellValue } from "../workbook-gateway";
import type { ColumnChoice, ImportJob, ImportTable } from "./import-job";
import type { SourceRow } from "./import-source";
import { targetOf, type ImportTarget } from "./import-target";
import { readDay } from "./national-dates";
import { readNumber } from "./national-numbers";

/** Column id → what the row says there; blank cells are left out. */
export type Values = ReadonlyMap<string, Meaning>;

export interface RowValues {
  readonly row: number;
  readonly tables: Readonly<Record<ImportTable, Values>>;
  /** Cells that cannot be what their column holds; they count as blank. */
  readonly faults: readonly Fault[];
}

interface Fault {
  readonly target: ImportTarget;
  readonly header: string;
  readonly word: string;
  readonly issue: Issue;
}

interface MappedColumn extends ColumnChoice {
  readonly index: number;
  readonly header: string;
  readonly goes: ImportTarget;
}

const yes = /^(y|yes|true|1|x|✓|✔|√|是|对)$/iu;
const no = /^(n|no|false|0|否|不)$/iu;
/** Chinese, Japanese and Korean write the family name first and without a space. */
const familyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Reads rows of a source into what the card's columns mean. */
export class RowReader {
  private readonly columns: readonly MappedColumn[];

  constructor(
    private readonly job: ImportJob,
    private readonly dialect: Dialect,
  ) {
    this.columns = job.columns.flatMap((choice, index) => {
      const goes = targetOf(job.kind, choice.target);
      return goes ? [{ ...choice, index, header: job.source.headers[index] ?? "", goes }] : [];
    });
  }

  read({ row, cells }: SourceRow): RowValues {
    const tables = {
      accounts: new Map<string, Meaning>(),
      contacts: new Map<string, Meaning>(),
      purchases: new Map<string, Meaning>(),
    };
    const faults: Fault[] = [];
    const parts = { given: "", family: "" };
    for (const column of this.columns) {
      const { table, column: schemaColumn, part } = column.goes;
      const cell = cells[column.index] ?? "";
      if (this.isBlank(cell, schemaColumn.type === "text")) continue;
      const meaning = this.meaningOf(column, cell);
      if (meaning === null) faults.push(faultOf(column, cell));
      else if (part) parts[part] = String(meaning).trim();
      else tables[table].set(schemaColumn.id, meaning);
    }
    const name = joined(parts);
    if (name !== "" && !tables.contacts.has("name")) tables.contacts.set("name", name);
    return { row, tables, faults };
  }

  private isBlank(cell: CellValue, isText: boolean): boolean {
    if (typeof cell !== "string") return false;
    const text = cell.trim();
    return text === "" || (text === "NULL" && (this.job.nullIsBlank || !isText));
  }

  /** null where the cell cannot be read. */
  private meaningOf({ goes, dateOrder, mark }: MappedColumn, cell: CellValue): Meaning {
    const { column } = goes;
    switch (column.type) {
      case "list":
        return column.list ? (this.dialect.labels.codeOf(column.list, String(cell)) ?? null) : null;
      case "day":
      case "datetime":
        return typeof cell === "number"
          ? dayOfSerial(cell, this.job.source.date1904)
          : readDay(String(cell), dateOrder);
      case "bool":
        return yesOrNo(cell, this.dialect);
      case "text":
        return textOf(column.id, cell);
      case "share":
        return shareOf(cell, mark);
      default:
        return numberOf(cell, mark);
    }
  }
}

/** Keys are compared, so spaces around them do not count; any other text stays as it is. */
function textOf(column: string, cell: CellValue): string {
  const text = storableText(String(cell));
  return column === "id" || column === "account" ? text.trim() : text;
}

function numberOf(cell: CellValue, mark: ColumnChoice["mark"]): number | null {
  if (typeof cell === "number") return cell;
  return typeof cell === "boolean" ? null : readNumber(cell, mark);
}

/** A share is a fraction (WB3): 12 stands for 12 %. */
function shareOf(cell: CellValue, mark: ColumnChoice["mark"]): number | null {
  const value = numberOf(cell, mark);
  return value !== null && Math.abs(value) > 1 ? Number((value / 100).toPrecision(15)) : value;
}

function yesOrNo(cell: CellValue, dialect: Dialect): boolean | null {
  if (typeof cell === "boolean") return cell;
  const text = String(cell).trim();
  const code = dialect.labels.codeOf("yesNo", text);
  if (code === "yes" || yes.test(text)) return true;
  return code === "no" || no.test(text) ? false : null;
}

function joined({ given, family }: { given: string; family: string }): string {
  if (familyFirst.test(family)) return family + given;
  return [given, family].filter((part) => part !== "").join(" ");
}

function faultOf({ goes, header }: MappedColumn, cell: CellValue): Fault {
  const codes: Readonly<Record<string, string>> = {
    list: "import.unknownWord",
    day: "import.badDate",
    datetime: "import.badDate",
    bool: "import.badYesNo",
  };
  const word = String(cell).slice(0, 60);
  const code = codes[goes.column.type] ?? "import.badNumber";
  return { target: goes, header, word, issue: { code, values: { column: header, value: word } } };
}
