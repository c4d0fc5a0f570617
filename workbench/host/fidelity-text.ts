/** docs/HOST-FIDELITY.md as text: the prose of scripts/host-fidelity.md and what the models' tables say. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { coverage, type ClassCoverage } from "./fidelity";
import { allModels } from "./model/registry";
import { shellModels } from "./shell-services";

const root = path.resolve(__dirname, "../..");
export const fidelityFile = path.join(root, "docs/HOST-FIDELITY.md");
const proseFile = path.join(root, "scripts/host-fidelity.md");

const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(", ");

/** Aligned as prettier aligns it: the first column to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  );
  const pad = (cell: string | number, column: number) =>
    column === 0 ? String(cell).padEnd(widths[0]!) : String(cell).padStart(widths[column]!);
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(pad).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

const differences = (classes: readonly ClassCoverage[]): string[] =>
  classes.flatMap(({ className, differing }) =>
    differing.map(({ name, how }) => `- \`${className}.${name}\`: ${how}`),
  );

function totals(classes: readonly ClassCoverage[]): string {
  const sum = (count: (each: ClassCoverage) => number) => classes.reduce((all, each) => all + count(each), 0);
  const answered = sum((each) => each.answered.length);
  const differing = sum((each) => each.differing.length);
  const missing = sum((each) => each.missing.length);
  return `${classes.length} classes: ${answered} members answered, ${differing} answered differently, ${missing} missing.`;
}

export async function fidelityText(): Promise<string> {
  const all = coverage([...allModels(), ...shellModels()]);
  const supported = all.filter((each) => each.supported);
  const absent = all.filter((each) => !each.supported);
  const prose = await readFile(proseFile, "utf8");
  return `${[
    prose.trim(),
    "## Members, class by class",
    "Read off the dispatch tables by `npx tsx scripts/host-fidelity.ts`; a test fails when it is out of date. " +
      "A missing member answers `ApiNotFound` with its name. Getters and setters are counted apart; a missing setter is marked `(set)`.",
    totals(supported),
    table(
      ["Class", "Answered", "Differing", "Missing"],
      supported.map((each) => [
        each.className,
        each.answered.length,
        each.differing.length,
        each.missing.length,
      ]),
    ),
    "## Missing members",
    supported
      .filter((each) => each.missing.length > 0)
      .map((each) => `- **${each.className}**: ${names(each.missing)}`)
      .join("\n"),
    "## Members that answer differently",
    differences(supported).join("\n"),
    "## Classes the workbench does not have",
    "Whatever leads to one of these is missing above, or gives an empty collection.",
    names(absent.map((each) => each.className)),
  ].join("\n\n")}\n`;
}
