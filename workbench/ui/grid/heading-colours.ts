import { IUniverInstanceService, UniverInstanceType, type Injector } from "@univerjs/core";
import {
  IRenderManagerService,
  Rect,
  getCurrentTypeOfRenderer,
  type SpreadsheetColumnHeader,
  type SpreadsheetRowHeader,
} from "@univerjs/engine-render";
import { SHEET_VIEW_KEY } from "@univerjs/sheets-ui";

/** Univer's own, of a light window. */
const corner = { fill: "rgb(248, 249, 250)", stroke: "rgb(217, 217, 217)" };
const dark = { backgroundColor: "#272a2f", fontColor: "#d6d9dc", borderColor: "#3c4147" };

/** Letters and numbers beside the sheet belong to the window; the sheet itself stays paper. */
export function colourHeadings(injector: Injector, isDark: boolean): void {
  const instances = injector.get(IUniverInstanceService);
  const renderers = injector.get(IRenderManagerService);
  const renderer = getCurrentTypeOfRenderer(UniverInstanceType.UNIVER_SHEET, instances, renderers);
  const headerStyle = isDark ? dark : {};
  const columns = renderer?.components.get(SHEET_VIEW_KEY.COLUMN) as SpreadsheetColumnHeader | undefined;
  const rows = renderer?.components.get(SHEET_VIEW_KEY.ROW) as SpreadsheetRowHeader | undefined;
  const place = renderer?.components.get(SHEET_VIEW_KEY.LEFT_TOP);
  if (place instanceof Rect)
    place
      .setProps(isDark ? { fill: dark.backgroundColor, stroke: dark.borderColor } : corner)
      .makeDirty(true);
  columns?.setCustomHeader({ headerStyle });
  rows?.setCustomHeader({ headerStyle });
}
