import { IContextService, type Injector } from "@univerjs/core";

/** Univer's names for "the panel of a filter button is open": of a table, of the sheet. */
const openPanels = ["SHEETS_TABLE_FILTER_PANEL_OPENED_KEY", "FILTER_PANEL_OPENED"] as const;

/** Escape, and a click into the sheet, close the panel of a filter button; Univer leaves it open until Cancel. */
export function filterPanelKeys(
  injector: Injector,
  element: HTMLElement,
  next: (event: KeyboardEvent) => void,
): (event: KeyboardEvent) => void {
  const contexts = injector.get(IContextService);
  const close = (): boolean => {
    const open = openPanels.filter((panel) => contexts.getContextValue(panel));
    for (const panel of open) contexts.setContextValue(panel, false);
    return open.length > 0;
  };
  element.addEventListener("pointerdown", ({ target }) => target instanceof HTMLCanvasElement && close(), {
    capture: true,
  });
  return (event) => {
    if (event.key !== "Escape" || !close()) return next(event);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
