import type { Page } from "playwright-core";

export class Ribbon {
  constructor(private readonly page: Page) {}

  press(name: string): Promise<void> {
    return this.page.getByRole("navigation").getByRole("button", { name, exact: true }).click();
  }
}
