import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Ended } from "./matrix";
import { notWrittenDown, openFaults } from "./open-faults";

/** One cell of the matrix as it is written down. */
export interface PaperCell {
  readonly operation: string;
  readonly fault: string;
  /** Counted from one; 0 for what is so from the beginning. */
  readonly trip: number;
  readonly end: Ended["end"] | typeof noTable;
  readonly said: string;
}

/** The fault needs a table that others work in, and there is none before the operation has run. */
export const noTable = "no table";

const file = path.join("docs", "FAULTS.md");

const intro = `# What happens when something goes wrong

<!-- Written by \`npm run faults\`; do not edit. -->

Every operation of the card is run over the real, unmodified office.js while one thing goes wrong: at one of its round
trips, from one on, or from the beginning (0); each of its round trips has its turn. **Ends** says what the workbook
holds then:

- **before**: it is as it was;
- **after**: everything is written;
- **after, unsaid**: everything is written though the answer was lost; a second try adds nothing;
- **after, again**: a part was written, the sentence says so, and a second try (or Finish) completes it without writing
  anything twice;
- **wrong**: none of these; an open fault of ours, to be mended, and named under Open;
- **no table**: others cannot work in a table, since there is none before the operation has run.

**Says** is the key of the sentence in \`src/locales/*/issues.json\`, \`done\` for success, \`stale\` where the pane says
that the figures are older than the tables and offers to refresh, \`-\` where the runtime was killed
and nobody can say anything. \`npm test\` runs a part of these cells anew and compares; \`npm run faults\` runs all of
them, which takes more than an hour, \`npm run faults -- log\` those of one operation.
`;

export function readPaper(): PaperCell[] {
  if (!existsSync(file)) return [];
  let operation = "";
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line): PaperCell[] => {
      operation = /^## (.+)$/.exec(line)?.[1] ?? operation;
      const [, fault, trips, end, said] =
        /^\| ([^|]+?) \| ([\d–, ]+?) \| ([^|]+?) \| ([^|]+?) \|$/.exec(line) ?? [];
      if (fault === undefined) return [];
      const shown = (said ?? "").replaceAll("`", "");
      const cell = { operation, fault, end: end as PaperCell["end"], said: shown };
      return tripsIn(trips ?? "").map((trip) => ({ ...cell, trip }));
    });
}

/** `1, 3–5` → 1, 3, 4, 5 */
const tripsIn = (text: string): readonly number[] =>
  text.split(", ").flatMap((part) => {
    const [first = 0, last = first] = part.split("–").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });

/** 1, 3, 4, 5 → `1, 3–5` */
function textOfTrips(trips: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const trip of trips) {
    const run = runs.at(-1);
    if (run?.[1] === trip - 1) run[1] = trip;
    else runs.push([trip, trip]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

/** A row for the round trips of a fault that end alike. */
function rowsOf(cells: readonly PaperCell[]): readonly string[] {
  const alike = new Map<string, number[]>();
  for (const { fault, end, said, trip } of cells) {
    const key = JSON.stringify([fault, end, said]);
    alike.set(key, [...(alike.get(key) ?? []), trip]);
  }
  return [...alike].map(([key, trips]) => {
    const [fault, end, said] = JSON.parse(key) as string[];
    return `| ${fault} | ${textOfTrips(trips)} | ${end} | \`${said}\` |`;
  });
}

/** Cells of operations that were not run anew stay as they were. */
export function writePaper(cells: readonly PaperCell[]): void {
  const fresh = new Set(cells.map(({ operation }) => operation));
  const all = [...readPaper().filter(({ operation }) => !fresh.has(operation)), ...cells];
  const operations = [...new Set(all.map(({ operation }) => operation))].sort();
  const sections = operations.map((operation) => {
    const rows = rowsOf(all.filter((cell) => cell.operation === operation));
    return [
      `## ${operation}`,
      "",
      "| Fault | Round trips | Ends | Says |",
      "|---|---|---|---|",
      ...rows,
      "",
    ].join("\n");
  });
  const open = openFaults.map(({ operation, fault, why }) => `- ${operation}, ${fault}: ${why}`);
  if (notWrittenDown.length > 0)
    open.push(`- Not written down since the last change: ${notWrittenDown.join(", ")}.`);
  const lines = open.length > 0 ? open : ["Nothing."];
  writeFileSync(file, [intro, ["## Open", "", ...lines, ""].join("\n"), ...sections].join("\n"));
}
