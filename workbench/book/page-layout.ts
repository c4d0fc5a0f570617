import type { PageLayout } from "./book";

/** A new sheet's page set-up in Excel; margins in points. */
export function defaultPageLayout(): PageLayout {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
    zoom: { scale: 100 },
    printArea: null,
    titleRows: null,
    titleColumns: null,
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    printErrors: "AsDisplayed",
    printOrder: "DownThenOver",
    printComments: "NoComments",
    firstPageNumber: "",
    headerFooter: {},
    rowBreaks: [],
    columnBreaks: [],
  };
}
