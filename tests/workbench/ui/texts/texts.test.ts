import en from "../../../../workbench/ui/texts/en.json";
import zh from "../../../../workbench/ui/texts/zh-CN.json";
import { chooseLocale, textsFor } from "../../../../workbench/ui/texts/texts";

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe("texts of the workbench", () => {
  it("[HO-UI9] both languages have the same texts with the same places to fill", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      expect([key, holes(zh[key as keyof typeof zh])]).toEqual([key, holes(text)]);
    }
  });

  it("[HO-UI9] the address decides before the server and the browser", () => {
    expect(chooseLocale("zh-CN", "en-US", "en-GB")).toBe("zh-CN");
    expect(chooseLocale(null, "zh", "en-GB")).toBe("zh-CN");
    expect(chooseLocale(null, null, "zh-TW")).toBe("zh-CN");
    expect(chooseLocale("fr-FR", null, "de-DE")).toBe("en-US");
  });

  it("[HO-UI9] a place without a value stays visible instead of vanishing", () => {
    const texts = textsFor("en-US");
    expect(texts("status.opened", { name: "a.xlsx" })).toBe("a.xlsx is open.");
    expect(texts("status.opened")).toBe("{name} is open.");
  });
});
