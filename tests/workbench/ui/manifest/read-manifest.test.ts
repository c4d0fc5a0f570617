import { JSDOM } from "jsdom";
import { readManifest } from "../../../../workbench/ui/manifest/read-manifest";
import { exampleManifest } from "./example-manifest";

const read = (locale: string) => {
  const document = new JSDOM(exampleManifest, { contentType: "text/xml" }).window.document;
  return readManifest(document, locale, "http://localhost:3000");
};

describe("ribbon of an add-in's manifest", () => {
  it("[HO-UI1] labels are in the display language and fall back to the default", () => {
    const tab = read("zh-CN").tabs[0];
    expect(tab?.label).toBe("Example tab");
    expect(tab?.groups[0]?.label).toBe("组");
    expect(tab?.groups[0]?.controls.map((control) => control.label)).toEqual(["打开", "More"]);
    expect(read("en-US").tabs[0]?.groups[0]?.label).toBe("Group");
  });

  it("[HO-UI1] the name of the add-in is in the display language", () => {
    expect(read("zh-CN").displayName).toBe("示例");
    expect(read("fr-FR").displayName).toBe("Example");
  });

  it("[HO-UI2] a button that opens the pane has its icons, its tip and its first state", () => {
    expect(read("en-US").tabs[0]?.groups[0]?.controls[0]).toEqual({
      id: "Open",
      label: "Open",
      tip: { title: "Open", description: "Opens the pane." },
      icons: {
        16: "http://localhost:3000/assets/icon-16.png",
        32: "http://localhost:3000/assets/icon-32.png",
      },
      enabled: false,
      action: { kind: "pane", url: "http://localhost:3000/pane.html" },
      items: [],
    });
  });

  it("[HO-UI2] a menu holds the commands that run functions", () => {
    const menu = read("en-US").tabs[0]?.groups[0]?.controls[1];
    expect(menu?.action).toBeNull();
    expect(menu?.items.map((item) => [item.label, item.action])).toEqual([
      ["Run it", { kind: "execute", functionName: "run" }],
    ]);
  });

  it("[HO-UI3] addresses keep their path and move to the serving origin", () => {
    const manifest = read("zh-CN");
    expect(manifest.taskpaneUrl).toBe("http://localhost:3000/pane.html?v=1");
    expect(manifest.functions).toEqual({
      namespace: "EX",
      metadataUrl: "http://localhost:3000/functions.zh-CN.json",
    });
  });
});
