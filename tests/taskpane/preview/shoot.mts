/** Pictures of every view: `npx tsx tests/taskpane/preview/shoot.ts <folder> [name…]`. */
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";

interface Shot {
  readonly name: string;
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: boolean;
  readonly steps?: (page: Page) => Promise<unknown>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const tab = (name: string) => (page: Page) => page.getByRole("tab", { name }).click();
const find = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("combobox").first().fill(text);
};
const openAccount = async (page: Page): Promise<void> => {
  await find(page, "bergl");
  await page.keyboard.press("Enter");
};
const logRevisit = async (page: Page): Promise<void> => {
  await openAccount(page);
  await page.getByRole("button", { name: /^(Log|记录)$/ }).click();
  await page.locator("select").first().selectOption("revisit");
  await page
    .locator("textarea")
    .first()
    .fill("Late delivery of 10924 upset the store managers. Asks for a fixed delivery day.");
};
const logFailing = async (page: Page): Promise<void> => {
  await page.evaluate(() => Reflect.get(window, "card").failNext("log", { code: "cellEdit", values: {} }));
  await logRevisit(page);
  await page.keyboard.press("Enter");
};
const openSetting = (name: string) => async (page: Page) => {
  await page.getByRole("tab").last().click();
  await page.getByRole("button", { name }).click();
};

const tryRules = (setting: string, figure: string, value: string) => async (page: Page) => {
  await openSetting(setting)(page);
  await page.getByRole("spinbutton", { name: figure }).fill(value);
};

const chooseFile = async (page: Page): Promise<void> => {
  await page.getByRole("tab", { name: /^(Data|数据)/ }).click();
  await page.getByRole("button", { name: /^(Import|导入)/ }).click();
  await page.waitForTimeout(300);
  await page
    .locator("input[type=file]")
    .setInputFiles(join(import.meta.dirname, "../../fixtures/northwind/customers.csv"));
  await page.getByRole("button", { name: /^(Preview|预览)$/ }).waitFor();
};
const previewImport = async (page: Page): Promise<void> => {
  await chooseFile(page);
  await press(/^(Preview|预览)$/)(page);
};
const importCells = async (page: Page): Promise<void> => {
  await page.getByRole("tab", { name: /^(Data|数据)/ }).click();
  await page.getByRole("button", { name: /^(Import|导入)/ }).click();
  await page.waitForTimeout(300);
  await page.getByRole("button", { name: /selected cells|选定的单元格/ }).click();
};
const imported = async (page: Page): Promise<void> => {
  await previewImport(page);
  await press(/^(Import 27 rows|导入 27 行)$/)(page);
};

const openFunction = (id: string) => async (page: Page) => {
  await page.getByRole("searchbox").last().fill(id);
  await page.getByRole("button", { expanded: false }).first().click();
};
const insertExample = (issue?: object) => async (page: Page) => {
  if (issue)
    await page.evaluate((given) => Reflect.get(window, "card").failNext("daily.insertWritten", given), issue);
  await page.getByRole("searchbox").last().fill("leaving customers");
  await press(/^Insert the example/)(page);
};

const handleToday = async (page: Page): Promise<void> => {
  await press(/^Snooze visit/)(page);
  await page.getByRole("menuitem", { name: /Friday/ }).click();
  await press(/^Done/)(page);
  await press(/^Acknowledge/)(page);
};

const zh = "language=zh-CN";
const shots: readonly Shot[] = [
  { name: "first-run", query: "state=none&noname" },
  { name: "first-run-data-zh", query: `state=none&data&noname&${zh}` },
  {
    name: "first-run-progress",
    query: "state=none",
    steps: async (page) => {
      await page.evaluate(() => Reflect.get(window, "card").hold("setUp"));
      await press("Try with sample data")(page);
      await page.evaluate(() => {
        const card = Reflect.get(window, "card");
        card.progress({ step: "settings", done: 20, total: 20 });
        card.progress({ step: "accounts", done: 91, total: 91 });
        card.progress({ step: "purchases", done: 800, total: 2155 });
      });
    },
  },
  { name: "today", query: "review" },
  { name: "today-320", query: "review", width: 320 },
  { name: "today-dark", query: "review&theme=dark" },
  { name: "today-hc", query: "review&theme=dark", forcedColors: true },
  { name: "today-zh", query: `review&${zh}` },
  { name: "today-snooze", steps: press(/^Snooze visit/) },
  {
    name: "today-snooze-320-hc",
    width: 320,
    query: "theme=dark",
    forcedColors: true,
    steps: press(/^Snooze visit/),
  },
  { name: "today-snoozed", steps: handleToday },
  { name: "today-snoozed-dark", query: "theme=dark", steps: handleToday },
  {
    name: "today-snooze-zh",
    query: zh,
    steps: async (page) => {
      await press(/^完成/)(page);
      await press(/^推迟拜访/)(page);
      await page.getByRole("menuitem").last().click();
    },
  },
  { name: "account-file", steps: openAccount },
  { name: "account-file-320", width: 320, steps: openAccount },
  { name: "account-file-zh", query: zh, steps: openAccount },
  { name: "account-file-hc", query: "theme=dark", forcedColors: true, steps: openAccount },
  {
    name: "account-timeline",
    steps: async (page) => {
      await openAccount(page);
      await tab("Timeline")(page);
    },
  },
  {
    name: "account-timeline-zh",
    query: zh,
    steps: async (page) => {
      await openAccount(page);
      await tab("往来")(page);
    },
  },
  {
    name: "account-tier",
    width: 320,
    steps: async (page) => {
      await openAccount(page);
      await press("Set tier now")(page);
      await press("Store this tier")(page);
      await press("Hand over")(page);
      await page.getByRole("heading", { name: "Tier" }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "account-tier-zh",
    query: `theme=dark&${zh}`,
    steps: async (page) => {
      await openAccount(page);
      await press("立即定级")(page);
      await page.locator("form input").first().fill("新框架合同");
      await press("存储此级别")(page);
      await press("移交")(page);
      await page.getByRole("heading", { name: "负责人" }).scrollIntoViewIfNeeded();
    },
  },
  ...["", "theme=dark&", `${zh}&`, `${zh}&theme=dark&`].map((query, at) => ({
    name: `account-group-320-${at}`,
    query: `${query}state=group&scored`,
    width: 320,
    height: 1900,
    steps: openAccount,
  })),
  {
    name: "account-group-why",
    query: "state=group&scored",
    steps: async (page) => {
      await openAccount(page);
      await press(/why\?$/)(page);
    },
  },
  { name: "settings-groups-320", query: "state=group", width: 320, steps: openSetting("Group customers") },
  { name: "account-none", steps: tab("Account") },
  { name: "account-find", steps: (page) => find(page, "ber") },
  {
    name: "why",
    steps: async (page) => {
      await find(page, "richter");
      await page.keyboard.press("Enter");
      await press(/why/)(page);
    },
  },
  {
    name: "why-hc",
    query: "theme=dark",
    forcedColors: true,
    steps: async (page) => {
      await find(page, "richter");
      await page.keyboard.press("Enter");
      await press(/why/)(page);
    },
  },
  {
    name: "why-zh",
    query: zh,
    steps: async (page) => {
      await find(page, "richter");
      await page.keyboard.press("Enter");
      await press(/为什么/)(page);
    },
  },
  { name: "log", steps: logRevisit },
  { name: "log-zh", query: zh, steps: logRevisit },
  { name: "log-320", width: 320, steps: logRevisit },
  { name: "log-378high", height: 378, steps: logRevisit },
  { name: "log-celledit", steps: logFailing },
  { name: "log-celledit-zh", query: zh, steps: logFailing },
  {
    name: "log-missing",
    query: "noname",
    steps: async (page) => {
      await press("Log")(page);
      await page.keyboard.press("Control+Enter");
    },
  },
  {
    name: "log-saved",
    steps: async (page) => {
      await logRevisit(page);
      await page.keyboard.press("Enter");
    },
  },
  { name: "reviews-none", steps: tab("Reviews") },
  { name: "reviews", query: "review", steps: tab("Reviews") },
  { name: "reviews-zh", query: `review&${zh}`, steps: tab("评审") },
  {
    name: "reviews-preview",
    query: "review",
    steps: async (page) => {
      await tab("Reviews")(page);
      await press("Preview the changes")(page);
    },
  },
  {
    name: "reviews-result",
    query: "review&theme=dark",
    steps: async (page) => {
      await tab("Reviews")(page);
      await press("Preview the changes")(page);
      await press(/^Apply/)(page);
    },
  },
  { name: "data", steps: tab("Data") },
  {
    name: "import-source",
    steps: async (page) => {
      await tab("Data")(page);
      await press(/^Import/)(page);
    },
  },
  { name: "import-map", steps: chooseFile },
  { name: "import-map-320", width: 320, steps: chooseFile },
  { name: "import-map-zh", query: zh, steps: chooseFile },
  { name: "import-questions", steps: importCells },
  { name: "import-questions-zh", query: `${zh}&theme=dark`, steps: importCells },
  { name: "import-preview", steps: previewImport },
  { name: "import-preview-320", width: 320, steps: previewImport },
  { name: "import-preview-dark", query: "theme=dark", steps: previewImport },
  { name: "import-preview-hc", query: "theme=dark", forcedColors: true, steps: previewImport },
  { name: "import-preview-zh", query: zh, steps: previewImport },
  { name: "import-result", steps: imported },
  {
    name: "import-undone-zh",
    query: zh,
    steps: async (page) => {
      await imported(page);
      await press("撤销导入")(page);
    },
  },
  {
    name: "import-progress",
    steps: async (page) => {
      await page.evaluate(() => Reflect.get(window, "card").hold("imports.run"));
      await imported(page);
      await page.evaluate(() => {
        const card = Reflect.get(window, "card");
        card.progress({ step: "import.check", done: 20000, total: 20000 });
        card.progress({ step: "purchases", done: 6000, total: 20000 });
      });
    },
  },
  { name: "functions", query: "place=data.functions" },
  { name: "functions-zh", query: `place=data.functions&${zh}` },
  { name: "functions-open-320", query: "place=data.functions", width: 320, steps: openFunction("SIGNALS") },
  {
    name: "functions-open-dark",
    query: "place=data.functions&theme=dark",
    steps: openFunction("TREND"),
  },
  {
    name: "functions-open-hc",
    query: "place=data.functions&theme=dark",
    forcedColors: true,
    steps: openFunction("TIER"),
  },
  { name: "functions-open-zh", query: `place=data.functions&${zh}`, steps: openFunction("WHY") },
  { name: "functions-inserted", query: "place=data.functions", steps: insertExample() },
  {
    name: "functions-taken-320",
    query: "place=data.functions",
    width: 320,
    steps: insertExample({ code: "cellTaken", values: { address: "D4", value: "mine" } }),
  },
  { name: "settings", steps: (page) => page.getByRole("tab").last().click() },
  { name: "settings-zh", query: zh, steps: (page) => page.getByRole("tab").last().click() },
  { name: "criteria", steps: openSetting("Scoring and tiers") },
  { name: "criteria-320", width: 320, steps: openSetting("Scoring and tiers") },
  { name: "criteria-moves", steps: tryRules("Scoring and tiers", "Weight, Revenue", "20") },
  { name: "criteria-moves-320", width: 320, steps: tryRules("Scoring and tiers", "Weight, Revenue", "20") },
  {
    name: "criteria-moves-dark",
    query: "theme=dark",
    steps: tryRules("Scoring and tiers", "Weight, Revenue", "20"),
  },
  {
    name: "criteria-moves-hc",
    query: "theme=dark",
    forcedColors: true,
    steps: tryRules("Scoring and tiers", "Weight, Revenue", "20"),
  },
  { name: "criteria-moves-zh", query: zh, steps: tryRules("评分与级别", "权重、收入", "20") },
  { name: "criteria-378high", height: 378, steps: tryRules("Scoring and tiers", "Weight, Revenue", "20") },
  {
    name: "criteria-bounds",
    steps: async (page) => {
      await tryRules("Scoring and tiers", "Full at, Revenue", "60000")(page);
      await press("Propose bounds")(page);
    },
  },
  {
    name: "criteria-add",
    steps: async (page) => {
      await openSetting("Scoring and tiers")(page);
      await press("+ Add a criterion")(page);
    },
  },
  {
    name: "criteria-saved",
    steps: async (page) => {
      await tryRules("Scoring and tiers", "Weight, Revenue", "20")(page);
      await press(/^Save as/)(page);
    },
  },
  { name: "cadence-zh", query: zh, steps: openSetting("节奏") },
  {
    name: "sample-dialog",
    steps: async (page) => {
      await openSetting("Sample data")(page);
      await press("Remove sample data")(page);
    },
  },
  { name: "error", query: "state=damaged" },
  { name: "error-zh-320", query: `state=damaged&${zh}`, width: 320 },
  { name: "repair", query: "state=damaged", steps: press("Repair") },
  { name: "repair-320-zh", query: `state=damaged&${zh}`, width: 320, steps: press("修复") },
  { name: "repair-hc", query: "state=damaged&theme=dark", forcedColors: true, steps: press("Repair") },
  {
    name: "repair-done",
    query: "state=damaged&theme=dark",
    steps: async (page) => {
      await press("Repair")(page);
      await page.waitForTimeout(300);
      await press(/^Repair \d/)(page);
    },
  },
  { name: "remove-card", steps: openSetting("Remove the card") },
  { name: "remove-card-320-zh", query: zh, width: 320, steps: openSetting("移除管理卡") },
  {
    name: "remove-card-dialog",
    width: 320,
    steps: async (page) => {
      await openSetting("Remove the card")(page);
      await page.waitForTimeout(300);
      await press("Remove the card")(page);
    },
  },
  {
    name: "removed",
    steps: async (page) => {
      await openSetting("Remove the card")(page);
      await page.waitForTimeout(300);
      await press("Remove the card")(page);
      await page.getByRole("alertdialog").getByRole("button", { name: "Remove the card" }).click();
    },
  },
  { name: "first-run-data-320", query: "state=none&data", width: 320 },
  { name: "today-mixed", query: "mixed" },
  { name: "loading", query: "state=loading" },
  { name: "unread", query: "state=unread" },
  { name: "unread-zh", query: `state=unread&theme=dark&${zh}` },
  { name: "stale", query: "stale" },
];

const folder = process.argv[2] ?? "pictures";
const wanted = process.argv.slice(3);
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [join(import.meta.dirname, "preview.tsx")],
  bundle: true,
  format: "esm",
  splitting: true,
  outdir: join(folder, "page"),
  jsx: "automatic",
  minify: true,
  define: { "process.env.NODE_ENV": '"production"' },
});
const style = "html,body,#root{margin:0;height:100%}";
writeFileSync(
  join(folder, "page", "index.html"),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>KAM Card</title><style>${style}</style><div id="root"></div><script type="module" src="preview.js"></script>`,
);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
});
for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const page = await browser.newPage({
    viewport: { width: shot.width ?? 350, height: shot.height ?? 760 },
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
    forcedColors: shot.forcedColors ? "active" : "none",
    colorScheme: shot.forcedColors ? "dark" : "light",
  });
  page.setDefaultTimeout(4000);
  page.on("pageerror", (error) => console.error(shot.name, error.message));
  await page.goto(`file://${join(folder, "page", "index.html")}?${shot.query ?? ""}`);
  await page.waitForTimeout(400);
  await shot.steps?.(page).catch((error: unknown) => console.error(shot.name, String(error).slice(0, 300)));
  await page.waitForTimeout(300);
  // Colour contrast needs a real page; forced colours are the system's own.
  await page.addScriptTag({ path: join(import.meta.dirname, "../../../node_modules/axe-core/axe.min.js") });
  const faults: unknown = await page.evaluate(() =>
    Reflect.get(window, "axe")
      .run(
        { exclude: [["[data-tabster-dummy]"]] },
        { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
      )
      .then(({ violations }: { violations: { id: string; nodes: { html: string }[] }[] }) =>
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
        ),
      ),
  );
  if (Array.isArray(faults) && faults.length > 0 && !shot.forcedColors) console.error(shot.name, faults);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  if (sideways) console.error(shot.name, "scrolls sideways");
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await page.close();
}
await browser.close();
