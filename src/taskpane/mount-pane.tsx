import { createRoot } from "react-dom/client";
import type { Card } from "../workbook/card";
import type { PaneEnvironment } from "./environment";
import { Pane } from "./Pane";

/** Draws the pane into `root`, over a live card; called once per page. */
export function mountPane(root: HTMLElement, card: Card, environment: PaneEnvironment): void {
  createRoot(root).render(<Pane card={card} environment={environment} />);
}
