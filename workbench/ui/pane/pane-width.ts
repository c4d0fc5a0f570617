/** CSS pixels. A new pane opens as wide as Excel's and never gets narrower than Excel allows. */
export const paneWidth = { initial: 350, least: 320, step: 16 } as const;
/** What stays for the grid. */
const gridLeast = 240;

export function clampWidth(width: number, windowWidth: number): number {
  const most = Math.max(paneWidth.least, windowWidth - gridLeast);
  return Math.round(Math.min(Math.max(width, paneWidth.least), most));
}
