import fc from "fast-check";
import { createHash } from "node:crypto";
import { sha256 } from "../../src/workbook/audit/sha256";
import { decodeCell, encodeCell, unreadable, type Dialect } from "../../src/workbook/codec/cell";
import { Labels } from "../../src/workbook/codec/labels";
import {
  dayOfSerial,
  dayOfText,
  momentOfSerial,
  serialOfDay,
  serialOfMoment,
} from "../../src/core/calendar/serial-day";
import { bool, choice, datetime, day, list, money, text } from "../../src/workbook/schema/column";
import { FreeNames } from "../../src/workbook/free-names";
import { drawId } from "../../src/workbook/row-ids";
import { seededChance } from "../support/still-desk";

const english: Dialect = { labels: new Labels("en"), date1904: false };
const chinese: Dialect = { labels: new Labels("zh-CN"), date1904: false };
const of1904: Dialect = { labels: new Labels("en"), date1904: true };

const tier = list("tier", "tier", "Tier", "客户级别");

describe("cells and their meaning", () => {
  it("[WB7] serial 36526 is 1 January 2000, in a 1904 workbook 35064 is", () => {
    expect(dayOfSerial(36_526, false)).toBe(36_526);
    expect(dayOfSerial(35_064, true)).toBe(36_526);
    expect(dayOfText("2000-01-01")).toBe(36_526);
  });

  it("[WB7] serial 60 is no day, 59 and 61 are the days beside each other", () => {
    expect(dayOfSerial(60, false)).toBeNull();
    expect(dayOfSerial(59, false)).toBe(dayOfText("1900-02-28"));
    expect(dayOfSerial(61, false)).toBe(dayOfText("1900-03-01"));
    expect((dayOfSerial(61, false) ?? 0) - (dayOfSerial(59, false) ?? 0)).toBe(1);
    expect(dayOfSerial(60, true)).toBe(1_522);
  });

  it("[WB7] days and moments survive the way into a cell and back, in both systems", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_462, max: 2_958_465 }), fc.boolean(), (one, date1904) => {
        expect(dayOfSerial(serialOfDay(one, date1904), date1904)).toBe(one);
        const moment = one + 0.4375;
        expect(momentOfSerial(serialOfMoment(moment, date1904), date1904)).toBeCloseTo(moment, 9);
      }),
    );
  });

  it("[WB7] a date of a 1904 workbook is written in its own system", () => {
    expect(encodeCell(day("on", "", ""), 36_526, of1904)).toBe(35_064);
    expect(decodeCell(datetime("at", "", ""), 35_064.5, of1904)).toBe(36_526.5);
  });

  it("[WB7] dates typed as text are read year first, anything else is unreadable", () => {
    for (const written of ["1998-05-06", "1998/5/6", "1998.05.06", "1998年5月6日"]) {
      expect(decodeCell(day("on", "", ""), written, english)).toBe(35_921);
    }
    for (const written of ["06/05/1998", "1998-02-30", "soon", true, -5, 60]) {
      expect(decodeCell(day("on", "", ""), written, english)).toBe(unreadable);
    }
  });

  it("[FN4] blank is missing, never zero", () => {
    for (const blank of ["", "  "]) {
      expect(decodeCell(money("amount", "", ""), blank, english)).toBeNull();
      expect(decodeCell(day("on", "", ""), blank, english)).toBeNull();
      expect(decodeCell(bool("done", "", ""), blank, english)).toBeNull();
      expect(decodeCell(tier, blank, english)).toBe("");
      expect(decodeCell(text("note", "", ""), blank, english)).toBe("");
    }
    expect(decodeCell(money("amount", "", ""), 0, english)).toBe(0);
  });

  it("[WB3] numbers kept as text are read, errors and words are not", () => {
    expect(decodeCell(money("amount", "", ""), "1234.5", english)).toBe(1_234.5);
    for (const cell of ["1,234", "#N/A", "abc", true, "0x10"]) {
      expect(decodeCell(money("amount", "", ""), cell, english)).toBe(unreadable);
    }
    expect(decodeCell(text("note", "", ""), "#VALUE!", english)).toBe(unreadable);
  });

  it("[WB2] reads labels of either language, and the code, in any case; writes the workbook's", () => {
    for (const label of ["Important", "重要", "important", " IMPORTANT "]) {
      expect(decodeCell(tier, label, english)).toBe("important");
      expect(decodeCell(tier, label, chinese)).toBe("important");
    }
    expect(decodeCell(tier, "Huge", english)).toBe(unreadable);
    expect(encodeCell(tier, "special", chinese)).toBe("特殊");
    expect(encodeCell(bool("done", "", ""), true, chinese)).toBe("是");
  });

  it("[WB2] a reworded label is understood and written, the old one still understood", () => {
    const own = { list: "tier", code: "important", labels: { en: "Key account", "zh-CN": "" } };
    const dialect: Dialect = { labels: new Labels("en", [own]), date1904: false };
    expect(encodeCell(tier, "important", dialect)).toBe("Key account");
    expect(decodeCell(tier, "key account", dialect)).toBe("important");
    expect(decodeCell(tier, "Important", dialect)).toBe("important");
  });

  it("[S46] a word that is no code of an open list stays as it is", () => {
    const metric = choice("metric", "metric", "", "");
    expect(decodeCell(metric, "近12个月收入", english)).toBe("revenue12");
    expect(decodeCell(metric, "My column", english)).toBe("My column");
    expect(encodeCell(metric, "My column", chinese)).toBe("My column");
  });

  it("[WB8] decoding never throws, whatever a cell holds", () => {
    const columns = [tier, day("d", "", ""), datetime("t", "", ""), bool("b", "", ""), money("m", "", "")];
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...columns), cell, (column, value) => {
        expect(() => decodeCell(column, value, english)).not.toThrow();
      }),
    );
  });
});

describe("names, ids and hashes", () => {
  it("[WB9] a taken name gets the next suffix, in any case", () => {
    const sheets = ["accounts", "Accounts (2)"].map((name) => ({
      id: name,
      name,
      hidden: false,
      protected: false,
      names: [],
    }));
    const names = new FreeNames({
      sheets,
      tables: [],
      names: ["ACCOUNTS"],
      date1904: false,
      readOnly: false,
    });
    expect(names.sheet("Accounts")).toBe("Accounts (3)");
    expect(names.sheet("Accounts")).toBe("Accounts (4)");
    expect(names.table("Accounts")).toBe("Accounts_2");
  });

  it("[WB4] ids have prefix, date and six Crockford characters and are drawn again while taken", () => {
    const taken = new Set<string>();
    const ids = Array.from({ length: 500 }, () => drawId("INT", 46_347, seededChance(3), taken));
    const fresh = seededChance(3);
    const more = Array.from({ length: 500 }, () => drawId("INT", 46_347, fresh, taken));
    expect(new Set([...ids, ...more]).size).toBe(1_000);
    for (const id of more) expect(id).toMatch(/^INT-20261121-[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  it("[S132] hashes like the reference implementation", () => {
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (message) => {
        expect(sha256(message)).toBe(createHash("sha256").update(message, "utf8").digest("hex"));
      }),
    );
  });
});
