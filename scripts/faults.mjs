// npm run faults [-- all] [operation …]: runs every operation, or those named, under every fault and writes docs/FAULTS.md.
import { spawnSync } from "node:child_process";

const given = process.argv.slice(2);
const mode = given.includes("all") ? "all" : "paper";
const only = given.filter((word) => word !== "all").join(",");
const jest = ["node_modules/jest/bin/jest.js", "tests/office/fault-matrix", "--selectProjects", "node", "-i"];
const { status } = spawnSync(process.execPath, [...jest, "--forceExit"], {
  stdio: "inherit",
  env: { ...process.env, FAULTS: mode, FAULTS_OF: only },
});
process.exit(status ?? 1);
