import { readFileSync } from "node:fs";
import type Axe from "axe-core";
import { FixtureWindow } from "./open-page";

declare global {
  interface Window {
    axe: typeof Axe;
  }
}

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Rules that a page breaks outside the add-in's own frame, as `rule: element`. */
async function axeViolations({ page }: FixtureWindow): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // Two "Notifications" sections of Univer carry the same name; nothing of ours does.
    const results = await window.axe.run(
      { exclude: [["iframe"], [".wb-univer"]] },
      { rules: { "landmark-unique": { enabled: false } } },
    );
    return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

describe("workbench page with an add-in it does not know", () => {
  let opened: FixtureWindow;
  beforeAll(async () => {
    opened = await FixtureWindow.open({ query: "?developer" });
  });
  afterAll(() => opened.close());

  it("[HO-UI16] shows the add-in's ribbon group and runs its page under the desktop library", async () => {
    const group = opened.page.getByRole("group", { name: "Fixture" });
    expect(await group.getByRole("button").allInnerTexts()).toEqual(["Open fixture", "Stamp"]);
    expect(await opened.addIn.textContent("#host")).toBe("Excel PC");
    expect(await opened.page.evaluate(() => window.workbench.host.pane.visible)).toBe(true);
    expect(await opened.page.locator("iframe").evaluate((frame) => frame.clientWidth)).toBe(350);
  });

  it("[HO-UI17] typed values, native formulas and add-in functions calculate", async () => {
    const { page } = opened;
    await opened.clickCell(2, 0);
    for (const entry of ["20", "=A3*2", "=FIX.ADD(A3,A4)"]) {
      await page.keyboard.type(entry);
      await page.keyboard.press("Enter");
    }
    await opened.waitForText(3, 0, "40");
    await opened.waitForText(4, 0, "60");
  });

  it("[HO-UI18] F6 goes round ribbon, grid, pane and drawer, and leaves the add-in's page", async () => {
    const { page } = opened;
    const where = () =>
      page.evaluate(() => {
        const region = document.activeElement?.closest(".wb-ribbon, .wb-grid, .wb-pane, .wb-drawer");
        return region?.className ?? "elsewhere";
      });
    await page.evaluate(() => document.querySelector<HTMLElement>(".wb-ribbon [role=tab]")?.focus());
    const seen: string[] = [];
    for (const key of ["F6", "F6", "F6", "Control+F6", "Shift+F6", "Shift+F6"]) {
      await page.keyboard.press(key);
      seen.push(await where());
    }
    expect(seen).toEqual(["wb-grid", "wb-pane", "wb-drawer", "wb-ribbon", "wb-drawer", "wb-pane"]);
    expect(await opened.addIn.evaluate(() => document.activeElement?.id)).toBe("write");
  });

  it("[HO-UI19] a ribbon command runs in the add-in, by keyboard", async () => {
    const { page } = opened;
    await page.evaluate(() => document.querySelector<HTMLElement>(".wb-ribbon [role=tab]")?.focus());
    await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await opened.waitForText(0, 0, "stamped");
  });

  it("[HO-UI20] a closed pane goes on running and opens again from the ribbon", async () => {
    const { page, addIn } = opened;
    await addIn.evaluate(() => (document.title = "the same page"));
    await page.getByRole("button", { name: "Close the pane" }).click();
    expect(await page.locator(".wb-pane").getAttribute("inert")).not.toBeNull();
    await addIn.evaluate(() => document.getElementById("write")?.click());
    await opened.waitForText(1, 1, "42");
    await page.getByRole("button", { name: "Open fixture" }).click();
    expect(await page.locator(".wb-pane").getAttribute("inert")).toBeNull();
    expect(await opened.addIn.title()).toBe("the same page");
  });

  it("[HO-UI21] a fault that is switched on reaches the add-in and the log", async () => {
    const { page, addIn } = opened;
    const fault = page.getByRole("switch", { name: "A cell is being edited" });
    await fault.check();
    await addIn.click("#write");
    await addIn.waitForFunction(() => document.getElementById("problem")?.textContent !== "");
    expect(await addIn.textContent("#problem")).toContain("InvalidOperationInCellEditMode");
    expect(await page.locator(".wb-log tr[data-failed]").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "All off" }).click();
    expect(await page.evaluate(() => window.workbench.host.faults.cellEdit)).toBe(false);
  });

  it("[HO-UI30] while a person types into a cell the add-in is refused, and what is typed stays whole", async () => {
    const { page, addIn } = opened;
    await opened.clickCell(7, 0);
    await page.keyboard.type("12");
    await page.waitForFunction(() => window.workbench.book.isEditingCell);
    await addIn.evaluate(() => {
      document.getElementById("problem")!.textContent = "";
      document.getElementById("write")!.click();
    });
    await addIn.waitForFunction(() => document.getElementById("problem")?.textContent !== "");
    expect(await addIn.textContent("#problem")).toContain("InvalidOperationInCellEditMode");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await opened.waitForText(7, 0, "123");
  });

  it("[HO-UI31] a drop-down list opens, chooses and closes by keyboard", async () => {
    const { page } = opened;
    await page.evaluate(() => {
      const { book } = window.workbench;
      const validation = {
        rule: { list: { inCellDropDown: true, source: "Keep,Raise,Lower" } },
        ignoreBlanks: true,
      };
      const cell = { row: 7, column: 2, rows: 1, columns: 1 };
      return book.batch("user", () =>
        book.activeSheet.setValidation(cell, { ...validation, prompt: null, errorAlert: null }),
      );
    });
    await opened.clickCell(7, 2);
    await page.keyboard.press("Alt+ArrowDown");
    await page.locator('[data-u-comp="sheets-dropdown-list"]').waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await opened.waitForText(7, 2, "Raise");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Escape");
    await page.locator('[data-u-comp="sheets-dropdown-list"]').waitFor({ state: "detached" });
    expect((await opened.texts(8, 3))[7]).toEqual(["123", "", "Raise"]);
  });

  it("[HO-UI35] Escape, and a click elsewhere in the sheet, close the panel of a filter button", async () => {
    const { page } = opened;
    await page.evaluate(async () => {
      const { book } = window.workbench;
      await book.batch("user", () => {
        const sheet = book.addSheet("Filtered");
        const cells = { row: 0, column: 0, rows: 4, columns: 2 };
        sheet.enter(cells, [["A", "B"], ...[1, 2, 3].map((value) => [value, value])]);
        sheet.addTable(cells, true);
        book.activeSheet = sheet;
      });
    });
    const canvas = (await page.locator('[id^="univer-sheet-main-canvas"]').boundingBox())!;
    const confirm = page.getByRole("button", { name: "Confirm" });
    const open = async () => {
      await page.mouse.click(canvas.x + 46 + 54, canvas.y + 20 + 10);
      await confirm.waitFor();
    };
    await open();
    await page.keyboard.press("Escape");
    await confirm.waitFor({ state: "detached" });
    await open();
    await opened.clickCell(8, 3);
    await confirm.waitFor({ state: "detached" });
    await page.evaluate(() => {
      const { book } = window.workbench;
      const [first] = book.sheets();
      return book.batch("user", () => {
        if (first) book.activeSheet = first;
        book.deleteSheet(book.sheetByName("Filtered")!);
      });
    });
  });

  it("[HO-UI32] Ctrl+Z takes a typed value back and Ctrl+Y brings it again", async () => {
    const { page } = opened;
    await opened.clickCell(8, 0);
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await opened.waitForText(8, 0, "77");
    await page.keyboard.press("Control+z");
    await opened.waitForText(8, 0, "");
    await page.keyboard.press("Control+y");
    await opened.waitForText(8, 0, "77");
  });

  it("[HO-UI34] typed dates, percents and texts are read as Excel reads them, and edited without harm", async () => {
    const { page } = opened;
    await page.evaluate(async () => {
      const { book } = window.workbench;
      await book.batch("user", () => {
        const sheet = book.addSheet("Typed");
        sheet.style({ row: 3, column: 0, rows: 1, columns: 1 }, { numberFormat: "0%" });
        sheet.style({ row: 4, column: 0, rows: 1, columns: 1 }, { numberFormat: "@" });
        book.activeSheet = sheet;
      });
    });
    await opened.clickCell(0, 0);
    for (const entry of ["3/14", "22/11/2026", "'0012", "7", "0012"]) {
      await page.keyboard.type(entry);
      await page.keyboard.press("Enter");
    }
    await opened.waitForText(4, 0, "0012");
    // Opened and closed again without a change.
    for (const row of [2, 4]) {
      await opened.clickCell(row, 0);
      await page.keyboard.press("F2");
      await page.keyboard.press("Enter");
    }
    expect((await opened.texts(5, 1)).flat()).toEqual(["14-Mar", "22/11/2026", "0012", "7%", "0012"]);
    const quoted = await page.evaluate(() => {
      const cells = { row: 2, column: 0, rows: 3, columns: 1 };
      return window.workbench.book.activeSheet.styles(cells).map(([style]) => style?.quotePrefix);
    });
    expect(quoted).toEqual([true, false, false]);
    await page.evaluate(() => {
      const { book } = window.workbench;
      const [first] = book.sheets();
      return book.batch("user", () => {
        if (first) book.activeSheet = first;
        book.deleteSheet(book.sheetByName("Typed")!);
      });
    });
  });

  it("[HO-UI22] the pane's page follows the colours the person chooses", async () => {
    const { page, addIn } = opened;
    const dark = () => addIn.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    expect(await dark()).toBe(false);
    await page.getByRole("button", { name: "Dark colours" }).click();
    await page.waitForSelector('html[data-colours="dark"]');
    expect(await dark()).toBe(true);
    expect(await axeViolations(opened)).toEqual([]);
    await page.getByRole("button", { name: "Light colours" }).click();
    expect(await dark()).toBe(false);
  });

  it("[HO-UI23] the edge of the pane is moved by pointer and by arrow keys, not below 320 pixels", async () => {
    const { page } = opened;
    const width = () => page.locator("iframe").evaluate((frame) => frame.clientWidth);
    const edge = (await page.locator(".wb-edge").boundingBox())!;
    await page.mouse.move(edge.x + 4, edge.y + 100);
    await page.mouse.down();
    await page.mouse.move(edge.x - 96, edge.y + 100, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(450);
    await page.locator(".wb-edge").focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press("ArrowRight");
    expect(await width()).toBe(320);
  });

  it("[HO-UI24] its own window has no accessibility violations", async () => {
    expect(await axeViolations(opened)).toEqual([]);
  });

  it("[HO-UI27] a saved file opens again with values, formulas, formats and tables; the add-in starts anew", async () => {
    const { page } = opened;
    const plan = [
      ["Item", "Quantity"],
      ["Pens", 3],
      ["Total", "=SUM(B11:B11)"],
    ];
    const shown = () =>
      page.evaluate(() => {
        const { book } = window.workbench;
        const area = { row: 9, column: 0, rows: 3, columns: 2 };
        const { rect, name } = book.table("Plan")!;
        const formats = book.activeSheet
          .styles(area)
          .map((row) => row.map((cell) => cell.numberFormat ?? "General"));
        return {
          formulas: book.activeSheet.formulas(area),
          texts: book.activeSheet.texts(area),
          formats,
          rect,
          name,
        };
      });
    await page.evaluate(async (entries) => {
      const { book } = window.workbench;
      await book.batch("user", () => {
        book.activeSheet.enter({ row: 9, column: 0, rows: 3, columns: 2 }, entries);
        book.activeSheet.style({ row: 10, column: 1, rows: 2, columns: 1 }, { numberFormat: "0.00" });
        book.activeSheet.addTable({ row: 9, column: 0, rows: 2, columns: 2 }, true, "Plan");
      });
      await book.settled();
    }, plan);
    const before = await shown();
    expect(before.texts[2]).toEqual(["Total", "3.00"]);

    const bytes = await page.evaluate(() => window.workbench.saveXlsx());
    await page.evaluate(() =>
      window.workbench.book.activeSheet.clear({ row: 9, column: 0, rows: 3, columns: 2 }, "Contents"),
    );
    await page.locator("input[type=file]").setInputFiles({
      name: "stock.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(bytes, "base64"),
    });
    await page.getByRole("heading", { level: 1, name: "stock" }).waitFor();
    await page.evaluate(() => window.workbench.host.ready);
    expect(await shown()).toEqual(before);
    await opened.addIn.waitForSelector('body[data-ready="yes"]');
    await opened.addIn.click("#write");
    await opened.waitForText(1, 1, "42");
  });

  it("[HO-UI28] the save button downloads the workbook under its name", async () => {
    const [download] = await Promise.all([
      opened.page.waitForEvent("download"),
      opened.page.getByRole("button", { name: "Save .xlsx" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("stock.xlsx");
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  it("[HO-UI29] a file that is no workbook is refused and the open one stays", async () => {
    const { page } = opened;
    await opened.waitForText(4, 0, "60");
    const before = await opened.texts(12, 2);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "notes.xlsx", mimeType: "text/plain", buffer: Buffer.from("not a workbook") });
    const alert = page.getByRole("alert").filter({ hasText: "notes.xlsx could not be opened" });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("The workbook you had is unchanged");
    expect(await opened.texts(12, 2)).toEqual(before);
    await page.getByRole("button", { name: "Dismiss" }).click();
  });

  it("[HO-UI16] nothing failed to load and no script failed", () => {
    expect(opened.errors).toEqual([]);
  });
});

describe("workbench page in Chinese on the web flavour", () => {
  let opened: FixtureWindow;
  beforeAll(async () => {
    opened = await FixtureWindow.open({
      flavour: "web",
      query: "?lang=zh-CN&developer",
      colorScheme: "dark",
    });
  });
  afterAll(() => opened.close());

  it("[HO-UI25] the add-in runs under the web library and writes cells", async () => {
    expect(await opened.addIn.textContent("#host")).toBe("Excel OfficeOnline");
    await opened.addIn.click("#write");
    await opened.waitForText(1, 1, "42");
  });

  it("[HO-UI26] the window's own texts are Chinese", async () => {
    const shown = await opened.page.evaluate(() =>
      [".wb-title", ".wb-tabs", ".wb-faults", ".wb-drawer-head"].map(
        (part) => document.querySelector<HTMLElement>(part)?.innerText ?? "",
      ),
    );
    const words = shown.join(" ").match(/[A-Za-z]{3,}/g) ?? [];
    expect(words.filter((word) => !["English", "xlsx", "Excel", "ExcelApi"].includes(word))).toEqual([]);
    expect(await opened.page.getAttribute("html", "lang")).toBe("zh-CN");
  });

  it("[HO-UI22] a dark system is dark in window and pane", async () => {
    expect(await opened.page.getAttribute("html", "data-colours")).toBe("dark");
    expect(await opened.addIn.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
    expect(await axeViolations(opened)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});
