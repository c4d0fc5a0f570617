/**
 * What the .xlsx library leaves out, put right in the zip: `stopIfTrue` and `quotePrefix` after writing; before
 * reading, spellings it misreads (`true` for `1`, decimal font sizes, fills without a pattern) and totals rows, which
 * it would overwrite from the table part.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { TableSnapshot } from "../book/book-snapshot";
import type { Criteria } from "../book/filters/criteria";
import { quoteMark, sizeScale } from "./cell-style";
import { criteriaFromFile, filterColumns } from "./filters";

type Parts = Record<string, Uint8Array>;

const stylesPart = "xl/styles.xml";
const sheetPart = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const tablePart = /^xl\/tables\/[^/]+\.xml$/;

function rewrite(parts: Parts, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(change(strFromU8(part)));
}

const escaped = quoteMark.replaceAll('"', "&quot;");

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** Number formats that carry the quote mark: id → the format without it. */
function markedFormats(styles: string): Map<string, string> {
  const marked = new Map<string, string>();
  for (const [tag] of styles.matchAll(/<numFmt\s[^>]*\/>/g)) {
    const code = attribute(tag, "formatCode") ?? "";
    if (code.startsWith(escaped)) marked.set(attribute(tag, "numFmtId") ?? "", code.slice(escaped.length));
  }
  return marked;
}

function quoteAfterWriting(styles: string): string {
  const marked = markedFormats(styles);
  if (marked.size === 0) return styles;
  const quoted = styles.replace(/<cellXfs[\s\S]*?<\/cellXfs>/, (list) =>
    list.replace(/<xf\s[^>]*>/g, (tag) => {
      const format = marked.get(attribute(tag, "numFmtId") ?? "");
      if (format === undefined) return tag;
      const plain = format === "General" ? tag.replace(/\snumFmtId="[^"]*"/, ' numFmtId="0"') : tag;
      return plain.replace(/^<xf/, '<xf quotePrefix="1"');
    }),
  );
  return quoted.replaceAll(`formatCode="${escaped}`, 'formatCode="');
}

function quoteBeforeReading(styles: string): string {
  const codes = new Map<string, string>();
  for (const [tag] of styles.matchAll(/<numFmt\s[^>]*\/>/g))
    codes.set(attribute(tag, "numFmtId") ?? "", attribute(tag, "formatCode") ?? "General");
  const added: string[] = [];
  let next = Math.max(200, ...[...codes.keys()].map(Number)) + 1;
  const marked = styles.replace(/<cellXfs[\s\S]*?<\/cellXfs>/, (list) =>
    list.replace(/<xf\s[^>]*quotePrefix="1"[^>]*>/g, (tag) => {
      const code = codes.get(attribute(tag, "numFmtId") ?? "0") ?? "General";
      added.push(`<numFmt numFmtId="${next}" formatCode="${escaped}${code}"/>`);
      const rest = tag.replace(/\s(numFmtId|applyNumberFormat)="[^"]*"/g, "");
      const result = rest.replace(/^<xf/, `<xf numFmtId="${next}" applyNumberFormat="1"`);
      next += 1;
      return result;
    }),
  );
  if (added.length === 0) return styles;
  if (!/<numFmts/.test(marked))
    return marked.replace(
      /(<styleSheet[^>]*>)/,
      `$1<numFmts count="${added.length}">${added.join("")}</numFmts>`,
    );
  return marked.replace("</numFmts>", `${added.join("")}</numFmts>`);
}

const sizesInHundredths = (styles: string): string =>
  styles.replace(
    /<sz val="([\d.]+)"/g,
    (_, size: string) => `<sz val="${Math.round(Number(size) * sizeScale)}"`,
  );

const patternsOfRules = (styles: string): string =>
  styles.replace(/<dxfs[\s\S]*?<\/dxfs>/, (list) =>
    list.replace(/<patternFill>/g, '<patternFill patternType="solid">'),
  );

const digits = (xml: string): string =>
  xml.replace(
    /(\s[A-Za-z]+)="(true|false)"/g,
    (_, name: string, word: string) => `${name}="${word === "true" ? 1 : 0}"`,
  );

/** Priorities of rules that stop, by number of the sheet's part. */
export type StoppingRules = ReadonlyMap<number, ReadonlySet<number>>;

/** Criteria of the filters of sheets, by number of their part, and of tables. */
export interface FiltersToWrite {
  readonly sheets: readonly (readonly [number, readonly (Criteria | null)[]])[];
  readonly tables: readonly Pick<TableSnapshot, "name" | "filters" | "showFilterButton">[];
}

/** The first `<autoFilter>` of a part with these columns. */
const withColumns = (xml: string, columns: string): string =>
  xml.replace(/<autoFilter\s+ref="([^"]*)"\s*(?:\/>|>[\s\S]*?<\/autoFilter>)/, (_, ref: string) =>
    columns === "" ? `<autoFilter ref="${ref}"/>` : `<autoFilter ref="${ref}">${columns}</autoFilter>`,
  );

function filtersAfterWriting(parts: Parts, { sheets, tables }: FiltersToWrite): void {
  for (const [number, criteria] of sheets)
    if (criteria.some(Boolean))
      rewrite(parts, `xl/worksheets/sheet${number}.xml`, (xml) =>
        withColumns(xml, filterColumns(criteria, true)),
      );
  for (const part of Object.keys(parts).filter((name) => tablePart.test(name)))
    rewrite(parts, part, (xml) => {
      const name = attribute(/<table\s[^>]*>/.exec(xml)?.[0] ?? "", "displayName");
      const table = tables.find((one) => one.name === name);
      return table ? withColumns(xml, filterColumns(table.filters, table.showFilterButton)) : xml;
    });
}

export function patchAfterWriting(
  bytes: Uint8Array,
  stopping: StoppingRules,
  filters: FiltersToWrite,
): Uint8Array {
  const parts = unzipSync(bytes);
  rewrite(parts, stylesPart, quoteAfterWriting);
  filtersAfterWriting(parts, filters);
  for (const name of Object.keys(parts)) {
    const priorities = stopping.get(Number(sheetPart.exec(name)?.[1] ?? 0));
    if (!priorities) continue;
    rewrite(parts, name, (xml) =>
      xml.replace(/<cfRule\s[^>]*>/g, (tag) =>
        priorities.has(Number(attribute(tag, "priority")))
          ? tag.replace(/^<cfRule/, '<cfRule stopIfTrue="1"')
          : tag,
      ),
    );
  }
  return zipSync(parts, { level: 6 });
}

interface TotalsRow {
  readonly labels: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
}

export interface DataBarExtension {
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly colors: Readonly<Record<string, string>>;
}

export interface ReadPackage {
  readonly bytes: Uint8Array;
  readonly stopping: StoppingRules;
  /** By table name. */
  readonly totals: ReadonlyMap<string, TotalsRow>;
  /** The part of data bars that stands in the extension list, by number of the sheet's part and area. */
  readonly bars: ReadonlyMap<number, ReadonlyMap<string, DataBarExtension>>;
  /** Criteria by place of the column: of a sheet's own filter by the sheet's number, of a table's by its name. */
  readonly filters: ReadonlyMap<number | string, ReadonlyMap<number, Criteria>>;
}

export function prepareForReading(bytes: Uint8Array): ReadPackage {
  const parts = unzipSync(bytes);
  const stopping = new Map<number, Set<number>>();
  const bars = new Map<number, Map<string, DataBarExtension>>();
  const totals = new Map<string, TotalsRow>();
  const filters = new Map<number | string, ReadonlyMap<number, Criteria>>();
  rewrite(parts, stylesPart, (xml) => patternsOfRules(sizesInHundredths(quoteBeforeReading(digits(xml)))));
  for (const name of Object.keys(parts)) {
    const sheet = Number(sheetPart.exec(name)?.[1] ?? 0);
    if (sheet > 0)
      rewrite(parts, name, (xml) => {
        const plain = digits(xml);
        stopping.set(sheet, stoppingPriorities(plain));
        bars.set(sheet, barExtensions(plain));
        filters.set(sheet, criteriaFromFile(plain));
        return plain;
      });
    if (tablePart.test(name))
      rewrite(parts, name, (xml) => {
        const plain = digits(xml);
        const table = /<table\s[^>]*>/.exec(plain)?.[0] ?? "";
        filters.set(attribute(table, "displayName") ?? "", criteriaFromFile(plain));
        return withoutTotals(plain, totals);
      });
  }
  return { bytes: zipSync(parts, { level: 0 }), stopping, totals, bars, filters };
}

function stoppingPriorities(xml: string): Set<number> {
  const rules = [...xml.matchAll(/<cfRule\s[^>]*stopIfTrue="1"[^>]*>/g)];
  return new Set(rules.map(([tag]) => Number(attribute(tag, "priority"))));
}

const valueOf = (cfvo: string): string | null => /<xm:f>([^<]*)<\/xm:f>/.exec(cfvo)?.[1] ?? null;

function barExtensions(xml: string): Map<string, DataBarExtension> {
  const result = new Map<string, DataBarExtension>();
  for (const [block] of xml.matchAll(
    /<x14:conditionalFormatting[\s>][\s\S]*?<\/x14:conditionalFormatting>/g,
  )) {
    const area = /<xm:sqref>([^<]*)<\/xm:sqref>/.exec(block)?.[1];
    const bar = /<x14:dataBar([^>]*)>([\s\S]*?)<\/x14:dataBar>/.exec(block);
    if (!area || !bar) continue;
    const [minimum = "", maximum = ""] =
      (bar[2] ?? "").match(/<x14:cfvo\s[^>]*?(?:\/>|>[\s\S]*?<\/x14:cfvo>)/g) ?? [];
    const colors = [...(bar[2] ?? "").matchAll(/<x14:(\w*[cC]olor)\s+rgb="([0-9A-Fa-f]{8})"/g)];
    const attributes = [...(bar[1] ?? "").matchAll(/(\w+)="([^"]*)"/g)];
    result.set(area, {
      minimum: valueOf(minimum),
      maximum: /type="max"/.test(maximum) ? null : valueOf(maximum),
      attributes: Object.fromEntries(attributes.map(([, name, value]) => [name, value])),
      colors: Object.fromEntries(colors.map(([, name, value]) => [name, `#${(value ?? "").slice(2)}`])),
    });
  }
  return result;
}

/** Takes the totals row out of a table part, so that its cells are read as any others. */
function withoutTotals(xml: string, totals: Map<string, TotalsRow>): string {
  const table = /<table\s[^>]*>/.exec(xml)?.[0] ?? "";
  if (Number(attribute(table, "totalsRowCount") ?? 0) === 0) return xml;
  const name = attribute(table, "displayName") ?? attribute(table, "name") ?? "";
  const labels: Record<string, string> = {};
  const functions: Record<string, string> = {};
  for (const [tag] of xml.matchAll(/<tableColumn\s[^>]*>/g)) {
    const column = attribute(tag, "name") ?? "";
    const label = attribute(tag, "totalsRowLabel");
    const total = attribute(tag, "totalsRowFunction");
    if (label) labels[column] = label;
    if (total) functions[column] = total;
  }
  totals.set(name, { labels, functions });
  const shorter = (ref: string): string => ref.replace(/(\d+)$/, (row) => String(Number(row) - 1));
  return xml
    .replace(
      /(<table\s[^>]*\sref=")([^"]*)"/,
      (_, before: string, ref: string) => `${before}${shorter(ref)}"`,
    )
    .replace(/\stotalsRow(Count|Label|Function|Shown)="[^"]*"/g, "")
    .replace(/<totalsRowFormula[\s\S]*?<\/totalsRowFormula>/g, "");
}
