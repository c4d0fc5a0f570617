/**
 * Packages that every test of a workbook or of the pane needs and that take longer to load than most tests take.
 * Each group becomes one script in .cache/prebuilt, compiled once in each of jest's processes and run afresh for each
 * test file; what is of one group shares its dependencies.
 */
const path = require("node:path");

const folder = path.resolve(__dirname, "../../../.cache/prebuilt");

const univer = [
  ...[
    "core",
    "data-validation",
    "engine-formula",
    "engine-render",
    "sheets",
    "sheets-conditional-formatting",
  ],
  ...[
    "sheets-data-validation",
    "sheets-filter",
    "sheets-formula",
    "sheets-numfmt",
    "sheets-sort",
    "sheets-table",
  ],
].map((name) => `@univerjs/${name}`);

/** Of the thousands of these only those that are imported by name somewhere. */
const icons = "@fluentui/react-icons";

const groups = {
  book: [...univer, "rxjs"],
  page: [
    ...["react-dom", "react-dom/client", "@fluentui/react-components", icons],
    ...["@testing-library/dom", "@testing-library/react", "@testing-library/user-event"],
  ],
  files: ["@cj-tech-master/excelts", "@cj-tech-master/excelts/chart", "fflate"],
  charts: ["echarts/core", "echarts/charts", "echarts/components", "echarts/renderers"],
  chance: ["fast-check"],
};

/** Small, and asks its own module for Node's timers, which it has none of in a bundle: jest loads it as any other. */
const external = ["react"];

/** Packages that know nothing of jest's sandbox: loaded once in each process, by Node itself. */
const outside = ["esbuild", "jsdom", "office-addin-dev-certs", "playwright-core", "typescript"];

const fileOf = (group) => path.join(folder, `${group}.js`);

/** What jest reads instead of the package. */
const standIn = (name) => path.join(folder, "instead-of", `${name}.cjs`);

/** For jest's `moduleNameMapper`. */
const mapperOf = (...names) => ({ [`^(${names.join("|")})$`]: standIn("$1") });

module.exports = { folder, groups, icons, external, outside, fileOf, standIn, mapperOf };
