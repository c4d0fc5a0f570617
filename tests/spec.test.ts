import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { problemsOf, readRules, readTests, specDocument } from "../scripts/spec";

/** Links and commands of a document that point into this project. */
function places(document: string): string[] {
  const text = readFileSync(document, "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, target]) =>
    path.posix.join(path.posix.dirname(document), target ?? ""),
  );
  return links;
}

describe("the project's papers", () => {
  it("[HO-P1] SPEC.md is current and contradicts neither the rules nor the tests", () => {
    const rules = readRules();
    const tests = readTests();
    expect(problemsOf(rules, tests)).toEqual([]);
    expect(readFileSync("docs/SPEC.md", "utf8")).toBe(specDocument(rules, tests));
  });

  it("[HO-P1] every place the README and the papers point to exists", () => {
    const papers = ["README.md", "docs/SPEC.md", "CHANGELOG.md"];
    expect(papers.flatMap(places).filter((target) => !existsSync(target))).toEqual([]);
  });

  it("[HO-P1] every npm command the README names exists", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const named = [
      ...readFileSync("README.md", "utf8").matchAll(
        /npm (?:run )?(start(?::\w+)?|test|build|check|docs|format)\b/g,
      ),
    ];
    expect(named.map(([, name]) => name).filter((name) => !scripts[name ?? ""])).toEqual([]);
  });
});
