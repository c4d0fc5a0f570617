import { readFileSync } from "node:fs";
import { profilesDocument } from "../../scripts/profiles-doc";
import { ExcelWorkbook } from "../../src/office/excel-workbook";
import { dayOfSerial, serialOfDay } from "../../src/core/calendar/serial-day";
import { profileNames, profileOf, profiles, type Profile } from "../../workbench/host/profiles";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";

async function within<T>(profile: Profile, work: (office: OfficeWorkbook) => Promise<T>): Promise<T> {
  const office = await pokedOfficeWorkbook(profile);
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

const inA1 = (work: (range: Excel.Range, context: Excel.RequestContext) => void | Promise<void>) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    await work(range, context);
    await context.sync();
  });

describe("an Excel of ExcelApi 1.13 with CustomFunctionsRuntime 1.1", () => {
  it("[HO200] says so, and refuses later members by name", () =>
    within(profiles.oldest, async () => {
      const supported = (set: string, version: string) =>
        Office.context.requirements.isSetSupported(set, version);
      expect([supported("ExcelApi", "1.13"), supported("ExcelApi", "1.14")]).toEqual([true, false]);
      expect([
        supported("CustomFunctionsRuntime", "1.1"),
        supported("CustomFunctionsRuntime", "1.2"),
        supported("SharedRuntime", "1.1"),
        supported("KeyboardShortcuts", "1.1"),
      ]).toEqual([true, false, true, false]);
      const later = inA1((range) => void range.getPrecedents().load("addresses"));
      await expect(later).rejects.toMatchObject({ code: "ApiNotFound" });
      await expect(inA1((range) => void range.worksheet.load("tabId"))).rejects.toMatchObject({
        code: "ApiNotFound",
      });
    }));

  it("[HO200] tells changes without who made them, so that own ones count as the person's", () =>
    within(profiles.oldest, async ({ settle }) => {
      const seen: string[] = [];
      const stop = await new ExcelWorkbook().watch(({ kind, source }) => seen.push(`${kind} ${source}`));
      await inA1((range) => {
        range.values = [[1]];
      });
      await settle();
      stop();
      expect(seen).toContain("cells user");
      expect(seen).not.toContain("cells us");
    }));
});

describe("number settings", () => {
  const look = (profile: Profile) =>
    within(profile, async () => {
      const seen: unknown[] = [];
      await inA1(async (range, context) => {
        const { application } = context.workbook;
        application.load("decimalSeparator,thousandsSeparator");
        range.formulas = [["=SUM(1234,0.5)"]];
        range.numberFormat = [["#,##0.00"]];
        const date = range.getOffsetRange(1, 0);
        date.values = [[46_347]];
        date.numberFormat = [["yyyy-mm-dd"]];
        for (const one of [range, date])
          one.load("formulas,formulasLocal,values,text,numberFormat,numberFormatLocal");
        await context.sync();
        seen.push(application.decimalSeparator, application.thousandsSeparator);
        for (const one of [range, date])
          seen.push(
            one.formulas[0]?.[0],
            one.formulasLocal[0]?.[0],
            one.text[0]?.[0],
            one.numberFormatLocal[0]?.[0],
          );
      });
      return seen;
    });

  it("[HO200] are those of the profile, formulas and codes stay English", async () => {
    const english = "=SUM(1234,0.5)";
    const date = [46_347, 46_347, "2026-11-21"];
    expect(await look({})).toEqual([
      ".",
      ",",
      english,
      english,
      "1,234.50",
      "#,##0.00",
      ...date,
      "yyyy-mm-dd",
    ]);
    expect(await look(profiles.german)).toEqual([
      ...[",", ".", english, "=SUM(1234;0,5)", "1.234,50", "#.##0,00"],
      ...[...date, "JJJJ-MM-TT"],
    ]);
    expect(await look(profiles.chinese)).toEqual([
      ...[".", ",", english, english, "1,234.50", "#,##0.00"],
      ...[...date, "yyyy-mm-dd"],
    ]);
  });

  it("[HO41] decide what a text that is no text becomes", () =>
    within(profiles.german, async ({ book }) => {
      const entered = ["1.234,5", "3.4.2026", "1,5", "'1,5"];
      await book.batch("user", () =>
        book.activeSheet.enter({ row: 0, column: 0, rows: 1, columns: 4 }, [entered]),
      );
      const cells = book.activeSheet.content({ row: 0, column: 0, rows: 1, columns: 4 });
      expect(cells).toEqual([[1234.5, 46_115, 1.5, "1,5"]]);
    }));
});

describe("a workbook that counts from 1904", () => {
  it("[WB7] shows the same dates for serials that are 1,462 less, the 60th among them", () =>
    within(profiles["dates-1904"], async ({ gateway, book }) => {
      expect((await gateway.survey()).date1904).toBe(true);
      const days = [46_347, 1_522, 1_462];
      await inA1((range) => {
        const cells = range.getResizedRange(2, 0);
        cells.numberFormat = days.map(() => ["yyyy-mm-dd"]);
        cells.values = days.map((day) => [serialOfDay(day, true)]);
      });
      const cells = { row: 0, column: 0, rows: 3, columns: 1 };
      expect(book.activeSheet.content(cells)).toEqual([[44_885], [60], [0]]);
      expect(book.activeSheet.texts(cells).flat()).toEqual(
        ["2026-11-21", "1904-03-01", "1904-01-01"].slice(0, 3),
      );
      expect(dayOfSerial(60, true)).toBe(1_522);
      expect(dayOfSerial(60, false)).toBeNull();
    }));
});

it("[HO-P1] PROFILES.md is current", () => {
  expect(readFileSync("docs/PROFILES.md", "utf8")).toBe(profilesDocument());
});

it("[HO200] profiles go together by name, unknown ones are left out", () => {
  expect(profileOf("oldest, german,moon")).toEqual({ ...profiles.oldest, ...profiles.german });
  expect(profileOf("")).toEqual({});
  expect(profileNames[0]).toBe("everything");
});
