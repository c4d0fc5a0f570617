/** Gives a test file's sandbox `prebuilt`, through which the stand-ins of .cache/prebuilt get their packages. */
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");
const { fileOf, outside } = require("./packages.cjs");

/** Compiled once for all test files of this process; kept by group. */
const scripts = new Map();

function scriptOf(group, names) {
  const known = scripts.get(group);
  if (known) return known;
  const filename = fileOf(group);
  const code = `(function (exports, require, ${names.join(", ")}) {${readFileSync(filename, "utf8")}\n})`;
  const script = new Script(code, { filename });
  scripts.set(group, script);
  return script;
}

/** Each test file runs the script anew: no state goes from one to another. */
function provide(environment, { sandboxInjectedGlobals: names }) {
  const { global } = environment;
  const made = new Map();
  const prebuilt = (group, require) => {
    const known = made.get(group);
    if (known) return known;
    const exports = {};
    made.set(group, exports);
    const run = scriptOf(group, names).runInContext(environment.getVmContext());
    run(exports, require, ...names.map((name) => global[name]));
    return exports;
  };
  prebuilt.outside = (name) => {
    if (!outside.includes(name)) throw new Error(`${name} is not of the packages that are loaded outside.`);
    return require(name);
  };
  global.prebuilt = prebuilt;
}

module.exports = { provide };
