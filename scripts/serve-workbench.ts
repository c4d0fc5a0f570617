import { readFile } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { developmentCertificate } from "./serve-certificate";
import { fileBelow, sendFile, sendText } from "./serve-files";
import { listenFrom } from "./serve-port";

const root = path.resolve(__dirname, "..");
const officeJs = path.join(root, "node_modules/@microsoft/office-js/dist");
const workbenchBundle = path.join(root, ".cache/workbench");

/** Where an add-in's built pages and its manifest are. */
export interface AddInFiles {
  readonly pages: string;
  readonly manifest: string;
}

export interface ServerOptions {
  /** `win32`: plain http, any browser. `web`: https with a self-made certificate. */
  readonly flavour: "web" | "win32";
  readonly addIn: AddInFiles;
  /** 0 takes any free port; otherwise the first free one from here. */
  readonly port?: number;
  /** Display language when the address has no `?lang=`; the browser's own without both. */
  readonly locale?: string;
  /** Where the add-in's page comes from, if from another server than the window, as with Excel on the web. Web flavour only. */
  readonly addInOrigin?: string;
  /** An .xlsx file to open instead of an empty workbook. */
  readonly open?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The desktop library needs the host's object before it loads; web pages are served untouched. */
export function withExternal(html: string): string {
  return html.replace(/<script\b/i, '<script src="/workbench/provide-external.js"></script>$&');
}

function pageConfig(options: ServerOptions): string {
  return JSON.stringify({
    flavour: options.flavour,
    locale: options.locale ?? null,
    addInOrigin: options.addInOrigin ?? null,
    open: options.open ? path.basename(options.open) : null,
  });
}

async function respond(options: ServerOptions, request: http.IncomingMessage, response: http.ServerResponse) {
  const url = new URL(request.url ?? "/", "http://localhost").pathname;
  // Windows and panes of two servers run in two processes, as with Excel on the web.
  response.setHeader("Origin-Agent-Cluster", "?1");
  if (request.method !== "GET" && request.method !== "HEAD")
    return sendText(response, 405, ".txt", "GET only");
  if (url === "/workbench/config.json") return sendText(response, 200, ".json", pageConfig(options));
  if (url === "/workbench/open.xlsx" && options.open) return sendFile(request, response, options.open);
  if (url === "/manifest.xml") return sendFile(request, response, options.addIn.manifest);

  const file = await findFile(options.addIn.pages, url);
  if (!file) return sendText(response, 404, ".txt", `Nothing here: ${url}`);
  const addInPage = file.startsWith(options.addIn.pages + path.sep) && file.endsWith(".html");
  if (!addInPage || options.flavour === "web") return sendFile(request, response, file);
  sendText(response, 200, ".html", withExternal(await readFile(file, "utf8")));
}

function findFile(pages: string, url: string): Promise<string | null> {
  if (url === "/") return fileBelow(workbenchBundle, "index.html");
  if (url.startsWith("/workbench/")) return fileBelow(workbenchBundle, url.slice("/workbench".length));
  if (url.startsWith("/office-js/")) return fileBelow(officeJs, url.slice("/office-js".length));
  return addInFile(pages, url);
}

/** A page built twice has a twin that loads office.js from here instead of from Microsoft: `x.local.html`. */
async function addInFile(pages: string, url: string): Promise<string | null> {
  const twin = url.endsWith(".html") ? await fileBelow(pages, url.replace(/\.html$/, ".local.html")) : null;
  return twin ?? fileBelow(pages, url);
}

/** Serves the workbench page, the unmodified office.js and one add-in on this machine only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const absolute = {
    ...options,
    addIn: { pages: path.resolve(options.addIn.pages), manifest: path.resolve(options.addIn.manifest) },
  };
  const handle: http.RequestListener = (request, response) => {
    respond(absolute, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendText(response, 500, ".txt", String(error));
      else response.destroy();
    });
  };
  const secure = options.flavour === "web";
  const server = secure
    ? https.createServer(await developmentCertificate(path.join(root, ".cache/certificates")), handle)
    : http.createServer(handle);
  const port = await listenFrom(server, options.port ?? 3000);
  return {
    port,
    url: `${secure ? "https" : "http"}://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
