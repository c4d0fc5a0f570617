// Draws the icons of manifest.xml from assets/*.svg in every size Office asks for; run after changing an svg.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { launchBrowser } from "./browser.mjs";

const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const browser = await launchBrowser();
const page = await browser.newPage();
for (const file of readdirSync("assets").filter((name) => name.endsWith(".svg"))) {
  const svg = readFileSync(`assets/${file}`, "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    writeFileSync(
      `assets/${file.replace(".svg", "")}-${size}.png`,
      await page.screenshot({ omitBackground: true }),
    );
  }
}
await browser.close();
