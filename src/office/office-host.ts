import type { Language } from "../core/units";

/** Resolves when Office is there; false outside a host, where the page has nothing to work on. */
export async function officeReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
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
