import { formatNameOf, numberFormats, type FormatName } from "../../../../workbench/ui/ribbon/number-formats";

describe("number formats of the Home tab", () => {
  it("[HO-UI12] each is recognised again in a cell that has it", () => {
    for (const [name, format] of Object.entries(numberFormats)) {
      expect(formatNameOf(format)).toBe(name as FormatName);
    }
  });

  it("[HO-UI12] other formats show their kind", () => {
    expect(formatNameOf("0.00%")).toBe("percent");
    expect(formatNameOf("¥#,##0")).toBe("currency");
    expect(formatNameOf('m"月"d"日"')).toBe("date");
    expect(formatNameOf('0" days"')).toBe("number");
    expect(formatNameOf(undefined)).toBe("general");
    expect(formatNameOf('"n/a"')).toBe("");
  });
});
