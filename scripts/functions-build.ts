// Second step of the add-in's build: what Excel reads of the functions, and their help pages, into the folder named.
import "./functions-runtime";
import path from "node:path";
import { writeFunctionHelp } from "./functions-help";
import { writeFunctionMetadata } from "./functions-metadata";

/** Where the add-in will be served; manifest.xml names the same place. */
const base = process.env["KAM_BASE_URL"] ?? "https://localhost:3000";
const output = path.resolve(process.argv[2] ?? "dist");

writeFunctionMetadata(output, `${base}/help`);
writeFunctionHelp(path.join(output, "help"));
