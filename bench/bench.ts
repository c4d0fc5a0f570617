/**
 * `npm run bench`: measures, writes docs/BENCHMARKS.md and docs/benchmarks.json. `--only refresh,trips` measures these
 * parts anew, `--scale 0.5` half of everything; `--small` measures little, compares and writes nothing.
 */
import "../src/locales/every-text";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { benchFit } from "./bench-fit";
import { benchLibreOffice } from "./bench-libreoffice";
import { benchLongTasks } from "./bench-long-tasks";
import { benchRefresh, benchReviews } from "./bench-office";
import { benchFirstPaint } from "./bench-pane";
import { benchSlices } from "./bench-slices";
import { benchTrips, type Trips } from "./bench-trips";
import { benchmarksPage } from "./benchmarks-page";
import { inOwnProcess } from "./in-own-process";
import type { LoadSize } from "./load-rows";
import type { Ratio } from "./side-by-side";

export interface Measured {
  readonly ratios: readonly Ratio[];
  readonly trips: readonly Trips[];
  /** Accounts of the two sizes of `trips`. */
  readonly few: number;
  readonly many: number;
  readonly small: readonly Ratio[];
  readonly machine: string;
}

const file = "docs/benchmarks.json";
const options = {
  small: { type: "boolean" },
  scale: { type: "string", default: "1" },
  only: { type: "string" },
} as const;
const { small, scale, only } = parseArgs({ options }).values;
/** Below 1 for a machine with little time; the page names the sizes that were measured. */
const scaled = (count: number): number => Math.round(count * Number(scale));

const loadSize = (accounts: number): LoadSize => ({ accounts: scaled(accounts), purchases: scaled(100_000) });

function tell<T extends Ratio>(ratio: T): T {
  console.log(
    `${ratio.id}: ${ratio.ratio.toFixed(2)} (${ratio.ours.toFixed(0)} / ${ratio.theirs.toFixed(0)} ms)`,
  );
  return ratio;
}

/** Half a minute's worth, the same every time, so that it can be compared with what was committed. */
async function measureSmall(): Promise<readonly Ratio[]> {
  const few = { accounts: 1_000, purchases: 10_000 };
  return [
    ...inOwnProcess("bench-model", "benchModel", few, 21, false).map(tell),
    ...inOwnProcess("bench-functions", "benchSomeFunctions", ["RFM", "SIGNALS"], few, 15).map(tell),
    tell(await benchRefresh({ accounts: 100, purchases: 5_000 }, 5)),
    tell(await benchReviews({ accounts: 40, purchases: 200 }, 2)),
  ];
}

/** Each part by its name; what it brings takes the place of what was measured before. */
const parts: Readonly<Record<string, () => Promise<Partial<Measured>>>> = {
  model: async () => ({
    ratios: inOwnProcess("bench-model", "benchModel", loadSize(10_000), 21),
  }),
  slices: async () => ({ ratios: [benchSlices(loadSize(5_000), 7)] }),
  "long-tasks": async () => ({
    ratios: [await benchLongTasks(loadSize(5_000))],
  }),
  functions: async () => ({
    ratios: inOwnProcess("bench-functions", "benchFunctions", loadSize(10_000), 11),
  }),
  fit: async () => ({
    ratios: [
      benchFit(
        9,
        read().ratios.find(({ id }) => id === "bgfit"),
      ),
    ],
  }),
  libreoffice: async () => {
    const ratio = await benchLibreOffice({ accounts: scaled(2_000), purchases: scaled(20_000) });
    return ratio ? { ratios: [ratio] } : {};
  },
  refresh: async () => ({
    ratios: [await benchRefresh({ accounts: scaled(2_000), purchases: scaled(100_000) }, 2)],
  }),
  // Once: each side takes minutes, beside which a warm-up is nothing.
  reviews: async () => ({
    ratios: [await benchReviews({ accounts: scaled(5_000), purchases: scaled(10_000) }, 0)],
  }),
  "first-paint": async () => ({ ratios: [await benchFirstPaint(15)] }),
  trips: async () => {
    const [few, many] = [scaled(100), scaled(5_000)];
    return { few, many, trips: await benchTrips(few, many) };
  },
  small: async () => ({ small: await measureSmall() }),
};

const read = (): Measured => JSON.parse(readFileSync(file, "utf8"));

function merged(before: Measured, found: Partial<Measured>): Measured {
  const fresh = found.ratios ?? [];
  const kept = before.ratios.map((ratio) => fresh.find(({ id }) => id === ratio.id) ?? ratio);
  const added = fresh.filter(({ id }) => !before.ratios.some((ratio) => ratio.id === id));
  return { ...before, ...found, ratios: [...kept, ...added] };
}

/** Writes after each part, so that a run that is broken off has told what it measured. */
async function measure(names: readonly string[]): Promise<void> {
  const [cpu] = os.cpus();
  const machine = `${cpu?.model ?? "unknown processor"}, ${os.cpus().length} cores, Node ${process.version}`;
  for (const name of names) {
    const found = await parts[name]?.();
    if (!found) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(", ")}`);
    found.ratios?.forEach(tell);
    const measured = { ...merged(read(), found), machine };
    writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
    writeFileSync("docs/BENCHMARKS.md", await format(benchmarksPage(measured), { parser: "markdown" }));
  }
}

/** Ratios that are more than twice what they were when they were committed. */
function doubled(now: readonly Ratio[]): readonly string[] {
  const before = read();
  return now.flatMap(({ id, ratio }) => {
    const known = before.small.find((one) => one.id === id);
    return known && ratio > 2 * known.ratio
      ? [`${id}: ${ratio.toFixed(2)}, was ${known.ratio.toFixed(2)}`]
      : [];
  });
}

async function main(): Promise<void> {
  if (small) {
    // Twice, as a neighbour on the machine can double one measurement.
    const first = doubled(await measureSmall());
    const worse = first.length > 0 ? doubled(await measureSmall()) : first;
    if (worse.length > 0) throw new Error(`Slower than twice what was committed:\n${worse.join("\n")}`);
    return;
  }
  await measure(only?.split(",") ?? Object.keys(parts));
}

// Timers of the host and of office.js would keep Node running after the last figure.
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
