import type { HeaderFooter, PageSetup, Worksheet } from "@cj-tech-master/excelts";
import type { PageLayout } from "../book/book";
import { inches, points } from "./file-sizes";

const a4 = 9;
const paperSizes: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: a4, A5: 11 };
const errorTexts: Readonly<Record<string, PageSetup["errors"]>> = {
  Blank: "blank",
  Dash: "dash",
  NotAvailable: "NA",
};

const bare = (reference: string): string =>
  reference.slice(reference.lastIndexOf("!") + 1).replaceAll("$", "");

const parts = [
  ["leftHeader", "centerHeader", "rightHeader"],
  ["leftFooter", "centerFooter", "rightFooter"],
] as const;
const codes = ["&L", "&C", "&R"] as const;

const joined = (texts: Record<string, string>, keys: readonly string[]): string =>
  keys.map((key, index) => (texts[key] ? `${codes[index]}${texts[key]}` : "")).join("");

export function pageToFile(page: PageLayout): {
  pageSetup: Partial<PageSetup>;
  headerFooter: Partial<HeaderFooter>;
} {
  const { zoom, margins } = page;
  const fits = zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
  const pageSetup: Partial<PageSetup> = {
    paperSize: paperSizes[page.paperSize] ?? a4,
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    margins: {
      left: inches(margins.left),
      right: inches(margins.right),
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      header: inches(margins.header),
      footer: inches(margins.footer),
    },
    horizontalCentered: page.centerHorizontally,
    verticalCentered: page.centerVertically,
    showGridLines: page.printGridlines,
    showRowColHeaders: page.printHeadings,
    blackAndWhite: page.blackAndWhite,
    draft: page.draftMode,
    pageOrder: page.printOrder === "OverThenDown" ? "overThenDown" : "downThenOver",
    errors: errorTexts[page.printErrors] ?? "displayed",
  };
  if (fits) {
    // Zero is "as many pages as it takes".
    pageSetup.fitToPage = true;
    pageSetup.fitToWidth = zoom.horizontalFitToPages ?? 0;
    pageSetup.fitToHeight = zoom.verticalFitToPages ?? 0;
  } else if (zoom.scale !== undefined) pageSetup.scale = zoom.scale;
  if (page.printArea) pageSetup.printArea = bare(page.printArea);
  if (page.titleRows) pageSetup.printTitlesRow = bare(page.titleRows);
  if (page.titleColumns) pageSetup.printTitlesColumn = bare(page.titleColumns);
  if (typeof page.firstPageNumber === "number") pageSetup.firstPageNumber = page.firstPageNumber;
  return {
    pageSetup,
    headerFooter: {
      oddHeader: joined(page.headerFooter, parts[0]),
      oddFooter: joined(page.headerFooter, parts[1]),
    },
  };
}

/** `&L…&C…&R…`; an escaped `&&` is text. */
function split(text: string | null | undefined, keys: readonly string[]): Record<string, string> {
  const result: Record<string, string> = {};
  if (!text) return result;
  let key = keys[1] ?? "";
  for (const part of text.split(/(&&|&[LCR])/)) {
    const index = codes.indexOf(part as (typeof codes)[number]);
    if (index >= 0) key = keys[index] ?? key;
    else if (part) result[key] = (result[key] ?? "") + part;
  }
  return result;
}

export function pageFromFile(
  setup: Partial<Worksheet["pageSetup"]>,
  texts: Partial<Worksheet["headerFooter"]> | undefined,
): Partial<PageLayout> {
  const { margins } = setup;
  const zoom: PageLayout["zoom"] = {};
  if (setup.fitToPage) {
    if (setup.fitToWidth) zoom.horizontalFitToPages = setup.fitToWidth;
    if (setup.fitToHeight) zoom.verticalFitToPages = setup.fitToHeight;
  } else zoom.scale = setup.scale || 100;
  return {
    orientation: setup.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: Object.keys(paperSizes).find((name) => paperSizes[name] === setup.paperSize) ?? "A4",
    ...(margins
      ? {
          margins: {
            left: points(margins.left),
            right: points(margins.right),
            top: points(margins.top),
            bottom: points(margins.bottom),
            header: points(margins.header),
            footer: points(margins.footer),
          },
        }
      : {}),
    zoom,
    printArea: setup.printArea ? bare(setup.printArea) : null,
    titleRows: setup.printTitlesRow ? dollars(setup.printTitlesRow) : null,
    titleColumns: setup.printTitlesColumn ? dollars(setup.printTitlesColumn) : null,
    centerHorizontally: Boolean(setup.horizontalCentered),
    centerVertically: Boolean(setup.verticalCentered),
    printGridlines: Boolean(setup.showGridLines),
    printHeadings: Boolean(setup.showRowColHeaders),
    blackAndWhite: Boolean(setup.blackAndWhite),
    draftMode: Boolean(setup.draft),
    printErrors: Object.keys(errorTexts).find((name) => errorTexts[name] === setup.errors) ?? "AsDisplayed",
    printOrder: setup.pageOrder === "overThenDown" ? "OverThenDown" : "DownThenOver",
    headerFooter: { ...split(texts?.oddHeader, parts[0]), ...split(texts?.oddFooter, parts[1]) },
  };
}

/** `5:6` → `$5:$6`, as Office.js gives it. */
const dollars = (reference: string): string =>
  bare(reference)
    .split(":")
    .map((part) => `$${part}`)
    .join(":");
