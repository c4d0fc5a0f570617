// npm run faults [-- operation …]: runs every operation, or those named, under every fault at every round trip and
// writes docs/FAULTS.md.
import { spawnSync } from "node:child_process";

const jest = ["node_modules/jest/bin/jest.js", "tests/office/fault-matrix", "--selectProjects", "node", "-i"];
const { status } = spawnSync(process.execPath, [...jest, "--forceExit"], {
  stdio: "inherit",
  env: { ...process.env, FAULTS: "write", FAULTS_OF: process.argv.slice(2).join(",") },
});
process.exit(status ?? 1);
