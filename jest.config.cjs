const { availableParallelism } = require("node:os");

/** ES modules among Univer's dependencies; jest runs CommonJS. */
const esm = [
  "lodash-es",
  "cjk-regex",
  "regexp-util",
  "unicode-regex",
  "nanoid",
  "kdbush",
  "quickselect",
  "rbush",
  "franc-min",
  "trigram-utils",
  "n-gram",
  "collapse-white-space",
  "strip-bom",
  "uuid",
  "echarts",
  "zrender",
];

const swc = (tsx) => ({
  "^.+\\.(t|j)sx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx, decorators: true },
        transform: { react: { runtime: "automatic" }, legacyDecorator: true, useDefineForClassFields: false },
      },
      module: { type: "commonjs" },
    },
  ],
});

const everyText = "<rootDir>/src/locales/every-text.ts";

const shared = {
  // Pages load the texts of one language after the other; tests have them all.
  setupFiles: [everyText],
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${esm.join("|")})/)`],
  moduleNameMapper: { "\\.css$": "<rootDir>/tests/support/empty-module.ts" },
};

const config = {
  // Half as many again as there are cores: browser tests mostly wait.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // Nothing is judged by time: the limit only ends what hangs, on a busy machine, too.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "node",
      transform: swc(false),
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/tests/e2e/", "<rootDir>/tests/taskpane/"],
    },
    {
      ...shared,
      displayName: "pane",
      testEnvironment: "jsdom",
      transform: swc(true),
      testMatch: ["<rootDir>/tests/taskpane/**/*.test.tsx"],
      setupFiles: [everyText, "<rootDir>/tests/support/jsdom-setup.ts"],
      setupFilesAfterEnv: ["<rootDir>/tests/taskpane/support/load-views.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "node",
      transform: swc(false),
      testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"],
    },
  ],
};
module.exports = config;
