// npm test: builds the add-in and the workbench, runs every test, ends with one line of counts.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { requireBrowser } from "./browser.mjs";

// Test files would each look for it again.
process.env.CHROME_PATH = requireBrowser();
await build();

const report = ".cache/test-report.json";
mkdirSync(".cache", { recursive: true });
rmSync(report, { force: true });
const jest = spawnSync(
  process.execPath,
  // Workers take the flag over. A tenth of the time of a workbook in memory goes to collecting short-lived objects otherwise.
  [
    "--max-semi-space-size=64",
    "node_modules/jest/bin/jest.js",
    "--json",
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: "inherit" },
);
const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
// A suite that could not even be loaded counts as a failure.
const failed = Math.max(numFailedTests, numFailedTestSuites);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(jest.status === 0 && failed === 0 ? 0 : 1);
