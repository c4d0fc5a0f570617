import { execFileSync } from "node:child_process";
import path from "node:path";
import type { Browser, Frame, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../scripts/browser.mjs";
import { startServer } from "../scripts/serve-workbench";
import { cellEntry } from "../src/office/cell-text";
import { Labels } from "../src/workbook/codec/labels";
import { rowCells } from "../src/workbook/codec/row-cells";
import { schema, type Schema } from "../src/workbook/schema/schema";
import type { RowOf } from "../src/workbook/schema/table";
import type { CellValue } from "../src/workbook/workbook-gateway";
import { loadRows, type LoadRows, type LoadSize } from "./load-rows";
import { sizeText, type Ratio } from "./side-by-side";

const paneMark = "the pane's thread";
const root = path.resolve(__dirname, "..");
/** What holds a page up so that a person notices, in ms. */
const noticed = 200;
/** Rows handed over to the page at once. */
const handful = 20_000;
/** Longest wait for one thing to appear, in ms; a busy machine takes its time. */
const patience = 600_000;

/** What tasks are traced by, and what tells the pane's thread from the others. */
const categories = [
  "disabled-by-default-devtools.timeline",
  "devtools.timeline",
  "blink.user_timing",
  "loading",
];

interface Stage {
  readonly browser: Browser;
  readonly page: Page;
  readonly inside: FrameLocator;
}

const paneFrame = ({ page }: Stage): Frame => {
  const [, frame] = page.frames();
  if (!frame) throw new Error("there is no pane");
  return frame;
};

/** Waits until the add-in has asked the host for nothing for a while. */
async function quiet({ page }: Stage): Promise<void> {
  for (let before: unknown; ;) {
    const now = await page.evaluate("workbench.host.roundTrips()");
    if (now === before) return;
    before = now;
    await page.waitForTimeout(1_500);
  }
}

/** Cells of the load by table, as a person's typing would leave them. */
function loadCells(size: LoadSize): readonly (readonly [string, readonly (readonly CellValue[])[]])[] {
  const dialect = { labels: new Labels("en"), date1904: false };
  const rows = loadRows(size);
  const cellsOf = <Id extends keyof LoadRows>(id: Id, of: LoadRows[Id]) => {
    const columns = schema[id].columns.map((column) => column.id);
    return of.map((row) =>
      rowCells<Id>(id, columns, row as Partial<RowOf<Schema[Id]>>, dialect).map(cellEntry),
    );
  };
  return [
    ["Accounts", cellsOf("accounts", rows.accounts)],
    ["Contacts", cellsOf("contacts", rows.contacts)],
    ["Purchases", cellsOf("purchases", rows.purchases)],
    ["Interactions", cellsOf("interactions", rows.interactions)],
  ];
}

/** Cells from the first column of a table on, some rows below its header; the last of them set its size. */
const enterRows = (table: string, from: number, rows: readonly (readonly CellValue[])[], last: boolean) => `{
  const { book } = workbench;
  const { sheet, rect, body } = book.table(${JSON.stringify(table)});
  const cells = ${JSON.stringify(rows)};
  const place = { row: body.row + ${from}, column: body.column, rows: cells.length, columns: cells[0].length };
  book.batch("addin", () => {
    sheet.enter(place, cells);
    if (${last}) book.table(${JSON.stringify(table)}).resize({ ...rect, rows: ${from} + cells.length + 1 });
  });
}`;

/** Puts the load into the blank tables of a new card, past the add-in. */
async function fill({ page }: Stage, size: LoadSize): Promise<void> {
  for (const [table, rows] of loadCells(size)) {
    for (let from = 0; from < rows.length; from += handful) {
      const some = rows.slice(from, from + handful);
      await page.evaluate(enterRows(table, from, some, from + handful >= rows.length));
    }
  }
}

/** A person changes the first amount. */
const typeAmount = `{
  const { book } = workbench;
  const { sheet, body, columns } = book.table("Purchases");
  const column = body.column + columns.findIndex(({ name }) => name === "Amount");
  book.batch("user", () => sheet.enter({ row: body.row, column, rows: 1, columns: 1 }, [[123456]]));
}`;

/** The pane over a loaded card, in a process of its own: what the host does is not on its thread. */
async function open(browser: Browser, page: Page, size: LoadSize): Promise<Stage> {
  const inside = page.frameLocator("iframe");
  const stage = { browser, page, inside };
  await inside.getByRole("textbox", { name: "Your name" }).fill("Ann Lee");
  await inside.getByRole("button", { name: "Set up this workbook" }).click();
  await inside.getByRole("tab", { name: /^Today/ }).waitFor();
  await fill(stage, size);
  return stage;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when, and for how long on the clock and on the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * Time on the processor, in ms, of every task of the pane's thread: on the clock a neighbour on the machine counts,
 * too. Tasks before the first paint load the page and are no work on data.
 */
function tasksOf(trace: string): readonly number[] {
  const events = (JSON.parse(trace) as { traceEvents: readonly TraceEvent[] }).traceEvents;
  const mark = events.find(({ name }) => name === paneMark);
  if (!mark) throw new Error("the pane is not in the trace");
  const own = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const painted = own.find(({ name }) => name === "firstContentfulPaint")?.ts ?? 0;
  return own
    .filter(({ name, ts }) => name === "RunTask" && ts > painted)
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1_000);
}

/** The longest task while something is done and until the pane rests. */
async function longest(stage: Stage, what: string, act: () => Promise<unknown>): Promise<number> {
  const { browser, page } = stage;
  await browser.startTracing(page, { categories });
  const since = performance.now();
  await act();
  await quiet(stage);
  const took = performance.now() - since;
  await paneFrame(stage).evaluate(`performance.mark("${paneMark}")`);
  const trace = await browser.stopTracing();
  const tasks = [...tasksOf(String(trace))].sort((one, other) => other - one);
  const first = tasks.slice(0, 5).map((task) => task.toFixed(0));
  console.log(`  ${what}: ${first.join(", ")} ms of ${took.toFixed(0)} ms`);
  return tasks[0] ?? 0;
}

async function measure(stage: Stage): Promise<ReadonlyMap<string, number>> {
  const { page, inside } = stage;
  const footer = inside.getByRole("contentinfo");
  const tab = (name: RegExp) => inside.getByRole("tab", { name }).click();
  const current = () => footer.getByText("Figures current").waitFor({ timeout: patience });
  const refresh = async () => {
    await inside.getByRole("button", { name: "Refresh", exact: true }).click();
    await current();
  };
  const found = new Map<string, number>();
  const one = async (what: string, act: () => Promise<unknown>) =>
    found.set(what, await longest(stage, what, act));
  await one("the first reading", async () => {
    await paneFrame(stage).evaluate("location.reload()");
    await page.waitForTimeout(1_000);
    await footer.getByText(/^Figures (current|older)/).waitFor({ timeout: patience });
  });
  await one("Refresh", refresh);
  await one("an amount typed", () => page.evaluate(typeAmount));
  await one("Refresh after it", refresh);
  await one("Account, by its name", async () => {
    await inside.getByRole("combobox").first().fill("Berg");
    await page.keyboard.press("Enter");
    await tab(/^Account/);
  });
  await one("Reviews", () => tab(/^Reviews/));
  await one("Today", () => tab(/^Today/));
  await one("Settings", async () => {
    await tab(/^Settings/);
    await inside.getByRole("button", { name: /^Scoring and tiers/ }).click();
  });
  await one("what-if", async () => {
    await inside.getByRole("spinbutton", { name: "Weight, Revenue" }).fill("20");
    await inside
      .getByRole("region", { name: /What moves/ })
      .getByRole("listitem")
      .first()
      .waitFor();
  });
  return found;
}

/** The longest task of the pane's thread in the browser, with the host in another process. */
export async function benchLongTasks(size: LoadSize): Promise<Ratio> {
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "ignore" });
  const addIn = { pages: path.join(root, "dist"), manifest: path.join(root, "manifest.xml") };
  const served = { flavour: "web", addIn, port: 0, locale: "en-US" } as const;
  const pages = await startServer(served);
  const server = await startServer({ ...served, addInOrigin: new URL(pages.url).origin });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    await page.goto(server.url);
    await page.evaluate("workbench.ready");
    const found = await measure(await open(browser, page, size));
    const [[what, ours] = ["", 0]] = [...found].sort(([, one], [, other]) => other - one);
    return {
      id: "long-tasks",
      what: `time on the processor of the longest task of the pane's thread, in Chromium with the host in another process, with ${sizeText(size)} (${what})`,
      against: "200 ms, from which on a person notices",
      limit: 1,
      ours,
      theirs: noticed,
      ratio: ours / noticed,
    };
  } finally {
    await browser.close();
    await server.close();
    await pages.close();
  }
}
