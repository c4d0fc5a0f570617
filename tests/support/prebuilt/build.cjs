/** Before all tests: makes the scripts of `packages.cjs`, unless they are there from the same packages. */
const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { build } = require("esbuild");
const { external, fileOf, folder, groups, icons, outside, standIn } = require("./packages.cjs");

const root = path.resolve(__dirname, "../../..");

const sources = ["src", "tests"].map((name) => path.join(root, name));

function usedIcons() {
  const files = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => readFileSync(path.join(folder, name), "utf8")),
  );
  const imports = new RegExp(`import \\{([^}]*)\\} from "${icons}"`, "g");
  const names = files.flatMap((text) => [...text.matchAll(imports)].flatMap(([, list]) => list.split(",")));
  return [...new Set(names.map((name) => name.trim()).filter((name) => /^[A-Z]\w*$/.test(name)))].sort();
}

function stampNow(used) {
  const made = [
    "package-lock.json",
    "tests/support/prebuilt/packages.cjs",
    "tests/support/prebuilt/build.cjs",
  ];
  const text = made.map((file) => readFileSync(path.join(root, file), "utf8")).join("\n");
  return createHash("sha256")
    .update(text + used.join())
    .digest("hex");
}

/** Another jest may be reading the file that is replaced. */
function put(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const passing = `${file}.${process.pid}`;
  writeFileSync(passing, text);
  renameSync(passing, file);
}

/** ES modules where a package has them, so that only what is used of the icons is taken in. */
const entryOf = (names, used) =>
  names
    .map((name, index) => {
      const from = JSON.stringify(name);
      if (name === icons)
        return `import { ${used.join(", ")} } from ${from};\nexports[${from}] = { ${used.join(", ")} };`;
      if (name.startsWith("react-dom")) return `exports[${from}] = require(${from});`;
      return `import * as package${index} from ${from};\nexports[${from}] = { __esModule: true, ...package${index} };`;
    })
    .join("\n");

async function bundle(names, used) {
  const { outputFiles } = await build({
    stdin: { contents: entryOf(names, used), resolveDir: root },
    bundle: true,
    external,
    write: false,
    platform: "node",
    mainFields: ["module", "main"],
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  return outputFiles[0].text;
}

module.exports = async () => {
  const stamp = path.join(folder, "stamp");
  const used = usedIcons();
  const now = stampNow(used);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  const made = Object.entries(groups).map(async ([group, names]) => {
    put(fileOf(group), await bundle(names, used));
    for (const name of names)
      put(
        standIn(name),
        `module.exports = prebuilt(${JSON.stringify(group)}, require)[${JSON.stringify(name)}];\n`,
      );
  });
  for (const name of outside)
    put(standIn(name), `module.exports = prebuilt.outside(${JSON.stringify(name)});\n`);
  await Promise.all(made);
  put(stamp, now);
};
