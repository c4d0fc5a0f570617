// npm run check: everything that must hold before a change lands, in the order that fails fastest.
import { spawnSync } from "node:child_process";

const steps = [
  ["format", "prettier", "--check", "."],
  ["types", "tsc", "-p", "."],
  ["types of core", "tsc", "-p", "src/core"],
  ["types of the workbench", "tsc", "-p", "workbench"],
  ["lint", "eslint", ".", "--max-warnings", "0"],
  ["layers", "depcruise", "src", "workbench", "--config", ".dependency-cruiser.cjs", "--output-type", "err"],
  ["dead code", "knip"],
  ["manifest", "office-addin-manifest", "info", "manifest.xml"],
  ["build and tests", "node", "scripts/test.mjs"],
  ["size", "size-limit"],
];

for (const [name, command, ...args] of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(`npx --no-install ${[command, ...args].join(" ")}`, {
    shell: true,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error(`\n${name}: not in order.`);
    process.exit(1);
  }
}
console.log("\nAll in order.");
