import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { startServer, type RunningServer } from "../../../../scripts/serve-workbench";
import "../../../../workbench/ui/page-api";

const root = path.resolve(__dirname, "../../../..");
const fixture = path.join(root, "workbench/fixture");

/** Chromium as `scripts/browser.mjs` finds it; that is an ES module, which jest does not load. */
function browserPath(): string {
  const known = process.env["CHROME_PATH"];
  if (known && existsSync(known)) return known;
  const script = 'import("./scripts/browser.mjs").then((found) => console.log(found.requireBrowser()))';
  return execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).trim();
}

export interface OpenOptions {
  readonly flavour?: "win32" | "web";
  readonly locale?: string;
  readonly colorScheme?: "light" | "dark";
  readonly query?: string;
}

/** The workbench with the fixture add-in in a browser of its own. */
export class FixtureWindow {
  private constructor(
    private readonly server: RunningServer,
    private readonly browser: Browser,
    readonly page: Page,
    readonly errors: string[],
  ) {}

  static async open(options: OpenOptions = {}): Promise<FixtureWindow> {
    const { flavour = "win32", locale = "en-US", colorScheme = "light", query = "" } = options;
    const addIn = { pages: fixture, manifest: path.join(fixture, "manifest.xml") };
    const server = await startServer({ flavour, addIn, port: 0, locale });
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
    const browser = await chromium.launch({ executablePath: browserPath(), args });
    const page = await browser.newPage({
      colorScheme,
      ignoreHTTPSErrors: true,
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 800 },
    });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("response", (response) => {
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(server.url + query);
    await page.evaluate(() => window.workbench.ready);
    const opened = new FixtureWindow(server, browser, page, errors);
    await opened.addIn.waitForSelector('body[data-ready="yes"]');
    await page.waitForSelector(".wb-univer canvas");
    return opened;
  }

  /** The page of the add-in. */
  get addIn(): Frame {
    const frame = this.page.frames()[1];
    if (!frame) throw new Error("There is no add-in frame.");
    return frame;
  }

  /** Displayed texts of the active sheet from A1. */
  texts(rows: number, columns: number): Promise<string[][]> {
    return this.page.evaluate(
      ([height, width]) => {
        const { book } = window.workbench;
        return book.activeSheet.texts({ row: 0, column: 0, rows: height, columns: width });
      },
      [rows, columns] as const,
    );
  }

  /** Clicks into a cell near A1 of a fresh sheet: columns 64 pixels wide, rows 20 pixels high. */
  async clickCell(row: number, column: number): Promise<void> {
    const canvas = (await this.page.locator('[id^="univer-sheet-main-canvas"]').boundingBox())!;
    await this.page.mouse.click(canvas.x + 46 + column * 64 + 30, canvas.y + 20 + row * 20 + 10);
  }

  /** Waits until the cell (counted from zero) shows the text. */
  async waitForText(row: number, column: number, text: string): Promise<void> {
    await this.page.waitForFunction(
      ([atRow, atColumn, wanted]) => {
        const { book } = window.workbench;
        const cell = { row: atRow, column: atColumn, rows: 1, columns: 1 };
        return book.activeSheet.texts(cell)[0]?.[0] === wanted;
      },
      [row, column, text] as const,
      { timeout: 5000 },
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
