// npm run docs: every generated page of docs/ from its source. Tests fail while one of them is stale.
import { spawnSync } from "node:child_process";
import { writeFunctionCatalogue } from "./functions-catalogue";
import { writeFunctionHelp } from "./functions-help";
import { writeSpec } from "./spec";

for (const script of [
  "scripts/workbook-doc.ts",
  "scripts/host-fidelity.ts",
  "scripts/profiles-doc.ts",
  "scripts/text-doc.ts",
]) {
  const { status } = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", script], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
writeFunctionHelp("docs/functions");
writeFunctionCatalogue();
writeSpec();
