/** Worksheet.pageLayout. Margins in points, addresses of print areas and titles without the sheet's name. */
import type { BookSheet, PageLayout } from "../../book/book";
import type { HostContext } from "../class-model";
import { formatRect, parseRect, splitAreas } from "./addresses";
import { booleanValue, numberValue, oneOf, textValue } from "./cell-format";
import { areasObject, defineModel, hostObject, rangeObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { maxColumns, maxRows, rect } from "./rect-algebra";
import { areasArgument, rangeArgument } from "./resolve-address";
import { assertWorkbookWritable } from "./write-guard";

type Margin = keyof PageLayout["margins"];

const readMargin = (side: Margin) => (sheet: BookSheet) => sheet.page.margins[side];
const writeMargin = (side: Margin) => (sheet: BookSheet, value: unknown) => {
  const points = numberValue(value);
  if (points < 0) throw invalidArgument();
  sheet.page.margins[side] = points;
};

const read =
  <K extends keyof PageLayout>(key: K) =>
  (sheet: BookSheet) =>
    sheet.page[key];
const write =
  <K extends keyof PageLayout>(key: K, check: (value: unknown) => PageLayout[K]) =>
  (sheet: BookSheet, value: unknown): void => {
    sheet.page[key] = check(value);
  };

/** A scale in percent or a number of pages, not both; the other kind is dropped. */
function zoomValue(value: unknown): PageLayout["zoom"] {
  if (typeof value !== "object" || value === null) throw invalidArgument();
  const { scale, horizontalFitToPages, verticalFitToPages } = value as PageLayout["zoom"];
  const given = (n: unknown) => n !== undefined && n !== null;
  if (given(scale)) {
    if (given(horizontalFitToPages) || given(verticalFitToPages)) throw invalidArgument();
    if (!Number.isInteger(scale) || scale! < 10 || scale! > 400) throw invalidArgument();
    return { scale };
  }
  const pages = [horizontalFitToPages, verticalFitToPages].filter(given);
  if (pages.length === 0 || pages.some((n) => !Number.isInteger(n) || n! < 0)) throw invalidArgument();
  return {
    ...(given(horizontalFitToPages) && { horizontalFitToPages }),
    ...(given(verticalFitToPages) && { verticalFitToPages }),
  };
}

function firstPage(value: unknown): number | "" {
  if (value === "") return "";
  if (!Number.isInteger(value)) throw invalidArgument();
  return value as number;
}

const pointsPer: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function setMargins(sheet: BookSheet, unit: unknown, options: unknown): void {
  const factor = pointsPer[String(unit)];
  if (!factor || typeof options !== "object" || options === null) throw invalidArgument();
  const names: Margin[] = ["left", "right", "top", "bottom", "header", "footer"];
  for (const [key, value] of Object.entries(options as Record<string, unknown>)) {
    const side = names.find((name) => name === key);
    if (!side) throw invalidArgument();
    if (value !== null) writeMargin(side)(sheet, numberValue(value) * factor);
  }
}

function setPrintArea(sheet: BookSheet, area: unknown, context: HostContext): void {
  const { rects, sheet: on } = areasArgument(area, sheet, context);
  if (on.id !== sheet.id) throw invalidArgument();
  sheet.page.printArea = rects.map((each) => formatRect(each)).join(",");
}

function printArea(sheet: BookSheet) {
  const rects = splitAreas(sheet.page.printArea ?? "").flatMap(
    (part) => parseRect(part.replaceAll("$", "")) ?? [],
  );
  return rects.length > 0 ? areasObject(sheet, rects) : null;
}

/** Titles are whole rows or columns whatever part of them is given. */
function setTitles(sheet: BookSheet, range: unknown, lines: "rows" | "columns", context: HostContext): void {
  const { rect: area } = rangeArgument(range, sheet, context);
  const whole =
    lines === "rows" ? rect(area.row, 0, area.rows, maxColumns) : rect(0, area.column, maxRows, area.columns);
  sheet.page[lines === "rows" ? "titleRows" : "titleColumns"] = formatRect(whole);
}

function titles(sheet: BookSheet, lines: "rows" | "columns") {
  const area = parseRect(sheet.page[lines === "rows" ? "titleRows" : "titleColumns"] ?? "");
  return area && rangeObject(sheet, area);
}

const found = <T>(object: T | null): T => {
  if (object === null) throw itemNotFound();
  return object;
};

const writable =
  (call: (sheet: BookSheet, args: unknown[], context: HostContext) => void) =>
  (sheet: BookSheet, args: unknown[], context: HostContext): void => {
    assertWorkbookWritable(context);
    call(sheet, args, context);
  };

defineModel<BookSheet>({
  className: "PageLayout",
  sheetOf: (sheet) => sheet,
  navigate: { HeadersFooters: (sheet) => hostObject("HeaderFooterGroup", sheet) },
  read: {
    Orientation: read("orientation"),
    PaperSize: read("paperSize"),
    BlackAndWhite: read("blackAndWhite"),
    DraftMode: read("draftMode"),
    PrintErrors: read("printErrors"),
    PrintOrder: read("printOrder"),
    PrintComments: read("printComments"),
    PrintGridlines: read("printGridlines"),
    PrintHeadings: read("printHeadings"),
    CenterHorizontally: read("centerHorizontally"),
    CenterVertically: read("centerVertically"),
    FirstPageNumber: read("firstPageNumber"),
    Zoom: (sheet) => ({ ...sheet.page.zoom }),
    LeftMargin: readMargin("left"),
    RightMargin: readMargin("right"),
    TopMargin: readMargin("top"),
    BottomMargin: readMargin("bottom"),
    HeaderMargin: readMargin("header"),
    FooterMargin: readMargin("footer"),
  },
  write: {
    Orientation: write("orientation", oneOf(["Portrait", "Landscape"] as const)),
    PaperSize: write("paperSize", textValue),
    BlackAndWhite: write("blackAndWhite", booleanValue),
    DraftMode: write("draftMode", booleanValue),
    PrintErrors: write("printErrors", oneOf(["AsDisplayed", "Blank", "Dash", "NotAvailable"])),
    PrintOrder: write("printOrder", oneOf(["DownThenOver", "OverThenDown"])),
    PrintComments: write("printComments", oneOf(["NoComments", "EndSheet", "InPlace"])),
    PrintGridlines: write("printGridlines", booleanValue),
    PrintHeadings: write("printHeadings", booleanValue),
    CenterHorizontally: write("centerHorizontally", booleanValue),
    CenterVertically: write("centerVertically", booleanValue),
    FirstPageNumber: write("firstPageNumber", firstPage),
    Zoom: write("zoom", zoomValue),
    LeftMargin: writeMargin("left"),
    RightMargin: writeMargin("right"),
    TopMargin: writeMargin("top"),
    BottomMargin: writeMargin("bottom"),
    HeaderMargin: writeMargin("header"),
    FooterMargin: writeMargin("footer"),
  },
  call: {
    SetPrintArea: writable((sheet, [area], context) => setPrintArea(sheet, area, context)),
    SetPrintMargins: writable((sheet, [unit, options]) => setMargins(sheet, unit, options)),
    SetPrintTitleRows: writable((sheet, [rows], context) => setTitles(sheet, rows, "rows", context)),
    SetPrintTitleColumns: writable((sheet, [columns], context) =>
      setTitles(sheet, columns, "columns", context),
    ),
    GetPrintArea: (sheet) => found(printArea(sheet)),
    GetPrintAreaOrNullObject: (sheet) => printArea(sheet),
    GetPrintTitleRows: (sheet) => found(titles(sheet, "rows")),
    GetPrintTitleRowsOrNullObject: (sheet) => titles(sheet, "rows"),
    GetPrintTitleColumns: (sheet) => found(titles(sheet, "columns")),
    GetPrintTitleColumnsOrNullObject: (sheet) => titles(sheet, "columns"),
  },
});
