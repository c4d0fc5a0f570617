import { columnLetters } from "../review/review-column";
import type { CellValue } from "../workbook-gateway";
import { styleSheet, StyleTable } from "./file-styles";
import { xmlText } from "./xml-text";
import { zipFile } from "./zip-file";

export interface FileColumn {
  /** Points. */
  readonly width: number;
  readonly format: string | null;
}

export interface FileSheet {
  readonly name: string;
  /** The first row holds headers. */
  readonly header: boolean;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Number formats by cell; null: those of the columns. */
  readonly formats: readonly (readonly string[])[] | null;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Points of a character of the standard font. */
const pointsPerCharacter = 5.25;

function cellXml(value: CellValue, place: string, style: number): string {
  const open = `<c r="${place}"${style === 0 ? "" : ` s="${style}"`}`;
  if (value === "" || (typeof value === "number" && !Number.isFinite(value))) return "";
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  // Inline text is never read as a formula or a date.
  return `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

function sheetXml(sheet: FileSheet, styles: StyleTable): string {
  const { rows, columns, formats, header } = sheet;
  const cells = rows.map((row, down) => {
    const isHeader = header && down === 0;
    const inRow = row.map((value, right) => {
      const format = formats ? (formats[down]?.[right] ?? null) : (columns[right]?.format ?? null);
      return cellXml(
        value,
        `${columnLetters(right)}${down + 1}`,
        styles.of({
          format: isHeader ? null : format,
          bold: isHeader,
          text: typeof value === "string" && value !== "",
        }),
      );
    });
    return `<row r="${down + 1}">${inRow.join("")}</row>`;
  });
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${(width / pointsPerCharacter).toFixed(2)}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return [
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${header ? pane : ""}</sheetView></sheetViews>`,
    widths.length > 0 ? `<cols>${widths.join("")}</cols>` : "",
    `<sheetData>${cells.join("")}</sheetData></worksheet>`,
  ].join("");
}

function partsOf(sheets: readonly FileSheet[], date1904: boolean): Record<string, string> {
  const styles = new StyleTable();
  const written = sheets.map((sheet) => sheetXml(sheet, styles));
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const types = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetTypes}.worksheet+xml"/>`,
  );
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${relations}">${links.join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${head}${styleSheet(styles)}`,
    ...Object.fromEntries(written.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
}

/** An .xlsx file of values: no formulas, no names, no links, no properties that say who made it. */
export const workbookFile = (
  sheets: readonly FileSheet[],
  { date1904 }: { readonly date1904: boolean },
): Promise<Uint8Array> => zipFile(partsOf(sheets, date1904));
