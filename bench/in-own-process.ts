import { execFileSync } from "node:child_process";
import path from "node:path";
import { buildSync } from "esbuild";
import type { Ratio } from "./side-by-side";

const root = path.resolve(__dirname, "..");

/**
 * Runs a bench with the code it measures as one file, as the pane has it, in a process of its own: from the sources every
 * call into another file costs a look-up, and what other benches left in memory is collected meanwhile.
 * `name` is exported by `bench/<file>.ts`; its arguments and what it answers are plain data.
 */
export function inOwnProcess(file: string, name: string, ...given: readonly unknown[]): readonly Ratio[] {
  const outfile = path.join(root, ".cache/bench", `${file}.cjs`);
  const entryPoints = [path.join(root, "bench", `${file}.ts`)];
  buildSync({ entryPoints, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "warning" });
  const [code, call] = [JSON.stringify(outfile), JSON.stringify(given)];
  const script = `require(${code}).${name}(...${call}).then((found) => console.log(JSON.stringify(found)))`;
  const answer = execFileSync(process.execPath, ["-e", script], { encoding: "utf8" });
  return JSON.parse(answer) as readonly Ratio[];
}
