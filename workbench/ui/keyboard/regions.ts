import type { Grid } from "../grid/grid";

/** The regions F6 goes through, in the order of the window. */
export type Region = "ribbon" | "grid" | "pane" | "drawer";
const order: readonly Region[] = ["ribbon", "grid", "pane", "drawer"];

const selectors: Record<Region, string> = {
  ribbon: ".wb-ribbon",
  grid: ".wb-grid",
  pane: ".wb-pane:not([data-hidden])",
  drawer: ".wb-drawer",
};

/** The next region that is there; from outside all of them, the grid. */
export function nextRegion(from: Region | null, present: readonly Region[], back: boolean): Region {
  const stops = order.filter((region) => present.includes(region));
  if (!from) return "grid";
  const at = stops.indexOf(from);
  return stops[(at + (back ? -1 : 1) + stops.length) % stops.length] ?? "grid";
}

function regionOf(element: Element | null): Region | null {
  return order.find((region) => element?.closest(selectors[region])) ?? null;
}

/** Moves the focus to the next region as F6 does in Excel; `back` for Shift+F6. */
export function moveRegion(grid: Grid, back: boolean): void {
  const present = order.filter((region) => document.querySelector(selectors[region]));
  focusRegion(grid, nextRegion(regionOf(document.activeElement), present, back));
}

function focusRegion(grid: Grid, region: Region): void {
  if (region === "grid") return grid.focus();
  const element = document.querySelector<HTMLElement>(selectors[region]);
  const frame = element?.querySelector("iframe");
  if (frame) return focusFrame(frame);
  const first = element?.querySelector<HTMLElement>('[aria-selected="true"], button, select, input, summary');
  first?.focus();
}

/** Back to where the person was in the pane, else to its first control. */
function focusFrame(frame: HTMLIFrameElement): void {
  frame.focus();
  frame.contentWindow?.focus();
  const inside = frame.contentDocument;
  if (!inside || (inside.activeElement && inside.activeElement !== inside.body)) return;
  inside
    .querySelector<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]',
    )
    ?.focus();
}
