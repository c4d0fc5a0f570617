import { readTexts } from "../../src/locales/read-texts";
import { textsFor } from "../../src/locales/texts";

const tree = {
  days_one: "{{count}} day",
  days_other: "{{count}} days",
  name: "{{name}} of {{name}}",
  nested: { deep: "deep" },
};

describe("texts", () => {
  it("fills values in, each as often as it stands there, and never reads a value as a text", () => {
    const texts = readTexts("en", { pane: tree });
    expect(texts("name", { name: "{{count}} $& <b>" })).toBe("{{count}} $& <b> of {{count}} $& <b>");
    expect(texts("nested.deep")).toBe("deep");
  });

  it("takes the plural of the language, and the general one where there is no other", () => {
    const texts = readTexts("en", { pane: tree });
    expect([0, 1, 2].map((count) => texts("days", { count }))).toEqual(["0 days", "1 day", "2 days"]);
    const chinese = readTexts("zh-CN", { pane: { days_other: "{{count}} 天" } });
    expect(chinese("days", { count: 1 })).toBe("1 天");
  });

  it("groups the digits of what is counted, not those of a row", () => {
    const texts = readTexts("en", { pane: { ...tree, row: "row {{row}} of {{rows}}" } });
    expect(texts("days", { count: 4000 })).toBe("4,000 days");
    expect(texts("row", { row: 4000, rows: 12345.678 })).toBe("row 4000 of 12,345.678");
  });

  it("answers a key without a text as the key, so that a gap shows", () => {
    expect(textsFor("en")("issues:nothingLikeIt")).toBe("nothingLikeIt");
    expect(textsFor("zh-CN")("nothing.like.it")).toBe("nothing.like.it");
  });
});
