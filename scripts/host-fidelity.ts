// Writes docs/HOST-FIDELITY.md: hand-written sections, then the table read off the models.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fidelityFile, fidelityText } from "../workbench/host/fidelity-text";

void (async () => {
  await writeFile(fidelityFile, await fidelityText());
  console.log(`Wrote ${path.relative(process.cwd(), fidelityFile)}`);
})();
