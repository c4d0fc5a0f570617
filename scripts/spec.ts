// Writes docs/SPEC.md: every rule of docs/rules.json with its state and the tests that name it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Rule {
  readonly id: string;
  readonly group: string;
  readonly rule: string;
  /** done: all of it, proven by tests; part: what `note` says; open: not there yet, and not shown as if it were. */
  readonly state: "done" | "part" | "open";
  readonly note?: string;
}

export interface RuleTest {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  /** Asserts only that something exists. */
  readonly existenceOnly: boolean;
}

const folder = "tests";
const groups: Readonly<Record<string, string>> = {
  WB: "Workbook",
  FN: "Functions",
  TP: "Task pane",
  RV: "Generated sheets",
  SC: "Figures",
  CA: "Rhythm",
  HO: "Workbench",
};

export const readRules = (): Rule[] => JSON.parse(readFileSync("docs/rules.json", "utf8"));

function testFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(directory, entry.name);
    if (entry.isDirectory()) return testFiles(file);
    return /\.(test|contract)\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

const existence = /\.(toBeDefined|toBeTruthy|not\.toBeNull|not\.toBeUndefined|toBeInstanceOf)\(/g;

function testsIn(file: string): RuleTest[] {
  const starts = [
    ...readFileSync(file, "utf8").matchAll(/(?:["'`])((?:\[[A-Z]+-?[A-Z]*\d+\]\s*)+)([^"'`\n]*)/g),
  ];
  const text = readFileSync(file, "utf8");
  return starts.flatMap((match, index) => {
    const body = text.slice(match.index, starts[index + 1]?.index ?? text.length);
    const asserted = body.match(/expect\w*\(/g)?.length ?? 0;
    const existenceOnly = asserted > 0 && (body.match(existence)?.length ?? 0) >= asserted;
    const ids = [...(match[1] ?? "").matchAll(/\[([^\]]+)\]/g)].map(([, id]) => id ?? "");
    return ids.map((id) => ({ id, file, name: (match[2] ?? "").trim(), existenceOnly }));
  });
}

export const readTests = (): RuleTest[] => testFiles(folder).flatMap(testsIn);

/** What contradicts: a rule marked done without a test, a test that names no rule, a part without its note. */
export function problemsOf(rules: readonly Rule[], tests: readonly RuleTest[]): string[] {
  const known = new Set(rules.map(({ id }) => id));
  const proven = new Set(tests.map(({ id }) => id));
  const real = new Set(tests.filter((test) => !test.existenceOnly).map(({ id }) => id));
  return [
    ...rules
      .filter(({ id }, index) => rules.findIndex((rule) => rule.id === id) !== index)
      .map(({ id }) => `${id} is listed twice`),
    ...rules
      .filter(({ id, state }) => state === "done" && !proven.has(id))
      .map(({ id }) => `${id} is marked done but has no test`),
    ...rules
      .filter(({ id, state }) => state === "done" && proven.has(id) && !real.has(id))
      .map(({ id }) => `${id} is only proven to exist`),
    ...rules
      .filter(({ state, note }) => state === "part" && !note)
      .map(({ id }) => `${id} is marked part but does not say which`),
    ...[
      ...new Set(
        tests
          .filter(({ id }) => !known.has(id))
          .map(({ id, file }) => `${file} names ${id}, which is no rule`),
      ),
    ],
  ];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

export function specDocument(rules: readonly Rule[], tests: readonly RuleTest[]): string {
  const lines = [
    "# Rules, their state and their tests",
    "",
    "Written by `npm run docs` from `docs/rules.json` and the names of the tests; `npm test` fails when it is not current.",
    "**done**: all of it, proven by tests. **part**: what the note says. **open**: not there yet, and not shown as if it were.",
    "",
  ];
  const order = [...new Set(rules.map(({ group }) => group))];
  const count = (state: Rule["state"]): number => rules.filter((rule) => rule.state === state).length;
  lines.push(
    `${rules.length} rules: ${count("done")} done, ${count("part")} in part, ${count("open")} open.`,
    "",
  );
  for (const group of order) {
    lines.push(`## ${groups[group] ?? group}`, "", "| id | rule | state | tests |", "|---|---|---|---|");
    for (const rule of rules.filter((entry) => entry.group === group)) {
      const files = [...new Set(tests.filter(({ id }) => id === rule.id).map(({ file }) => file))];
      const note = rule.note ? `: ${rule.note}` : "";
      const names = files.map((file) => `[${path.posix.basename(file)}](../${file})`).join(", ");
      lines.push(`| ${rule.id} | ${cell(rule.rule)} | ${rule.state}${cell(note)} | ${names} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

export function writeSpec(): void {
  writeFileSync("docs/SPEC.md", specDocument(readRules(), readTests()));
}
