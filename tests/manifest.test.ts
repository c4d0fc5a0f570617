import { existsSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { commandNames } from "../src/commands/commands";

const text = readFileSync("manifest.xml", "utf8");
const manifest = new JSDOM(text, { contentType: "text/xml" }).window.document;
const all = (name: string): Element[] => [...manifest.getElementsByTagNameNS("*", name)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";

/** Width and height stand in a PNG's header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const resources = all("Resources")[0]?.children ?? [];
const resourceIds = [...resources].flatMap((group) =>
  [...group.children].map((entry) => attribute(entry, "id")),
);

describe("manifest.xml", () => {
  it("[S131] has a GUID, a four-part version that is the package's, and the sets it needs", () => {
    expect(all("Id")[0]?.textContent).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(all("Version")[0]?.textContent).toBe(`${version}.0`);
    const sets = all("Set").map((set) => `${attribute(set, "Name")} ${attribute(set, "MinVersion")}`);
    expect(sets).toEqual(["SharedRuntime 1.1", "ExcelApi 1.13", "CustomFunctionsRuntime 1.1"]);
  });

  it("[FN1] names the functions' namespace, script and metadata in both languages", () => {
    expect(text).toContain('id="Functions.Namespace" DefaultValue="KAM"');
    expect(text).toMatch(
      /functions\.json">\s*<bt:Override Locale="zh-CN" Value="[^"]*functions\.zh-CN\.json"/,
    );
    expect(attribute(all("Runtime")[0] as Element, "lifetime")).toBe("long");
  });

  it("[TP2] resolves every resource, and names none twice or in vain", () => {
    const used = [...text.matchAll(/ resid="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect([...new Set(used)].filter((id) => !resourceIds.includes(id))).toEqual([]);
    expect(resourceIds.filter((id) => !used.includes(id))).toEqual([]);
    expect(new Set(resourceIds).size).toBe(resourceIds.length);
    expect(resourceIds.filter((id) => id.length > 32)).toEqual([]);
  });

  it("[TP2] keeps texts within Office's limits, each in Chinese, too", () => {
    const strings = all("String").filter((entry) => attribute(entry, "id") !== "Functions.Namespace");
    for (const entry of strings) {
      const limit = entry.parentElement?.localName === "ShortStrings" ? 125 : 250;
      const chinese = entry.getElementsByTagNameNS("*", "Override")[0];
      expect(chinese && attribute(chinese, "Locale")).toBe("zh-CN");
      for (const value of [attribute(entry, "DefaultValue"), attribute(chinese as Element, "Value")])
        expect([...value].length).toBeLessThanOrEqual(limit);
    }
  });

  it("[TP2] has an icon of the right size behind every address, and all sizes of each", () => {
    for (const image of all("Image").filter((entry) => entry.hasAttribute("DefaultValue"))) {
      const file = attribute(image, "DefaultValue").replace("https://localhost:3000/", "");
      const size = Number(attribute(image, "id").split(".").at(-1));
      expect([file, ...pngSize(file)]).toEqual([file, size, size]);
    }
    for (const icon of ["card", "log", "reviews", "refresh", "help"])
      for (const size of [16, 20, 24, 32, 40, 48, 64, 80, 96])
        expect(pngSize(`assets/${icon}-${size}.png`)).toEqual([size, size]);
    for (const control of all("Icon"))
      expect([...control.children].map((image) => attribute(image, "size"))).toEqual(["16", "32", "80"]);
  });

  it("[S130] asks for no address but its own, over https", () => {
    const addresses = [...text.matchAll(/"(https?:[^"]+)"/g)].map((match) => match[1] ?? "");
    const foreign = addresses.filter(
      (url) => !/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(url),
    );
    expect(foreign.filter((url) => !url.startsWith("https://localhost:3000"))).toEqual([]);
  });

  it("[TP2] offers the five verbs, each with a function that exists", () => {
    expect(all("Control").map((control) => attribute(control, "id"))).toEqual([
      "Card.Open",
      "Card.Log",
      "Card.Reviews",
      "Card.Refresh",
      "Card.Help",
    ]);
    expect(all("Item").map((item) => attribute(item, "id"))).toEqual([
      "Card.Help.Open",
      "Card.Help.SelfTest",
    ]);
    expect(all("FunctionName").map((name) => name.textContent)).toEqual([...commandNames]);
    expect(all("Control").filter((control) => attribute(control, "id").length > 32)).toEqual([]);
  });

  it("[TP2] puts the elements of a host in the order the schema wants", () => {
    const host = all("Host").find((entry) => entry.hasAttribute("xsi:type")) as Element;
    expect([...host.children].map((child) => child.localName)).toEqual([
      "Runtimes",
      "AllFormFactors",
      "DesktopFormFactor",
    ]);
    expect([...(all("VersionOverrides")[0] as Element).children].map((child) => child.localName)).toEqual([
      "Hosts",
      "Resources",
    ]);
    expect(existsSync("src/taskpane/taskpane.html")).toBe(true);
  });
});
