import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { figuresByModel, plainPurchases, readHandMade, writeHandMade } from "./hand-made-columns";
import { loadRecords } from "./load-records";
import type { LoadSize } from "./load-rows";
import { median, type Ratio } from "./side-by-side";

const program = ["/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find(existsSync);

/** 0: a file is calculated whenever it is opened. */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

function newProfile(folder: string): void {
  mkdirSync(path.join(folder, "profile/user"), { recursive: true });
  writeFileSync(path.join(folder, "profile/user/registrymodifications.xcu"), alwaysCalculate);
}

/** Milliseconds to open, calculate and save. */
function convert(office: string, folder: string, file: string): number {
  const since = performance.now();
  execFileSync(
    office,
    [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      "xlsx",
      "--outdir",
      path.join(folder, "out"),
      path.join(folder, file),
    ],
    { stdio: "ignore", timeout: 240_000 },
  );
  return performance.now() - since;
}

/** Same figure, but for the last digits of sums in another order. */
const agrees = (one: number | null, other: number | null): boolean =>
  one === other ||
  (one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)));

/** Throws for the first figure that the two programs do not agree on. */
function compare(ours: readonly (number | null)[][], theirs: readonly (number | null)[][]): void {
  for (const [row, figures] of ours.entries()) {
    for (const [column, figure] of figures.entries()) {
      const other = theirs[row]?.[column] ?? null;
      if (!agrees(figure, other))
        throw new Error(
          `LibreOffice has ${other} in row ${row + 2}, column ${column + 2}; we have ${figure}`,
        );
    }
  }
}

/**
 * Ten columns as formulas, recalculated by LibreOffice, against the whole model: without the time it takes to start, to
 * open the file and to save it. null where LibreOffice is not installed; throws where the figures differ.
 */
export async function benchLibreOffice(size: LoadSize): Promise<Ratio | null> {
  if (!program) return null;
  const loaded = loadRecords(size);
  const records = { ...loaded, purchases: plainPurchases(loaded) };
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  try {
    newProfile(folder);
    writeFileSync(path.join(folder, "values.xlsx"), await writeHandMade(records, false));
    writeFileSync(path.join(folder, "formulas.xlsx"), await writeHandMade(records, true));
    convert(program, folder, "values.xlsx");
    const empty = convert(program, folder, "values.xlsx");
    const theirs = convert(program, folder, "formulas.xlsx") - empty;
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const since = performance.now();
      const figures = figuresByModel({ ...records, purchases: [...records.purchases] });
      times.push(performance.now() - since);
      if (round > 0) continue;
      const recalculated = readFileSync(path.join(folder, "out/formulas.xlsx"));
      compare(figures, await readHandMade(recalculated, records.accounts.length));
    }
    const ours = median(times);
    return {
      id: "libreoffice",
      what: `every figure of ${size.accounts.toLocaleString("en")} accounts × ${records.purchases.length.toLocaleString("en")} purchases, in memory`,
      against: "ten columns of them as formulas, recalculated by LibreOffice (the figures agree)",
      limit: 1,
      ours,
      theirs,
      ratio: ours / theirs,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
