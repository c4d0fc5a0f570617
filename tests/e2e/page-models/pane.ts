import type { Frame, FrameLocator, Locator, Page } from "playwright-core";

/** The add-in's task pane. */
export class Pane {
  readonly inside: FrameLocator;

  constructor(private readonly page: Page) {
    this.inside = page.frameLocator("iframe");
  }

  get frame(): Frame {
    const frame = this.page.frames()[1];
    if (!frame) throw new Error("There is no pane.");
    return frame;
  }

  button(name: string | RegExp): Locator {
    return this.inside.getByRole("button", { name, exact: true });
  }

  field(name: string): Locator {
    return this.inside.getByRole("textbox", { name });
  }

  choice(name: string): Locator {
    return this.inside.getByRole("combobox", { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.inside.getByRole("heading", { name });
  }

  async toArea(name: RegExp): Promise<void> {
    await this.inside.getByRole("tab", { name }).click();
  }

  /** Everything a person can read in the pane now. */
  text(): Promise<string> {
    return this.inside.locator("body").innerText();
  }

  /** Waits until the pane shows this. */
  async shows(text: string | RegExp, timeout = 30_000): Promise<void> {
    await this.inside.locator("body").filter({ hasText: text }).waitFor({ timeout });
  }
}
