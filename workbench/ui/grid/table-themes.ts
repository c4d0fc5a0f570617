import { BooleanNumber, BorderStyleTypes, type IBorderStyleData, type Injector } from "@univerjs/core";
import { RangeThemeStyle, SheetRangeThemeModel } from "@univerjs/sheets";

interface Look {
  readonly header: { readonly fill?: string; readonly text: string };
  readonly band: string;
  readonly line: string;
}

/** Colours of the Office theme, by the number in the names that tables carry in Univer (table-projection.ts). */
const looks: readonly Look[] = [
  { header: { fill: "#4472C4", text: "#FFFFFF" }, band: "#D9E1F2", line: "#8EA9DB" },
  { header: { text: "#000000" }, band: "#F2F2F2", line: "#7F7F7F" },
  { header: { fill: "#A5A5A5", text: "#FFFFFF" }, band: "#EDEDED", line: "#C9C9C9" },
  { header: { fill: "#FFC000", text: "#000000" }, band: "#FFF2CC", line: "#FFD966" },
  { header: { fill: "#5B9BD5", text: "#FFFFFF" }, band: "#DDEBF7", line: "#9BC2E6" },
];

/** Tables look like Excel's: Univer's own themes have other colours and paint the last row as a total. */
export function applyTableThemes(injector: Injector): void {
  const model = injector.get(SheetRangeThemeModel);
  for (const [number, { header, band, line }] of looks.entries()) {
    const edge: IBorderStyleData = { s: BorderStyleTypes.THIN, cl: { rgb: line } };
    const plain = {
      headerRowStyle: {
        ...(header.fill ? { bg: { rgb: header.fill } } : {}),
        cl: { rgb: header.text },
        bl: BooleanNumber.TRUE,
        bd: { t: edge, b: edge },
      },
      lastRowStyle: { bd: { b: edge } },
    };
    model.registerDefaultRangeTheme(new RangeThemeStyle(`table-plain-${number}`, plain));
    model.registerDefaultRangeTheme(
      new RangeThemeStyle(`table-default-${number}`, { ...plain, firstRowStyle: { bg: { rgb: band } } }),
    );
  }
}
