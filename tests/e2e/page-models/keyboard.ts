import type { Frame, Page } from "playwright-core";

type Region = "grid" | "pane" | "ribbon";

/** Everything without a mouse: F6 between the parts of the window, Tab and arrows inside them. */
export class Keys {
  constructor(private readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async pressTimes(key: string, times: number): Promise<void> {
    for (let step = 0; step < times; step += 1) await this.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  region(): Promise<Region | null> {
    return this.page.evaluate(() => {
      const region = document.activeElement?.closest(".wb-ribbon, .wb-grid, .wb-pane");
      return (region?.className.match(/wb-(ribbon|grid|pane)/)?.[1] ?? null) as "grid" | null;
    });
  }

  /** F6 until the focus is there. */
  async goTo(region: Region): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) {
      if ((await this.region()) === region) return;
      await this.press("F6");
    }
    throw new Error(`F6 does not lead to the ${region}.`);
  }

  /** Name of what has the focus in the pane. */
  async focused(): Promise<string> {
    return this.pane().evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = (element as HTMLInputElement | null)?.labels;
      const label = labels?.[0]?.textContent?.replace(/\s*\*$/, "");
      return (element?.getAttribute("aria-label") ?? label ?? element?.innerText ?? "").trim();
    });
  }

  /** Tab (or another key) until the control with this name has the focus. */
  async tabTo(name: string | RegExp, key = "Tab"): Promise<void> {
    const seen: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const focused = await this.focused();
      if (typeof name === "string" ? focused === name : name.test(focused)) return;
      seen.push(focused.slice(0, 30));
      await this.press(key);
    }
    throw new Error(`${key} does not lead to ${name}; it went over ${seen.join(" | ")}`);
  }

  /** Chooses one of the add-in's buttons in the ribbon. */
  async ribbon(name: string): Promise<void> {
    await this.goTo("ribbon");
    await this.press("Tab");
    await this.press("End");
    for (let step = 0; step < 12; step += 1) {
      const text = await this.page.evaluate(() => (document.activeElement as HTMLElement).innerText.trim());
      if (text === name) return this.press("Enter");
      await this.press("ArrowLeft");
    }
    throw new Error(`The ribbon has no ${name}.`);
  }

  private pane(): Frame {
    const frame = this.page.frames()[1];
    if (!frame) throw new Error("There is no pane.");
    return frame;
  }
}
