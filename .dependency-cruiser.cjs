/** Imports point inward: core ← workbook ← office ← entry points (docs/adr/0001). */
const only = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to });

module.exports = {
  forbidden: [
    only(
      "no-circles",
      ".*",
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
      "Two files that need each other are one idea.",
    ),
    only(
      "core-is-pure",
      "^src/core",
      { path: "^src/(?!core)|^node_modules/(react|@fluentui|@microsoft)" },
      "The domain knows no host, no screen, no texts.",
    ),
    only(
      "workbook-knows-no-host",
      "^src/workbook",
      { path: "^src/(office|taskpane|functions|commands)" },
      "The workbook speaks to a port.",
    ),
    only(
      "office-implements-the-port",
      "^src/office",
      { path: "^src/(taskpane|functions|commands)" },
      "Entry points compose; the office layer does not know them.",
    ),
    only(
      "functions-stay-light",
      "^src/functions",
      { path: "^src/(office|taskpane|commands|workbook)" },
      "Functions answer before the card is there.",
    ),
    only(
      "components-meet-no-host",
      "^src/taskpane/(?!index\\.ts)",
      { path: "^src/(office|commands|functions)" },
      "Components get the card from a context.",
    ),
    only(
      "locales-are-leaves",
      "^src/locales",
      { path: "^src/(?!locales|core/units)" },
      "Texts depend on nothing but the language.",
    ),
    only(
      "workbench-stands-alone",
      "^workbench",
      { path: "^src" },
      "An error in shared code would hide in both.",
    ),
    only(
      "add-in-ships-no-workbench",
      "^src",
      { path: "^workbench|^tests|^scripts" },
      "The workbench is never shipped.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
  },
};
