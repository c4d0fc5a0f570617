import { associateCommand, showPane } from "../office/office-host";
import type { Card } from "../workbook/card";
import type { Outcome } from "../workbook/outcome";
import type { PaneRequest } from "../taskpane/environment";

export interface CommandTargets {
  readonly card: Card;
  /** Leads the pane to a view; kept until the pane stands. */
  request(request: PaneRequest): void;
  openHelp(): void;
}

/** The names stand in manifest.xml as FunctionName. */
export const commandNames = [
  "openLog",
  "generateReviews",
  "refreshFigures",
  "openHelp",
  "openSelfTest",
] as const;

/**
 * The ribbon buttons. They work with the pane closed; only where something must be said or asked does the pane open,
 * at the view that says it.
 */
export function associateCommands({ card, request, openHelp }: CommandTargets): void {
  const show = async (view: PaneRequest): Promise<void> => {
    request(view);
    await showPane();
  };
  const orShow = async (work: Promise<Outcome<unknown>>, view: PaneRequest): Promise<void> => {
    const outcome = await work;
    if (!outcome.ok) await show(view);
  };
  const commands: Record<(typeof commandNames)[number], () => Promise<void>> = {
    openLog: () => show("log"),
    generateReviews: () => orShow(card.generateReview(), "reviews"),
    refreshFigures: () => orShow(card.refresh(), "refresh"),
    openHelp: async () => openHelp(),
    openSelfTest: () => show("self-test"),
  };
  for (const name of commandNames) associateCommand(name, commands[name]);
}
