import { dayFromIso } from "../../core/calendar/days";
import { serialOfDay } from "../../core/calendar/serial-day";
import { expectSame, fail, onSheet, writeAndRead, type HostCheck } from "./bench";

/** The sets the manifest asks for. */
const neededSets = { ExcelApi: "1.13", SharedRuntime: "1.1", CustomFunctionsRuntime: "1.1" } as const;

/** Entries that Excel would take for formulas, numbers, dates or errors were they not marked as text. */
const texts = [
  ...["=1+1", "+86 138", "-bullet", "@name", "00123", "1E5", "3-4", "1/2", "TRUE", "#N/A", "'quoted"],
  ...['=HYPERLINK("https://example.com")', "\u5927\u5ba2\u6237", "\u{1f600}"],
];

export const setsCheck: HostCheck = async () => {
  for (const [set, version] of Object.entries(neededSets))
    if (!Office.context.requirements.isSetSupported(set, version)) fail("setMissing", `${set} ${version}`);
};

export const valuesCheck: HostCheck = async (bench) => {
  const wanted = [[12.5, true, "plain", 46_347]];
  const found = await writeAndRead(bench, wanted);
  if (found.flat().every((value) => value === "")) fail("writeSwallowed", found);
  expectSame("changed", wanted, found);
};

export const textCheck: HostCheck = async (bench) => {
  const found = await writeAndRead(
    bench,
    texts.map((text) => [text]),
  );
  const formulas = await onSheet(bench, async (cells, _sheet, context) => {
    const range = cells(0, 0, texts.length);
    range.load("valueTypes,formulas");
    await context.sync();
    return range.valueTypes.map(([type], row) => [type, range.formulas[row]?.[0]] as const);
  });
  texts.forEach((text, row) => {
    const [type, formula] = formulas[row] ?? [];
    // A formula reads back as itself and holds something else.
    if (text.startsWith("=") && found[row]?.[0] !== text) fail("becameFormula", `${text} → ${formula}`);
    expectSame("changed", [text, "String"], [found[row]?.[0], type]);
  });
};

const kept = (text: string): HostCheck => {
  return async (bench) => {
    const found = await writeAndRead(bench, [[text]]);
    if (found[0]?.[0] === "") fail("writeSwallowed", `${text.length}`);
    expectSame(
      "changed",
      [text.length, text.slice(-20)],
      [String(found[0]?.[0]).length, String(found[0]?.[0]).slice(-20)],
    );
  };
};

export const lineBreaksCheck = kept("first\nsecond \u2028 third");
/** The longest text of a cell. */
export const longTextCheck = kept("\u957f".repeat(32_767));

export const blankCheck: HostCheck = async (bench) => {
  await writeAndRead(bench, [["a", "b"]]);
  const { gateway, sheet, column } = bench;
  await gateway.write([{ kind: "write-cells", sheet, row: 0, column, values: [["", null]] }], []);
  const found = await onSheet(bench, async (cells, _sheet, context) => {
    const range = cells(0, 0, 1, 2);
    range.load("values,valueTypes");
    await context.sync();
    return [range.values[0], range.valueTypes[0]?.[0]];
  });
  expectSame("changed", [["", "b"], "Empty"], found);
};

export const formulaCheck: HostCheck = async (bench) => {
  const found = await writeAndRead(bench, [[{ formula: "=SUM(1.5,2)" }]]);
  expectSame("notCalculated", [[3.5]], found);
};

export const errorsCheck: HostCheck = async (bench) => {
  const found = await writeAndRead(bench, [[{ formula: "=NA()" }, { formula: "=1/0" }]]);
  expectSame("notCalculated", [["#N/A", "#DIV/0!"]], found);
};

/** More cells than the library sends in one part. */
export const manyCellsCheck: HostCheck = async (bench) => {
  const wanted = Array.from({ length: 400 }, (_, row) =>
    Array.from({ length: 10 }, (_cell, column) => row * 10 + column),
  );
  expectSame("changed", wanted, await writeAndRead(bench, wanted));
};

async function date1904(bench: Parameters<HostCheck>[0]): Promise<boolean> {
  return (await bench.gateway.survey()).date1904;
}

export const datesCheck: HostCheck = async (bench) => {
  const iso = "2026-11-21";
  const serial = serialOfDay(dayFromIso(iso) ?? 0, await date1904(bench));
  await writeAndRead(bench, [[serial]]);
  const text = await onSheet(bench, async (cells, _sheet, context) => {
    const range = cells(0, 0);
    range.numberFormat = [["yyyy-mm-dd"]];
    range.load("text");
    await context.sync();
    return range.text[0]?.[0];
  });
  expectSame("changed", iso, text);
};

/** 1 January 2000 is one of two numbers; the add-in tells the date system by it. */
export const dateSystemCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (cells, _sheet, context) => {
    const date = context.workbook.functions.date(2000, 1, 1);
    date.load("value");
    const cell = cells(0, 0);
    cell.values = [["2000-01-01"]];
    cell.load("values");
    await context.sync();
    return { functions: date.value, typed: cell.values[0]?.[0] as unknown };
  });
  if (![36_526, 35_064].includes(found.functions)) fail("changed", found);
};

export const cultureCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (cells, _sheet, context) => {
    const { application } = context.workbook;
    application.load("decimalSeparator,thousandsSeparator");
    application.cultureInfo.load("name");
    const cell = cells(0, 0);
    cell.values = [[1.5]];
    cell.numberFormat = [["0.0"]];
    cell.load("values,text");
    await context.sync();
    return [
      application.decimalSeparator,
      cell.values[0]?.[0] as unknown,
      cell.text[0]?.[0],
      application.cultureInfo.name,
    ];
  });
  const [decimal, value, text, name] = found;
  if (value === "") fail("writeSwallowed", found);
  if (value !== 1.5 || text !== `1${String(decimal)}5` || !name) fail("changed", found);
};
