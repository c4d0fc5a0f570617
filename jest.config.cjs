const { availableParallelism } = require("node:os");
const { groups, mapperOf, outside } = require("./tests/support/prebuilt/packages.cjs");

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

/**
 * What modules look up outside themselves is slow in jest: each access to a global of its sandbox is a call out of
 * the compiled code, and figures were half of all time. These are handed to every module as arguments instead.
 */
const injected = [
  ...[
    "Array",
    "Boolean",
    "Date",
    "Error",
    "Float64Array",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
  ],
  ...["RegExp", "Set", "String", "Symbol", "Uint8Array", "Uint32Array", "WeakMap", "isNaN"],
];
const injectedInPage = [...injected, "window", "document"];

const everyText = "<rootDir>/src/locales/every-text.ts";

const shared = {
  // Pages load the texts of one language after the other; tests have them all.
  setupFiles: [everyText],
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${esm.join("|")})/)`, "/\\.cache/"],
  sandboxInjectedGlobals: injected,
  moduleNameMapper: {
    "\\.css$": "<rootDir>/tests/support/empty-module.ts",
    ...mapperOf(...Object.values(groups).flat(), ...outside),
  },
  globalSetup: "<rootDir>/tests/support/prebuilt/build.cjs",
  // Where tests and what they test is; without this the whole of node_modules is listed first.
  roots: ["bench", "scripts", "src", "tests", "workbench"].map((folder) => `<rootDir>/${folder}`),
};

const config = {
  // Half as many again as there are cores: browser tests mostly wait.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // Nothing is judged by time: the limit only ends what hangs, on a busy machine, too.
  testTimeout: 60_000,
  testSequencer: "<rootDir>/tests/support/heaviest-first.cjs",
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "<rootDir>/tests/support/prebuilt/node-environment.cjs",
      transform: swc(false),
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/tests/e2e/", "<rootDir>/tests/taskpane/"],
    },
    {
      ...shared,
      displayName: "pane",
      testEnvironment: "<rootDir>/tests/support/prebuilt/page-environment.cjs",
      transform: swc(true),
      sandboxInjectedGlobals: injectedInPage,
      testMatch: ["<rootDir>/tests/taskpane/**/*.test.tsx"],
      setupFiles: [everyText, "<rootDir>/tests/support/jsdom-setup.ts"],
      setupFilesAfterEnv: ["<rootDir>/tests/taskpane/support/load-views.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "<rootDir>/tests/support/prebuilt/node-environment.cjs",
      transform: swc(false),
      testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"],
    },
  ],
};
module.exports = config;
