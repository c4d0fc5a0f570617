// npm run faults [-- all]: runs every operation under every fault and writes docs/FAULTS.md.
import { spawnSync } from "node:child_process";

const mode = process.argv.includes("all") ? "all" : "paper";
const jest = ["node_modules/jest/bin/jest.js", "tests/office/fault-matrix", "--selectProjects", "node", "-i"];
const { status } = spawnSync(process.execPath, [...jest, "--forceExit"], {
  stdio: "inherit",
  env: { ...process.env, FAULTS: mode },
});
process.exit(status ?? 1);
