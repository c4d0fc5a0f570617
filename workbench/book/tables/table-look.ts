import { BooleanNumber, BorderStyleTypes, type IBorderData, type IStyleData } from "@univerjs/core";
import { RangeThemeStyle } from "@univerjs/sheets";
import type { TableRecord } from "./table-record";

type Part = Pick<IStyleData, "bg" | "bd" | "cl" | "bl">;
type Edges = Partial<Record<"t" | "r" | "b" | "l", string>>;

/** What a family of Excel's table styles paints; `white` etc. are colours, all the rest is optional. */
interface Look {
  readonly header: { readonly fill?: string; readonly text: string; readonly under?: string };
  readonly band?: Part;
  readonly body?: Part;
  /** Around the table, and above and below it. */
  readonly outline?: string;
  readonly ends?: string;
  /** First and last column when they are to stand out; bold in any case. */
  readonly side?: Part;
}

const black = "#000000";
const white = "#FFFFFF";
const greyBand = "#D9D9D9";
/** Text and the six accents of the Office theme, in the order in which each family of styles has them. */
const accents = [black, "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

function mixed(colour: string, towards: number, part: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const hex = (channel: number) => Math.round(channel + (towards - channel) * part).toString(16);
  return `#${channels.map((channel) => hex(channel).padStart(2, "0")).join("")}`.toUpperCase();
}
const lighter = (colour: string, part: number): string =>
  colour === black && part === 0.8 ? greyBand : mixed(colour, 255, part);
const darker = (colour: string): string => mixed(colour, 0, 0.25);

const fill = (rgb: string): Part => ({ bg: { rgb } });
const lines = (edges: Edges, style = BorderStyleTypes.THIN): Part => ({
  bd: Object.fromEntries(
    Object.entries(edges).map(([edge, rgb]) => [edge, { s: style, cl: { rgb } }]),
  ) as IBorderData,
});
const grid = (rgb: string): Part => lines({ t: rgb, r: rgb, b: rgb, l: rgb });
const loud = (rgb: string): Part => ({ ...fill(rgb), cl: { rgb: white }, bl: BooleanNumber.TRUE });

const families: Readonly<Record<string, (accent: string) => Look>> = {
  Light1: (accent) => ({
    header: { text: darker(accent), under: accent },
    body: { cl: { rgb: darker(accent) } },
    band: fill(lighter(accent, 0.8)),
    ends: accent,
  }),
  Light2: (accent) => ({
    header: { fill: accent, text: white },
    band: lines({ t: accent, b: accent }),
    outline: accent,
  }),
  Light3: (accent) => ({
    header: { text: black, under: accent },
    body: grid(accent),
    band: fill(lighter(accent, 0.8)),
  }),
  Medium1: (accent) => ({
    header: { fill: accent, text: white },
    body: lines({ t: lighter(accent, 0.4), b: lighter(accent, 0.4) }),
    band: fill(lighter(accent, 0.8)),
    outline: lighter(accent, 0.4),
  }),
  Medium2: (accent) => ({
    header: { fill: accent, text: white, under: white },
    body: { ...fill(lighter(accent, 0.8)), ...grid(white) },
    band: fill(lighter(accent, 0.6)),
    side: loud(accent),
  }),
  Medium3: (accent) => ({
    header: { fill: accent, text: white, under: black },
    band: fill(greyBand),
    ends: black,
    side: loud(accent),
  }),
  Medium4: (accent) => ({
    header: { text: black },
    body: { ...fill(lighter(accent, 0.8)), ...grid(lighter(accent, 0.4)) },
    band: fill(lighter(accent, 0.6)),
  }),
  Dark1: (accent) => ({
    header: { fill: black, text: white, under: white },
    body: { ...fill(accent === black ? "#737373" : accent), cl: { rgb: white } },
    band: fill(accent === black ? "#404040" : darker(accent)),
    side: loud(accent === black ? black : darker(accent)),
  }),
};

/** Header colour and body colour of TableStyleDark8 to 11. */
const darkPairs = [
  [black, black],
  ["#ED7D31", "#4472C4"],
  ["#FFC000", "#A5A5A5"],
  ["#70AD47", "#5B9BD5"],
] as const;

function darkPair(number: number): Look {
  const [header, body] = darkPairs[number] ?? darkPairs[0];
  return {
    header: { fill: header, text: white },
    body: fill(lighter(body, 0.8)),
    band: fill(lighter(body, 0.6)),
  };
}

/** `TableStyleMedium9`: the family by sevens, the accent by what is left. null: no such style, nothing is painted. */
function lookOf(style: string): Look | null {
  const [, shade = "", digits = ""] = /^TableStyle(Light|Medium|Dark)(\d{1,2})$/.exec(style) ?? [];
  const place = Number(digits) - 1;
  if (shade === "" || place < 0) return null;
  if (shade === "Dark" && place >= 7) return place <= 10 ? darkPair(place - 7) : null;
  const look = families[`${shade}${Math.floor(place / 7) + 1}`];
  return look?.(accents[place % 7] ?? black) ?? null;
}

type Shown = Pick<
  TableRecord,
  | "style"
  | "showHeaders"
  | "showBandedRows"
  | "showBandedColumns"
  | "highlightFirstColumn"
  | "highlightLastColumn"
>;

/** Univer keeps looks by name; the name says all that a table chooses. */
export function lookName(table: Shown): string {
  const { showHeaders, showBandedRows, showBandedColumns, highlightFirstColumn, highlightLastColumn } = table;
  const flags = [showHeaders, showBandedRows, showBandedColumns, highlightFirstColumn, highlightLastColumn];
  return `table-${table.style || "none"}-${flags.map(Number).join("")}`;
}

/** The table's style as Univer paints it. Its first row of bands is the row below the header. */
export function tableLook(table: Shown): RangeThemeStyle {
  const name = lookName(table);
  const look = lookOf(table.style);
  if (!look) return new RangeThemeStyle(name, {});
  const { header, body, band, outline, ends } = look;
  const bold: Part = look.side ?? { bl: BooleanNumber.TRUE };
  const first = table.highlightFirstColumn ? bold : {};
  const last = table.highlightLastColumn ? bold : {};
  const top = ends ?? outline;
  const under = header.under ?? outline;
  const headerRow: Part = {
    ...(header.fill ? fill(header.fill) : {}),
    cl: { rgb: header.text },
    bl: BooleanNumber.TRUE,
    ...lines({ ...(top ? { t: top } : {}), ...(under ? { b: under } : {}) }),
  };
  const banded = table.showBandedRows && band ? band : null;
  return new RangeThemeStyle(name, {
    ...(body ? { wholeStyle: body } : {}),
    ...(banded ? { [table.showHeaders ? "firstRowStyle" : "secondRowStyle"]: banded } : {}),
    ...(table.showBandedColumns && band ? { secondColumnStyle: band } : {}),
    ...(table.showHeaders ? { headerRowStyle: headerRow } : {}),
    headerColumnStyle: { ...first, ...(outline ? lines({ l: outline }) : {}) },
    lastColumnStyle: { ...last, ...(outline ? lines({ r: outline }) : {}) },
    lastRowStyle: top ? lines({ b: top }) : {},
  });
}
