/** Makes docs/pictures/*.png for the README from the real add-in in the workbench: `npx tsx scripts/pictures.ts`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ExcelWindow } from "../tests/e2e/page-models/excel-window";
import { decide, readReviewSheet } from "../tests/e2e/page-models/review-sheet";
import { chinese, english, type Words } from "../tests/e2e/page-models/words";

const folder = path.resolve(__dirname, "../docs/pictures");

async function take(excel: ExcelWindow, name: string): Promise<void> {
  await excel.workbook.quiet();
  await excel.page.mouse.move(640, 22);
  await excel.page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

/** Goes to an account's row and column of the Accounts table. */
async function toAccount({ grid, workbook }: ExcelWindow, id: string, column: number): Promise<void> {
  const [header = ""] = await workbook.headers("Accounts");
  const { sheet, row } = await workbook.place("Accounts", header);
  const ids = (await workbook.rows("Accounts")).map((account) => account[header]);
  await grid.goToCell(sheet, row + ids.indexOf(id), column);
}

async function tiersInCells(excel: ExcelWindow, words: Words): Promise<void> {
  const { page, grid, workbook, pane } = excel;
  await page.evaluate(async () => {
    const { book } = window.workbench;
    await book.batch("user", () => {
      const sheet = book.addSheet("My list");
      const rows = ["ERNSH", "QUICK", "SAVEA", "MAISD", "SEVES", "BLONP", "VAFFE", "ALFKI", "GODOS", "PICCO"];
      const area = { row: 1, column: 1, rows: rows.length + 1, columns: 4 };
      sheet.enter(area, [
        ["Account ID", "Tier", "Score", "Next visit"],
        ...rows.map((id) => [id, "", "", ""]),
      ]);
      sheet.addTable(area, true, "MyList");
      sheet.setColumnWidth(1, 4, 90);
      sheet.style({ row: 2, column: 3, rows: rows.length, columns: 1 }, { numberFormat: "0.0" });
      sheet.style({ row: 2, column: 4, rows: rows.length, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
      book.activeSheet = sheet;
    });
  });
  for (const [column, name] of ["TIER", "SCORE", "NEXTVISIT"].entries())
    await grid.enterAt("My list", 2, 2 + column, `=KAM.${name}([@[Account ID]])`);
  await pane.toArea(words.account);
  await grid.goTo("C8");
  await page.waitForTimeout(2000);
  await workbook.quiet();
}

async function logRevisit({ pane }: ExcelWindow, words: Words): Promise<void> {
  await pane.button(words.log).click();
  await pane.choice(words.kind).selectOption({ label: words.revisit });
  await pane.field(words.said).fill("Two new shops in Århus; asked about delivery on Mondays.");
  await pane.field(words.result).fill("Trial order agreed");
  await pane.field(words.usage).fill("Cheese counter, twice a week");
  await pane.field(words.needs).fill("Smaller boxes");
  await pane.field(words.introduced).fill("Gudbrandsdalsost");
  await pane.field(words.usage).scrollIntoViewIfNeeded();
}

async function review(excel: ExcelWindow, words: Words): Promise<void> {
  const { grid, pane, page } = excel;
  await pane.generateReviews(words);
  const important = await readReviewSheet(page, words.sheet.important, words);
  await decide(grid, important, words, "SAVEA", { decision: "Keep" });
  await decide(grid, important, words, "HANAR", {
    decision: "Watch",
    reason: "Grows faster than its credit",
  });
  const general = await readReviewSheet(page, words.sheet.general, words);
  await decide(grid, general, words, "VAFFE", { decision: "Promote", reason: "Opens two more shops" });
  await decide(grid, general, words, "ALFKI", { decision: "Promote" });
  await grid.toSheet(important.name);
  // The first column beside the frozen ones: brings the sheet back to its left end.
  await grid.goTo("F7");
  await take(excel, "review-sheet");
  await grid.goTo("R7");
  await pane.button(words.preview).click();
  await pane.button(words.apply).waitFor();
  await take(excel, "preview");
  await pane.button(words.apply).click();
  await pane.shows(words.applied);
  await take(excel, "applied");
}

/** The first page of the important accounts as LibreOffice prints that sheet; the others go, which ends the tour. */
async function printed(excel: ExcelWindow): Promise<void> {
  const { name } = await readReviewSheet(excel.page, english.sheet.important, english);
  await excel.grid.toSheet(name);
  await excel.page.evaluate((wanted) => {
    const { book } = window.workbench;
    for (const sheet of book.sheets()) {
      if (sheet.name === wanted) continue;
      // LibreOffice prints areas of hidden sheets, too.
      if (/^(Overview|Review)/.test(sheet.name)) book.deleteSheet(sheet);
      else sheet.visibility = "Hidden";
    }
  }, name);
  const scratch = mkdtempSync(path.join(tmpdir(), "pictures-"));
  try {
    writeFileSync(path.join(scratch, "card.xlsx"), await excel.workbook.saved());
    const profile = `-env:UserInstallation=file://${scratch}/profile`;
    const target = ["--convert-to", "pdf", "--outdir", scratch, path.join(scratch, "card.xlsx")];
    execFileSync("soffice", [profile, "--headless", ...target], { stdio: "ignore" });
    const pdf = path.join(scratch, "card.pdf");
    const text = execFileSync("pdftotext", ["-layout", "-l", "1", pdf, "-"], { encoding: "utf8" });
    if (!text.includes("Review – important"))
      throw new Error(`Another sheet was printed: ${text.slice(0, 80)}`);
    const output = path.join(folder, "printed");
    const size = ["-scale-to-x", "1280", "-scale-to-y", "-1"];
    execFileSync("pdftoppm", ["-png", "-singlefile", "-f", "1", "-l", "1", ...size, pdf, output]);
    console.log("docs/pictures/printed.png");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function inEnglish(): Promise<void> {
  const excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
  try {
    await excel.pane.field(english.yourName).fill("Ann Lee");
    await take(excel, "first-run");
    await excel.pane.setUpWithSample(english, "Ann Lee");
    await toAccount(excel, "ALFKI", 1);
    await take(excel, "today");
    await tiersInCells(excel, english);
    await take(excel, "tiers");
    await logRevisit(excel, english);
    await take(excel, "log");
    await excel.pane.button(english.save).click();
    await excel.pane.shows(english.saved);
    await review(excel, english);
    await printed(excel);
  } finally {
    await excel.close();
  }
}

async function inChinese(): Promise<void> {
  const excel = await ExcelWindow.open({ flavour: "win32", locale: "zh-CN" });
  try {
    await excel.pane.setUpWithSample(chinese, "李安");
    await excel.pane.toArea(chinese.account);
    await toAccount(excel, "BERGS", 1);
    await take(excel, "chinese");
  } finally {
    await excel.close();
  }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await inEnglish();
  await inChinese();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
