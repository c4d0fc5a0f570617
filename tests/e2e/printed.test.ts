import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ExcelWindow } from "./page-models/excel-window";
import { chinese as words } from "./page-models/words";
import { plannedPages, widestFont } from "./planned-pages";
import { SavedFile } from "./saved-file";

const programs = ["soffice", "pdftotext", "pdffonts"];
const missing = programs.filter((name) =>
  (process.env["PATH"] ?? "").split(path.delimiter).every((folder) => !existsSync(path.join(folder, name))),
);
if (missing.length > 0) console.warn(`Printing is not tested: ${missing.join(", ")} not installed.`);
const printing = missing.length > 0 ? describe.skip : describe;

/** Text of every page. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("\f");
}

printing("the saved workbook, printed by another program", () => {
  let folder: string;
  let pages: string[];
  let pdf: string;
  let file: SavedFile;
  beforeAll(async () => {
    const excel = await ExcelWindow.open({ flavour: "win32", locale: "zh-CN" });
    try {
      await excel.pane.setUpWithSample(words, "李安");
      await excel.pane.generateReviews(words);
      folder = mkdtempSync(path.join(tmpdir(), "printed-"));
      const bytes = await excel.workbook.saved();
      file = await SavedFile.read(bytes);
      writeFileSync(path.join(folder, "card.xlsx"), bytes);
    } finally {
      await excel.close();
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const target = ["--convert-to", "pdf", "--outdir", folder, path.join(folder, "card.xlsx")];
    execFileSync("soffice", [profile, "--headless", ...target], { stdio: "ignore", timeout: 120_000 });
    pdf = path.join(folder, "card.pdf");
    pages = pagesOf(pdf);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesFor = (tier: string) => pages.filter((page) => page.includes(`${tier}客户评审 · 周期 1998-05`));

  it.each(["重要", "特殊", "一般"])(
    "[RV1] the review of %s accounts has the pages it was planned for, its headings on each of them",
    (tier) => {
      const printed = pagesFor(tier);
      const sheet = file.sheet(new RegExp(`^评审 – ${tier}`));
      expect(printed.length).toBeLessThanOrEqual(plannedPages(sheet));
      expect(printed.length).toBeGreaterThanOrEqual(plannedPages(sheet, widestFont));
      for (const page of printed) expect(page).toMatch(/名称.*负责人/);
      for (const page of printed) expect(page).toContain("决定");
    },
  );

  it("[RV1] the last page of each review ends with the three signatures", () => {
    for (const tier of ["重要", "特殊", "一般"]) expect(pagesFor(tier).at(-1)).toMatch(/总经理/);
  });

  it("[RV1] its Chinese is text in an embedded font", () => {
    const first = pages.findIndex((page) => page.includes("重要客户评审 · 周期 1998-05")) + 1;
    const fonts = execFileSync("pdffonts", ["-f", `${first}`, "-l", `${first}`, pdf], { encoding: "utf8" });
    const chinese = fonts
      .split("\n")
      .filter((line) => /CJK|Han|Hei|Song|Kai|YaHei|WenQuan|Droid/i.test(line));
    expect(chinese.length).toBeGreaterThan(0);
    for (const line of chinese) expect(line).toMatch(/\syes\s/);
  });
});
