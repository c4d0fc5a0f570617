// Builds the add-in into dist/ and the workbench into .cache/workbench, each only when something it is made of changed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync, readFileSync } from "node:fs";
import path from "node:path";

/** Newest change below a path, in milliseconds. */
function newest(entry) {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(entry).reduce((latest, name) => Math.max(latest, newest(path.join(entry, name))), 0);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`The build failed: node ${args.join(" ")}`);
}

const webpack = "node_modules/webpack/bin/webpack.js";

const targets = [
  {
    name: "add-in",
    stamp: ".cache/add-in.stamp",
    output: "dist/taskpane.html",
    inputs: ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"],
    steps: [
      [webpack, "--no-stats"],
      ["node_modules/tsx/dist/cli.mjs", "scripts/functions-build.ts", "dist"],
    ],
  },
  {
    name: "workbench",
    stamp: ".cache/workbench.stamp",
    output: ".cache/workbench/index.html",
    inputs: ["workbench", "package-lock.json"],
    steps: [[webpack, "--config", "workbench/webpack.config.js", "--no-stats"]],
  },
];

/** Whether what was built last came from files at least as new as these. */
function isFresh({ stamp, output, inputs }) {
  if (!existsSync(stamp) || !existsSync(output)) return false;
  const built = Number(readFileSync(stamp, "utf8"));
  return inputs.every((input) => newest(input) <= built);
}

export async function build({ force = false } = {}) {
  mkdirSync(".cache", { recursive: true });
  for (const target of targets) {
    if (!force && isFresh(target)) continue;
    const started = Date.now();
    console.log(`Building the ${target.name} …`);
    for (const step of target.steps) run(...step);
    writeFileSync(target.stamp, String(started));
  }
}

if (process.argv[1] === import.meta.filename) await build({ force: process.argv.includes("--force") });
