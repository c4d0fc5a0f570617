/** Writes docs/PROFILES.md from the profiles of the host and the runs of the tests: `npx tsx scripts/profiles-doc.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runs } from "../tests/profiles/runs";
import { profileNames, profiles, type Profile, type ProfileName } from "../workbench/host/profiles";
import { defaultRequirementSets } from "../workbench/host/requirement-sets";

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const blanks = (value: Profile["blanks"]): string =>
  value === 0
    ? "0, as Excel on Windows delivers them"
    : value === ""
      ? "empty text"
      : "null, as Excel on the web";

/** What an Excel of this profile does differently, in words. */
function differences(name: ProfileName): string {
  const profile: Profile = profiles[name];
  const words: string[] = [];
  if (profile.requirementSets) {
    const sets = ["ExcelApi", "SharedRuntime", "CustomFunctionsRuntime"].map(
      (set) => `${set} ${profile.requirementSets?.[set]}`,
    );
    words.push(`${sets.join(", ")}; later members are refused, changes do not say who made them`);
  }
  if ("blanks" in profile) words.push(`blank cells reach custom functions as ${blanks(profile.blanks)}`);
  if (profile.date1904) words.push("the workbook counts days from 1904-01-01");
  if (profile.culture)
    words.push(`decimal sign, sign between thousands, list separator and dates of \`${profile.culture}\``);
  return words.join("; ") || `ExcelApi ${defaultRequirementSets.ExcelApi}, blanks as ${blanks(null)}, en-US`;
}

export function profilesDocument(): string {
  return [
    "# Profiles",
    "",
    "Generated from `workbench/host/profiles.ts` and `tests/profiles/runs.ts`; do not edit by hand.",
    "",
    "The workbench can be the Excels below. In the page they are chosen in the developer drawer or by the address,",
    "several at once: `http://localhost:3000/?profile=oldest,german`.",
    "",
    row("Profile", "What differs"),
    row("---", "---"),
    ...profileNames.map((name) => row(`\`${name}\``, differences(name))),
    "",
    "## What is run in them",
    "",
    "The main job through the real office.js: set up with the sample, refresh, log, generate the review sheets, decide,",
    "apply. Then every custom function, live and pure, is called in a cell with the example of its help page, its",
    "arguments in cells, blank ones included. Each run is compared with the run in `everything`: more than 40,000 cells",
    "of tables and sheets one by one, what cells with dates show, and every answer of every function. Days of a 1904",
    "workbook are compared as days. All are equal (`tests/profiles`).",
    "",
    row("Run", "Profiles"),
    row("---", "---"),
    ...Object.entries(runs).map(([run, names]) => row(run, names.map((name) => `\`${name}\``).join(", "))),
    "",
    "In an Excel before ExcelApi 1.14 the add-in cannot tell its own writes from the person's: after each it reads the",
    "tables once more, and functions without an account on the same sheet ask to be refreshed after rows were added.",
    "",
  ].join("\n");
}

if (require.main === module) {
  writeFileSync(join(__dirname, "..", "docs", "PROFILES.md"), profilesDocument());
}
