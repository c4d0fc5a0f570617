import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file that a URL path names below a folder; null if there is none or the path leaves the folder. */
export async function fileBelow(folder: string, urlPath: string): Promise<string | null> {
  const file = path.join(folder, path.normalize(`/${decodeURIComponent(urlPath)}`));
  if (file !== folder && !file.startsWith(folder + path.sep)) return null;
  const entry = await stat(file).catch(() => null);
  return entry?.isFile() ? file : null;
}

/** Sends a file as it is; a browser that has the same version gets 304. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const tag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = { etag: tag, "cache-control": "no-cache" };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const type = contentTypes[path.extname(file).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, { ...headers, "content-type": type, "content-length": size });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "content-type": contentTypes[type], "cache-control": "no-cache" }).end(text);
}
