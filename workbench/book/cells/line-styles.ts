import { Tools, type IStyleData, type Nullable, type Workbook } from "@univerjs/core";

/** Styles of whole rows and columns, which Univer does not merge itself. */
export class LineStyles {
  constructor(private readonly workbook: Workbook) {}

  /** `old` is a style id, style data or nothing. Keys that are null come off. */
  merged(old: unknown, style: IStyleData): Nullable<IStyleData> {
    const before = typeof old === "string" ? this.workbook.getStyles().get(old) : (old as IStyleData | null);
    const merged = Tools.removeNull({ ...Tools.deepClone(before ?? {}), ...Tools.deepClone(style) });
    return Object.keys(merged).length > 0 ? merged : null;
  }
}
