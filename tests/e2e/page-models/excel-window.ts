import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { startServer, type RunningServer } from "../../../scripts/serve-workbench";
import "../../../workbench/ui/page-api";
import { Grid } from "./grid";
import { Keys } from "./keyboard";
import { Pane } from "./pane";
import { Ribbon } from "./ribbon";
import { Workbook } from "./workbook";

const root = path.resolve(__dirname, "../../..");

/** Chromium as `scripts/browser.mjs` finds it; that is an ES module, which jest does not load. */
function browserPath(): string {
  const known = process.env["CHROME_PATH"];
  if (known && existsSync(known)) return known;
  const script = 'import("./scripts/browser.mjs").then((found) => console.log(found.requireBrowser()))';
  return execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).trim();
}

export interface WindowOptions {
  readonly flavour: "web" | "win32";
  readonly locale: "en-US" | "zh-CN";
  readonly colorScheme?: "light" | "dark";
}

/** The workbench with the built add-in in a browser of its own, as a person has it in front of them. */
export class ExcelWindow {
  readonly grid: Grid;
  readonly pane: Pane;
  readonly ribbon: Ribbon;
  readonly keys: Keys;
  readonly workbook: Workbook;
  /** Scripts that failed and files that did not load. */
  readonly errors: string[] = [];

  private constructor(
    private readonly server: RunningServer,
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    this.grid = new Grid(page);
    this.pane = new Pane(page);
    this.ribbon = new Ribbon(page);
    this.keys = new Keys(page);
    this.workbook = new Workbook(page);
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("response", (response) => {
      if (response.status() >= 400) this.errors.push(`${response.status()} ${response.url()}`);
    });
  }

  static async open({ flavour, locale, colorScheme = "light" }: WindowOptions): Promise<ExcelWindow> {
    const addIn = { pages: path.join(root, "dist"), manifest: path.join(root, "manifest.xml") };
    const server = await startServer({ flavour, addIn, port: 0, locale });
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
    const browser = await chromium.launch({ executablePath: browserPath(), args });
    const page = await browser.newPage({
      colorScheme,
      locale,
      ignoreHTTPSErrors: true,
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 800 },
    });
    page.setDefaultTimeout(20_000);
    // Scripts run by tsx name their functions through this, which a page does not have.
    await page.addInitScript("globalThis.__name ??= (work) => work");
    const opened = new ExcelWindow(server, browser, page);
    await page.goto(server.url);
    await page.evaluate(() => window.workbench.ready);
    await page.waitForSelector(".wb-univer canvas");
    return opened;
  }

  /** Presses Save .xlsx; the bytes that were downloaded. */
  async save(): Promise<Uint8Array> {
    const button = this.page.getByRole("button", { name: /Save a copy as|另存|Save .xlsx|保存/ }).first();
    const [download] = await Promise.all([
      this.page.waitForEvent("download", { timeout: 60_000 }),
      button.click(),
    ]);
    return new Uint8Array(readFileSync(await download.path()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
