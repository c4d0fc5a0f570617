import { createRoot } from "react-dom/client";
import { loadTexts } from "../locales/load-texts";
import type { Card } from "../workbook/card";
import { preloadCardParts } from "../workbook/live/card-parts";
import { loadPart } from "../workbook/load-part";
import type { PaneEnvironment } from "./environment";
import { paneLanguage } from "./language";
import { Pane } from "./Pane";
import { loadDrafts, preloadViews } from "./shell/later-views";

/** Safari knows no idle time. */
const idleMilliseconds = 300;

function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task, { timeout: 5_000 });
  else setTimeout(task, idleMilliseconds);
}

/** What the first paint did without. A file that cannot be had now is asked for again when it is needed. */
async function preload({ storage, today }: PaneEnvironment): Promise<void> {
  const drafts = loadPart(loadDrafts).then(({ forgetOldDrafts }) => forgetOldDrafts(storage, today()));
  await Promise.allSettled([preloadViews(), preloadCardParts(), drafts]);
}

/** Draws the pane into `root`, over a live card; called once per page. Rejects where its texts cannot be loaded. */
export async function mountPane(root: HTMLElement, card: Card, environment: PaneEnvironment): Promise<void> {
  await loadPart(() => loadTexts(paneLanguage(environment)));
  createRoot(root).render(<Pane card={card} environment={environment} />);
  whenIdle(() => void preload(environment));
}
