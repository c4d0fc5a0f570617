import type { Page } from "playwright-core";

/** `0 → A`, `26 → AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The worksheet as a person uses it: a place, then keys. */
export class Grid {
  constructor(private readonly page: Page) {}

  /** Clicks the tab of a sheet. */
  async toSheet(name: string): Promise<void> {
    await this.page.locator("footer").getByText(name, { exact: true }).first().click();
    await this.page.waitForFunction((wanted) => window.workbench.book.activeSheet.name === wanted, name);
  }

  /** Types a cell of the sheet in front into the name box. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.getByRole("textbox", { name: /^(Name box|名称框)$/ });
    await box.click();
    await box.fill(cell);
    await this.page.keyboard.press("Enter");
    await this.page.waitForFunction((wanted) => {
      const { row, column } = window.workbench.book.selection().active;
      const name = (index: number): string =>
        (index < 26 ? "" : name(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
      return `${name(column)}${row + 1}` === wanted;
    }, cell);
  }

  /** Goes to a cell counted from A1 = 0, 0. */
  async goToCell(sheet: string, row: number, column: number): Promise<void> {
    if ((await this.active()).sheet !== sheet) await this.toSheet(sheet);
    await this.goTo(`${columnName(column)}${row + 1}`);
  }

  /** Types into the selected cell and presses Enter; done when the cell holds it. */
  async enter(text: string): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.type(text);
    await keyboard.press("Enter");
    await this.page.evaluate(() => window.workbench.book.settled());
  }

  async enterAt(sheet: string, row: number, column: number, text: string): Promise<void> {
    await this.goToCell(sheet, row, column);
    await this.enter(text);
  }

  active(): Promise<{ sheet: string; row: number; column: number }> {
    return this.page.evaluate(() => {
      const { sheet, active } = window.workbench.book.selection();
      return { sheet: sheet.name, ...active };
    });
  }

  /** Whether keys go to the worksheet. */
  hasFocus(): Promise<boolean> {
    return this.page.evaluate(() => Boolean(document.activeElement?.closest(".wb-grid")));
  }
}
