import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "../../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../../workbench/xlsx/write-xlsx";
import { snapshot } from "./sample-snapshot";

const office = ["/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find(existsSync);
const folder = mkdtempSync(path.join(tmpdir(), "workbench-xlsx-"));

function convert(format: string): string {
  execFileSync(
    office ?? "soffice",
    [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      format,
      "--outdir",
      `${folder}/out`,
      `${folder}/book.xlsx`,
    ],
    { stdio: "ignore" },
  );
  return `${folder}/out/book.${format}`;
}

describe("a saved file", () => {
  it("[HO-X5] is a package whose parts are well formed, with the marks the library does not write", async () => {
    const parts = unzipSync(await writeXlsx(snapshot, ["FIX"]));
    expect(strFromU8(parts["xl/styles.xml"]!)).toContain('quotePrefix="1"');
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    expect(sheet).toContain('stopIfTrue="1"');
    expect(sheet).toContain("_xldudf_FIX_TIER(A4,&quot;FIX.X(&quot;)");
    expect(sheet).toContain("_xlfn.XLOOKUP(");
    expect(Object.values(parts).some((part) => strFromU8(part).includes("undefined"))).toBe(false);
  });

  // Where LibreOffice is not installed there is nothing to ask; CI installs it.
  (office ? it : it.skip)(
    "[HO-X6] opens in another program and comes back with values, formulas and names",
    async () => {
      writeFileSync(`${folder}/book.xlsx`, await writeXlsx(snapshot, ["FIX"]));
      const back = await readXlsx(readFileSync(convert("xlsx")));
      const sheet = back.sheets[0]!;
      expect(sheet.name).toBe("Aufträge 订单");
      expect(sheet.cells["1,0"]).toMatchObject({ value: "=1+1" });
      expect(sheet.cells["1,0"]?.formula).toBeUndefined();
      expect(sheet.cells["3,2"]?.value).toBe(25);
      expect(sheet.cells["7,0"]).toMatchObject({ value: "important", formula: '=FIX.TIER(A4,"FIX.X(")' });
      expect(sheet.cells["3,3"]?.value).toBe(35921);
      expect(sheet.tables[0]?.name).toBe("Orders");
      expect(back.names.map(({ name }) => name)).toEqual(expect.arrayContaining(["Rate", "Amounts"]));
    },
    60_000,
  );
});
