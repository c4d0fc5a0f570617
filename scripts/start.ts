// npm start: builds what is stale and serves the workbench with the add-in. Opens nothing by itself.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startServer, type AddInFiles } from "./serve-workbench";

const usage = `npm start -- [options]

  --web              https and the web flavour of office.js (the browser warns of the self-made certificate)
  --port <number>    first port to try (3000)
  --lang <language>  en-US or zh-CN; otherwise the language of the browser
  --open <file>      an .xlsx file to open
  --empty            an empty workbook
  --addin <name>     kam (the default) or fixture, a small add-in that shows the host at work`;

const addIns: Record<string, AddInFiles> = {
  kam: { pages: "dist", manifest: "manifest.xml" },
  fixture: { pages: "workbench/fixture", manifest: "workbench/fixture/manifest.xml" },
};

function complain(sentence: string): never {
  console.error(`${sentence}\n\n${usage}`);
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        web: { type: "boolean" },
        port: { type: "string", default: "3000" },
        lang: { type: "string" },
        open: { type: "string" },
        empty: { type: "boolean" },
        addin: { type: "string", default: "kam" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
}

type Options = ReturnType<typeof readOptions>;

/** The workbook to show first: the one asked for, none with --empty. */
function firstWorkbook(values: Options): string | undefined {
  if (values.open === undefined || values.empty) return undefined;
  const file = path.resolve(values.open);
  if (!existsSync(file)) complain(`There is no file ${file}.`);
  return file;
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) return console.log(usage);
  const addIn = addIns[values.addin];
  if (!addIn) complain(`There is no add-in "${values.addin}".`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) complain(`"${values.port}" is no port.`);
  const open = firstWorkbook(values);

  const built = spawnSync(process.execPath, [path.join(__dirname, "build.mjs")], { stdio: "inherit" });
  if (built.status !== 0) process.exit(built.status ?? 1);
  const server = await startServer({
    flavour: values.web ? "web" : "win32",
    addIn,
    port,
    locale: values.lang,
    open,
  });
  console.log(`\n  ${server.url}\n\nOpen this address in a browser. Ctrl+C ends it.`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
