/**
 * Structured references. People and Office write `[@Qty]`, `Plan[#Totals]`, `plan[qty]`, `T[a']b]`; the engine
 * knows `Plan[[#This Row],[Qty]]` in the exact spelling and no escaped character. Cells hold the engine's form.
 */
export interface ReferredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface StructuredRef {
  /** As written; "" inside a table. */
  readonly table: string;
  /** `#All`, `#Data`, `#Headers`, `#Totals`, `#This Row`. */
  readonly items: readonly string[];
  /** First and last column, unescaped; null = all columns. */
  readonly columns: readonly [string, string] | null;
}

const nameCharacter = /[\p{L}\p{N}_.\\]/u;

/** Replaces every structured reference outside quotes; null from `replace` leaves it as it stands. */
export function replaceRefs(formula: string, replace: (ref: StructuredRef) => string | null): string {
  if (!formula.includes("[")) return formula;
  let result = "";
  let position = 0;
  while (position < formula.length) {
    const character = formula[position] ?? "";
    if (character === '"' || character === "'") {
      const end = skipQuoted(formula, position, character);
      result += formula.slice(position, end);
      position = end;
    } else if (character === "[") {
      const end = closingBracket(formula, position);
      let start = result.length;
      while (start > 0 && nameCharacter.test(result[start - 1] ?? "")) start--;
      const table = result.slice(start);
      const ref = parseRef(table, formula.slice(position + 1, end));
      const replaced = ref ? replace(ref) : null;
      result =
        replaced === null ? result + formula.slice(position, end + 1) : result.slice(0, start) + replaced;
      position = end + 1;
    } else {
      result += character;
      position++;
    }
  }
  return result;
}

function skipQuoted(text: string, start: number, quote: string): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] !== quote) continue;
    if (text[i + 1] !== quote) return i + 1;
    i++;
  }
  return text.length;
}

function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  return text.length;
}

function parseRef(table: string, inner: string): StructuredRef | null {
  const text = inner.trim();
  if (text === "") return { table, items: [], columns: null };
  if (text.startsWith("@")) return parseThisRow(table, text.slice(1).trim());
  if (!text.startsWith("[")) {
    if (text.startsWith("#")) return { table, items: [item(text)], columns: null };
    return { table, items: [], columns: [unescape(text), unescape(text)] };
  }
  const items: string[] = [];
  let columns: [string, string] | null = null;
  for (const part of splitTop(text, ",")) {
    const names = splitTop(part, ":").map((name) => name.replace(/^\[|\]$/g, ""));
    const [first, last] = [names[0] ?? "", names[1] ?? names[0] ?? ""];
    if (first.startsWith("#")) items.push(item(first));
    else columns = [unescape(first), unescape(last)];
  }
  return { table, items, columns };
}

function parseThisRow(table: string, rest: string): StructuredRef {
  const items = ["#This Row"];
  if (rest === "") return { table, items, columns: null };
  if (!rest.startsWith("[")) return { table, items, columns: [unescape(rest), unescape(rest)] };
  const names = splitTop(rest, ":").map((name) => unescape(name.replace(/^\[|\]$/g, "")));
  return { table, items, columns: [names[0] ?? "", names[1] ?? names[0] ?? ""] };
}

const known = ["#All", "#Data", "#Headers", "#Totals", "#This Row"];
const item = (text: string): string =>
  known.find((name) => name.toLowerCase() === text.trim().toLowerCase()) ?? text.trim();

/** Splits at separators outside brackets. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (character === "'") part += character + (text[++i] ?? "");
    else {
      if (character === "[") depth++;
      if (character === "]") depth--;
      if (character === separator && depth === 0) {
        parts.push(part.trim());
        part = "";
      } else part += character;
    }
  }
  return [...parts, part.trim()];
}

const unescape = (name: string): string => name.replace(/'(.)/g, "$1");
const escape = (name: string): string => name.replace(/['[\]#@]/g, "'$&");

const wide: Record<string, string> = { "[": "［", "]": "］", "#": "＃", "'": "＇", "@": "＠" };

/** How the engine knows a column: characters it cannot read are replaced by their wide forms. */
export const engineColumn = (name: string): string =>
  name.replace(/[[\]#'@]/g, (found) => wide[found] ?? found);

/** The engine's spelling; columns must be the table's own spelling. */
export function writeEngineRef(table: string, { items, columns }: Omit<StructuredRef, "table">): string {
  const [first, last] = columns ? columns.map(engineColumn) : [];
  const range = first === undefined ? "" : first === last ? `[${first}]` : `[${first}]:[${last}]`;
  if (items.length === 0) {
    if (range === "") return table;
    return first === last ? `${table}${range}` : `${table}[${range}]`;
  }
  if (range === "" && items.length === 1) return `${table}[${items[0]}]`;
  return `${table}[${[...items.map((text) => `[${text}]`), ...(range ? [range] : [])].join(",")}]`;
}

/** Excel's spelling; `inside` says that the formula stands in a row of the table itself. */
export function writeDisplayRef(table: ReferredTable, ref: StructuredRef, inside: boolean): string {
  const names = ref.columns?.map(
    (name) => table.columns.find((column) => engineColumn(column) === name) ?? name,
  );
  const [first, last] = names?.map(escape) ?? [];
  const range = first === undefined ? "" : first === last ? `[${first}]` : `[${first}]:[${last}]`;
  if (ref.items.length === 1 && ref.items[0] === "#This Row") {
    const simple = first !== undefined && first === last && /^[\p{L}\p{N}_]+$/u.test(first);
    return `${inside ? "" : table.name}[@${simple ? first : range}]`;
  }
  if (ref.items.length === 0) {
    if (range === "") return table.name;
    return first === last ? `${table.name}${range}` : `${table.name}[${range}]`;
  }
  if (range === "" && ref.items.length === 1) return `${table.name}[${ref.items[0]}]`;
  return `${table.name}[${[...ref.items.map((text) => `[${text}]`), ...(range ? [range] : [])].join(",")}]`;
}
