import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import type { Words } from "./words";

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

  /** First run with a name and the sample; done when Today stands. */
  async setUpWithSample(words: Words, name: string): Promise<void> {
    await this.field(words.yourName).fill(name);
    await this.button(words.sample).click();
    await this.inside.getByRole("tab", { name: words.today }).waitFor({ timeout: 60_000 });
  }

  /** Writes the three review sheets from the Reviews area. */
  async generateReviews(words: Words): Promise<void> {
    await this.toArea(words.reviews);
    await this.button(words.generate).click();
    await this.shows(words.written, 60_000);
  }

  async toArea(name: RegExp): Promise<void> {
    await this.inside.getByRole("tab", { name }).click();
  }

  /** Reloads the page of the pane alone; done when the add-in answers again. */
  async reload(): Promise<void> {
    await this.frame.evaluate(() => location.reload());
    await this.page.waitForTimeout(500);
    await this.page.evaluate(() => window.workbench.host.ready);
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
