import { xmlText } from "./xml-text";

export interface FileStyle {
  readonly format: string | null;
  readonly bold: boolean;
  /** Stays text when somebody edits the cell, also where it starts with =. */
  readonly text: boolean;
}

/** Where formats of one's own begin; below are Excel's. */
const firstFormat = 164;

/** The cell formats a file uses, numbered as they come; 0 is the plain one. */
export class StyleTable {
  private readonly numbers = new Map<string, number>();
  readonly styles: FileStyle[] = [];
  readonly formats: string[] = [];

  constructor() {
    this.of({ format: null, bold: false, text: false });
  }

  of(style: FileStyle): number {
    const format = style.format === "General" ? null : style.format;
    const key = `${style.bold}|${style.text}|${format ?? ""}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (format !== null && !this.formats.includes(format)) this.formats.push(format);
    this.styles.push({ ...style, format });
    this.numbers.set(key, this.styles.length - 1);
    return this.styles.length - 1;
  }
}

export function styleSheet({ styles, formats }: StyleTable): string {
  const idOf = (format: string | null): number =>
    format === null ? 0 : firstFormat + formats.indexOf(format);
  const numFmts = formats.map(
    (format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${xmlText(format)}"/>`,
  );
  const cells = styles.map(
    ({ format, bold, text }) =>
      `<xf numFmtId="${idOf(format)}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${text ? ' quotePrefix="1"' : ""}/>`,
  );
  const font = (bold: boolean): string =>
    `<font>${bold ? "<b/>" : ""}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    numFmts.length > 0 ? `<numFmts count="${numFmts.length}">${numFmts.join("")}</numFmts>` : "",
    `<fonts count="2">${font(false)}${font(true)}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}
