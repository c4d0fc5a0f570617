// npm run start:excel: serves the built add-in over https and sideloads it into the Excel of this computer.
import { spawn } from "node:child_process";
import { createServer } from "node:https";
import { createReadStream, existsSync, statSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";

const port = 3000;
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".css": "text/css",
  ".xml": "text/xml",
};

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error(
    "Excel runs on Windows and Mac. Here, `npm start` opens the workbench in any browser instead.",
  );
  process.exit(1);
}

await build();
const { getHttpsServerOptions } = await import("office-addin-dev-certs");
const dist = path.resolve("dist");

const server = createServer(await getHttpsServerOptions(), (request, response) => {
  const file = path.join(dist, decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname));
  if (!file.startsWith(dist + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end("Not found");
    return;
  }
  response.writeHead(200, {
    "Content-Type": `${types[path.extname(file)] ?? "application/octet-stream"}; charset=utf-8`,
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
  });
  createReadStream(file).pipe(response);
});

server.on("error", (error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken. End the program that uses it, then run the command again.`
      : `The add-in cannot be served: ${error.message}`,
  );
  process.exit(1);
});

server.listen(port, () => {
  console.log(`The add-in is served at https://localhost:${port}. Excel opens with it; Ctrl+C ends both.`);
  const debugging = path.resolve("node_modules/office-addin-debugging/cli.js");
  const sideload = spawn(
    process.execPath,
    [debugging, "start", "manifest.xml", "desktop", "--app", "excel", "--no-debug"],
    {
      stdio: ["ignore", "inherit", "pipe"],
    },
  );
  // Its exit code is 0 even when it could not start, so its words are read.
  let complaint = "";
  sideload.stderr.on("data", (text) => {
    complaint += text;
    process.stderr.write(text);
  });
  sideload.on("exit", () => {
    if (/unable|error/i.test(complaint))
      console.error(
        "Excel did not take the add-in. README, “Sideload by hand”, shows the way without this command.",
      );
  });
});

process.on("SIGINT", () => {
  const stop = spawn(
    process.execPath,
    [path.resolve("node_modules/office-addin-debugging/cli.js"), "stop", "manifest.xml"],
    { stdio: "inherit" },
  );
  stop.on("exit", () => process.exit(0));
});
