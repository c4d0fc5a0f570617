import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../scripts/browser.mjs";
import { startServer } from "../scripts/serve-workbench";
import { median, type Ratio } from "./side-by-side";

const root = path.resolve(__dirname, "..");
const emptyPages = path.join(root, ".cache/empty-page");

/** Both bundles anew where they are stale, and the empty page. */
function buildPages(): void {
  const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: "ignore" });
  run("scripts/build.mjs");
  run("node_modules/webpack/bin/webpack.js", "--config", "bench/empty-page/webpack.config.cjs");
  // The host asks for the functions of whatever add-in it opens.
  copyFileSync(path.join(root, "dist/functions.json"), path.join(emptyPages, "functions.json"));
}

/** Milliseconds from the start of the pane's page to its first text, with nothing kept from the load before. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(url);
    await page.frameLocator("iframe").locator("#pane > *").first().waitFor({ timeout: 60_000 });
    const frame = page.frames()[1];
    if (!frame) throw new Error("there is no pane");
    const painted = await frame.waitForFunction(
      'performance.getEntriesByName("first-contentful-paint")[0]?.startTime',
      null,
      { timeout: 30_000 },
    );
    return Number(await painted.jsonValue());
  } finally {
    await page.close();
  }
}

/** The pane in the workbench against an empty Fluent page in its place, loaded in turns. */
export async function benchFirstPaint(rounds: number): Promise<Ratio> {
  buildPages();
  const manifest = path.join(root, "manifest.xml");
  const serve = (pages: string) =>
    startServer({ flavour: "win32", addIn: { pages, manifest }, port: 0, locale: "en-US" });
  const [pane, empty] = [await serve(path.join(root, "dist")), await serve(emptyPages)];
  const browser = await launchBrowser();
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const pair = {
        ours: await firstPaint(browser, pane.url),
        theirs: await firstPaint(browser, empty.url),
      };
      // The first of each compiles what the browser keeps.
      if (round === 0) continue;
      times.ours.push(pair.ours);
      times.theirs.push(pair.theirs);
    }
  } finally {
    await browser.close();
    await pane.close();
    await empty.close();
  }
  const [ours, theirs] = [median(times.ours), median(times.theirs)];
  return {
    id: "first-paint",
    what: "first paint of the pane in the workbench, in Chromium",
    against: "an empty Fluent page built and opened the same way",
    limit: 1.3,
    ours,
    theirs,
    ratio: ours / theirs,
  };
}
