import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Not the two call-sync rules: they look into one function, and here reads are put on order in one and read in another. */
const officeRules = [
  "load-object-before-read",
  "no-context-sync-in-loop",
  "no-empty-load",
  "no-navigational-load",
  "test-for-null-using-isNullObject",
];

/** Clock and chance come from outside (product FN3); `lib` alone cannot forbid them. */
const impure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The clock is an argument." },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The clock is an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Chance is an argument.",
  },
];

export default tseslint.config(
  {
    ignores: [
      "dist",
      ".cache",
      "node_modules",
      "**/*.js",
      "**/*.cjs",
      "**/*.mjs",
      "workbench/host/wire-schema.json",
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-empty": "error",
      eqeqeq: ["error", "always"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
    },
  },
  {
    // What stands between Excel and the figures is thin.
    files: ["src/functions/**/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["src/office/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(officeRules.map((rule) => [`office-addins/${rule}`, "error"])),
  },
  {
    files: ["src/core/**/*.ts", "src/workbook/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...impure] },
  },
  {
    // The wire is untyped by nature; models name what they take from it.
    files: [
      "workbench/**/*.ts",
      "workbench/**/*.tsx",
      "tests/**/*.ts",
      "tests/**/*.tsx",
      "scripts/**/*.ts",
      "bench/*.ts",
    ],
    rules: { "@typescript-eslint/no-explicit-any": "off", "no-console": "off", "max-lines": "off" },
  },
);
