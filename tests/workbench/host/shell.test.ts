import { eventually, tinyFrame } from "./tiny-host";

type Tiny = Awaited<ReturnType<typeof tinyFrame>>;

describe("the application shell", () => {
  let tiny: Tiny;
  beforeEach(async () => {
    tiny = await tinyFrame({ commandTimeout: 150 });
    await tiny.host.ready;
  });
  afterEach(() => tiny.frame.close());

  it("[HO7] runs a ribbon command and waits for its completion", async () => {
    const events: unknown[] = [];
    tiny.frame.Office.actions.associate("go", (event: Office.AddinCommands.Event) => {
      events.push(event.source.id);
      setTimeout(() => event.completed(), 20);
    });
    await tiny.host.runCommand("go", "Button.One");
    expect(events).toEqual(["Button.One"]);
  });

  it("[HO7] finds commands that are global functions", async () => {
    let runs = 0;
    tiny.frame.window.globalGo = (event: Office.AddinCommands.Event) => {
      runs += 1;
      event.completed();
    };
    await tiny.host.runCommand("globalGo", "b");
    expect(runs).toBe(1);
  });

  it("[HO7] gives up a command that never completes", async () => {
    tiny.frame.Office.actions.associate("stuck", () => undefined);
    await expect(tiny.host.runCommand("stuck", "b")).rejects.toThrow("stuck did not call event.completed()");
  });

  it("[HO7] runs associated actions with their argument", async () => {
    const seen: unknown[] = [];
    tiny.frame.Office.actions.associate("shortcut", (argument: unknown) => void seen.push(argument));
    await tiny.host.runAction("shortcut", { key: 1 });
    await eventually(() => seen.length === 1, "the action");
    expect(seen).toEqual([{ key: 1 }]);
  });

  it("[HO7] shows and hides the pane for the add-in and tells it", async () => {
    const modes: string[] = [];
    const shown: boolean[] = [];
    tiny.host.pane.onChange((visible) => shown.push(visible));
    await tiny.frame.Office.addin.onVisibilityModeChanged((args) => void modes.push(args.visibilityMode));
    await tiny.frame.Office.addin.hide();
    await tiny.frame.Office.addin.showAsTaskpane();
    await eventually(() => modes.length === 2, "two visibility events");
    expect(modes).toEqual(["Hidden", "Taskpane"]);
    expect(shown).toEqual([false, true]);
    expect(tiny.host.pane.visible).toBe(true);
  });

  it("[HO7] remembers the start-up behaviour", async () => {
    const { addin, StartupBehavior } = tiny.frame.Office;
    expect(await addin.getStartupBehavior()).toBe(StartupBehavior.none);
    await addin.setStartupBehavior(StartupBehavior.load);
    expect(await addin.getStartupBehavior()).toBe(StartupBehavior.load);
  });

  it("[HO7] reports ribbon updates", async () => {
    const updates: object[] = [];
    tiny.host.onRibbonUpdate((update) => updates.push(update));
    await tiny.frame.Office.ribbon.requestUpdate({
      tabs: [{ id: "Tab1", visible: false, groups: [{ id: "G", controls: [{ id: "B1", enabled: false }] }] }],
    });
    expect(updates).toEqual([
      { id: "Tab1", visible: false },
      { id: "B1", enabled: false },
    ]);
  });

  it("[HO7] saves and refreshes document settings", async () => {
    const { settings } = tiny.frame.Office.context.document;
    settings.set("a", { deep: [1] });
    await new Promise((done) => settings.saveAsync(done));
    expect(tiny.book.settings.get("a")).toEqual({ deep: [1] });
    tiny.book.settings.set("b", "from elsewhere");
    await new Promise((done) =>
      (settings as unknown as { refreshAsync(cb: unknown): void }).refreshAsync(done),
    );
    expect(settings.get("b")).toBe("from elsewhere");
    settings.remove("a");
    await new Promise((done) => settings.saveAsync(done));
    expect([...tiny.book.settings.keys()]).toEqual(["b"]);
  });

  it("[HO7] hands addresses for the browser to the page around it", async () => {
    const opened: string[] = [];
    tiny.host.openBrowserWindow = (url) => opened.push(url);
    tiny.frame.Office.context.ui.openBrowserWindow("https://example.com/help");
    await eventually(() => opened.length === 1, "the browser window");
    expect(opened).toEqual(["https://example.com/help"]);
  });

  it("[HO7] ends commands and delivers nothing more when it is detached", async () => {
    tiny.frame.Office.actions.associate("slow", () => undefined);
    const command = tiny.host.runCommand("slow", "b");
    await new Promise((done) => setTimeout(done, 20));
    tiny.host.detach();
    await expect(command).rejects.toThrow("closed");
  });
});
