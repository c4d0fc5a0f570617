/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
/**
 * An add-in's page in Node: jsdom, the unmodified office.js of the npm package and the win32 flavour of the host.
 * What runs in the page is the same library code that runs in a browser; only layout and painting are absent.
 */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole, type DOMWindow } from "jsdom";
import type { Host } from "./host";

const officeFolder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const origin = "http://localhost:3000";
const officePath = "/office-js/";

export interface OfficeFrameOptions {
  /** Script files that the page loads after office.js. */
  readonly scripts?: readonly string[];
  /** The page itself; its own script tags are followed. An empty page without it. */
  readonly page?: string;
}

export interface OfficeFrame {
  readonly window: DOMWindow;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** What the page wrote to its console as errors, and exceptions nobody caught. */
  readonly errors: readonly string[];
  close(): void;
}

/** office.js from the package, whatever address the page names; everything else from the page's folder. */
class PackageLoader extends ResourceLoader {
  constructor(private readonly pageFolder: string) {
    super();
  }

  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const promise = readFile(this.fileOf(new URL(url))) as Promise<Buffer> & { abort(): void };
    promise.abort = () => undefined;
    return promise as ReturnType<ResourceLoader["fetch"]>;
  }

  private fileOf(url: URL): string {
    const path = decodeURIComponent(url.pathname);
    const hosted = /\/hosted\/(.+)$/.exec(path)?.[1];
    const inPackage = hosted ?? (path.startsWith(officePath) ? path.slice(officePath.length) : null);
    if (inPackage !== null) return join(officeFolder, inPackage.toLowerCase());
    return url.searchParams.get("file") ?? join(this.pageFolder, path);
  }
}

function emptyPage(scripts: readonly string[]): string {
  const tags = scripts.map(
    (file) => `<script src="/script?file=${encodeURIComponent(resolve(file))}"></script>`,
  );
  return `<!doctype html><html><head><script src="${officePath}office.js"></script>${tags.join("")}</head><body></body></html>`;
}

async function pageHtml(options: OfficeFrameOptions): Promise<string> {
  if (!options.page) return emptyPage(options.scripts ?? []);
  return readFile(options.page, "utf8");
}

export async function openOfficeFrame(host: Host, options: OfficeFrameOptions = {}): Promise<OfficeFrame> {
  const errors: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("error", (...parts: unknown[]) => errors.push(parts.map(String).join(" ")));
  virtualConsole.on("jsdomError", (error: Error) => errors.push(error.stack ?? error.message));
  const dom = new JSDOM(await pageHtml(options), {
    url: `${origin}/${options.page ? "page.html" : "frame.html"}`,
    runScripts: "dangerously",
    pretendToBeVisual: true,
    resources: new PackageLoader(options.page ? dirname(resolve(options.page)) : process.cwd()),
    virtualConsole,
    beforeParse(window) {
      const external = host.windowExternal();
      Object.defineProperty(window, "external", { value: external, configurable: true });
    },
  });
  const { window } = dom;
  if (window.document.readyState !== "complete")
    await new Promise((done) => window.addEventListener("load", done, { once: true }));
  const office = window.Office as typeof Office | undefined;
  if (!office) throw new Error(`office.js did not start: ${errors.join("\n")}`);
  await office.onReady();
  return {
    window,
    get Excel() {
      return window.Excel as typeof Excel;
    },
    Office: office,
    OfficeExtension: window.OfficeExtension as typeof OfficeExtension,
    CustomFunctions: window.CustomFunctions as typeof CustomFunctions,
    errors,
    close() {
      window.close();
    },
  };
}
