import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";

const root = path.resolve(__dirname, "../..");

function browserPath(): string {
  const known = process.env["CHROME_PATH"];
  if (known && existsSync(known)) return known;
  const script = 'import("./scripts/browser.mjs").then((found) => console.log(found.requireBrowser()))';
  return execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).trim();
}

/** The real pane over a card without a workbook, in a page of its own: any view is one address away. */
export class PanePage {
  private constructor(
    private readonly folder: string,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** A pane of twice the width at 200 % zoom has `width` pixels of the style sheet and two of the screen for each. */
  static async open(width: number): Promise<PanePage> {
    const folder = mkdtempSync(path.join(tmpdir(), "pane-"));
    buildSync({
      absWorkingDir: root,
      entryPoints: ["tests/taskpane/preview/preview.tsx"],
      outdir: folder,
      bundle: true,
      format: "iife",
      jsx: "automatic",
      minify: true,
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    });
    const style = "<style>html,body,#root{margin:0;height:100%}*{transition:none!important}</style>";
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pane</title>${style}<div id="root"></div><script defer src="preview.js"></script>`;
    writeFileSync(path.join(folder, "index.html"), html);
    const args = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"];
    const browser = await chromium.launch({ executablePath: browserPath(), args });
    const viewport = { width, height: 600 };
    const page = await browser.newPage({ viewport, deviceScaleFactor: 2, reducedMotion: "reduce" });
    page.setDefaultTimeout(10_000);
    return new PanePage(folder, browser, page);
  }

  async go(query: string): Promise<void> {
    await this.page.goto(`file://${this.folder}/index.html?${query}`);
    await this.page.locator("#root main, #root h1, #root h2").first().waitFor();
    // What is loaded later is waited for; a card that is loading stays so.
    if (!query.includes("state=loading"))
      await this.page.waitForFunction(() => document.querySelector(".fui-Spinner") === null);
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
