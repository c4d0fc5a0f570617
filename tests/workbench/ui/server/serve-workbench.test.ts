import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer, withExternal, type RunningServer } from "../../../../scripts/serve-workbench";

const root = path.resolve(__dirname, "../../../..");
const officeJs = path.join(root, "node_modules/@microsoft/office-js/dist");

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join("/"));
}

function get(server: RunningServer, rawPath: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", port: server.port, path: rawPath }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
      })
      .on("error", reject);
  });
}

/** An add-in of three files, one page built twice. */
function exampleAddIn() {
  const pages = mkdtempSync(path.join(tmpdir(), "addin-"));
  writeFileSync(
    path.join(pages, "pane.html"),
    "<html><head><script src='https://cdn.test/office.js'></script></head></html>",
  );
  writeFileSync(
    path.join(pages, "pane.local.html"),
    '<html><head><script src="/office-js/office.js"></script></head></html>',
  );
  writeFileSync(path.join(pages, "manifest.xml"), "<OfficeApp />");
  writeFileSync(path.join(pages, "secret.txt"), "outside nothing");
  return { pages, manifest: path.join(pages, "manifest.xml") };
}

describe("server of the workbench", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ flavour: "win32", addIn: exampleAddIn(), port: 0, locale: "zh-CN" });
  });
  afterAll(() => server.close());

  it("[HO-UI4] every file of office.js is the one of the npm package", async () => {
    const names = filesBelow(officeJs);
    expect(names).toContain("office.js");
    for (const name of names) {
      const { status, body } = await get(server, encodeURI(`/office-js/${name}`));
      const expected = sha(readFileSync(path.join(officeJs, name)));
      expect({ name, status, sum: sha(body) }).toEqual({ name, status: 200, sum: expected });
    }
  }, 60_000);

  it("[HO-UI5] a page of the add-in gets the host's object before its first script, and nothing else changes", async () => {
    const page = (await get(server, "/pane.html")).body.toString();
    const added = '<script src="/workbench/provide-external.js"></script>';
    expect(page.indexOf(added)).toBeLessThan(page.indexOf("/office-js/office.js"));
    expect(page.replace(added, "")).toBe(
      '<html><head><script src="/office-js/office.js"></script></head></html>',
    );
    expect(withExternal("<p>no script</p>")).toBe("<p>no script</p>");
  });

  it("[HO-UI5] the web flavour serves the page as it was built", async () => {
    const addIn = exampleAddIn();
    const web = await startServer({ flavour: "web", addIn, port: 0 });
    const { get: getSecurely } = await import("node:https");
    const page = await new Promise<string>((resolve, reject) => {
      getSecurely(
        { host: "127.0.0.1", port: web.port, path: "/pane.html", rejectUnauthorized: false },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part: string) => (text += part));
          response.on("end", () => resolve(text));
        },
      ).on("error", reject);
    });
    await web.close();
    expect(page).toBe(readFileSync(path.join(addIn.pages, "pane.local.html"), "utf8"));
    expect(web.url).toMatch(/^https:\/\/localhost:\d+\/$/);
  }, 30_000);

  it("[HO-UI6] nothing outside the served folders can be read", async () => {
    for (const climb of [
      "/office-js/../../../package.json",
      "/..%2f..%2fetc/passwd",
      "/workbench/%2e%2e/%2e%2e/package.json",
    ]) {
      expect((await get(server, climb)).status).toBe(404);
    }
  });

  it("[HO-UI6] it is reached from this machine only", async () => {
    const other = await new Promise<string>((resolve) => {
      const request = http.get({ host: "127.0.0.2", port: server.port, timeout: 1000 }, () =>
        resolve("answered"),
      );
      request.on("error", () => resolve("refused"));
      request.on("timeout", () => resolve("refused"));
    });
    expect(other).toBe("refused");
  });

  it("[HO-UI7] the page learns flavour and language of the start", async () => {
    const config: unknown = JSON.parse((await get(server, "/workbench/config.json")).body.toString());
    expect(config).toEqual({ flavour: "win32", locale: "zh-CN", open: null, addInOrigin: null });
  });

  it("[HO-UI8] a taken port is passed over", async () => {
    const next = await startServer({ flavour: "win32", addIn: exampleAddIn(), port: server.port });
    expect(next.port).toBeGreaterThan(server.port);
    await next.close();
  });
});
