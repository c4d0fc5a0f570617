import type { Language } from "../core/units";

export interface OfficeStart {
  /** False outside Excel, where the page has nothing to work on. */
  readonly inExcel: boolean;
  /** False when the page was started with the workbook for its functions alone. */
  readonly paneVisible: boolean;
}

/** The shared runtime's answer names the pane's state; the types do not know it yet. */
interface SharedRuntimeInfo {
  readonly addin?: { readonly visibilityMode?: string } | null;
}

export async function officeReady(): Promise<OfficeStart> {
  const info: Awaited<ReturnType<typeof Office.onReady>> & SharedRuntimeInfo = await Office.onReady();
  return {
    inExcel: info.host === Office.HostType.Excel,
    paneVisible: info.addin?.visibilityMode !== "Hidden",
  };
}

/** Office's display language, as far as the card speaks it. */
export const displayLanguage = (): Language =>
  Office.context.displayLanguage?.toLowerCase().startsWith("zh") ? "zh-CN" : "en";

export const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/** Calls back when the pane is shown again: values may have changed while nobody listened. */
export async function onPaneShown(listener: () => void): Promise<void> {
  await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) listener();
  });
}

/** From the second opening on the card starts with the workbook, so that live functions answer without the pane. */
export const startWithWorkbook = (): Promise<void> =>
  Office.addin.setStartupBehavior(Office.StartupBehavior.load);

export function openInBrowser(url: string): void {
  if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1"))
    Office.context.ui.openBrowserWindow(url);
  else window.open(url, "_blank", "noopener");
}

/** A ribbon command tells Office that it has ended, whatever happened. */
export function associateCommand(name: string, command: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void command().finally(() => event.completed());
  });
}
