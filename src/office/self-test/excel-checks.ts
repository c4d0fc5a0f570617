/** The self-test's side of Excel: the scratch sheet and the checks on it. */
import { FreeNames } from "../../workbook/free-names";
import { checkIds, type CheckId, type HostChecks } from "../../workbook/self-test/self-test";
import { ExcelWorkbook } from "../excel-workbook";
import { runInExcel } from "../office-error";
import { blockColumns, type HostCheck } from "./bench";
import * as cells from "./cell-checks";
import * as life from "./life-checks";
import * as sheets from "./sheet-checks";
import * as tables from "./table-checks";

export interface ExcelChecksOptions {
  readonly version: string;
  /** Of the add-in's functions, as the manifest has it. */
  readonly namespace: string;
  readonly watchBareCalls: life.WatchBareCalls;
}

const scratchName = "KAM Card self-test";
/** Marks the sheet as ours; a run that was cut off leaves one, and the next run takes it away. */
const mark = "KAM_SelfTest";

const checksFor = ({
  namespace,
  watchBareCalls,
}: ExcelChecksOptions): Readonly<Record<CheckId, HostCheck>> => ({
  sets: cells.setsCheck,
  values: cells.valuesCheck,
  text: cells.textCheck,
  lineBreaks: cells.lineBreaksCheck,
  longText: cells.longTextCheck,
  blank: cells.blankCheck,
  formula: cells.formulaCheck,
  errors: cells.errorsCheck,
  manyCells: cells.manyCellsCheck,
  dates: cells.datesCheck,
  dateSystem: cells.dateSystemCheck,
  culture: cells.cultureCheck,
  table: tables.tableCheck,
  tableAppend: tables.appendCheck,
  tableFirstRows: tables.firstRowsCheck,
  tableManyRows: tables.manyRowsCheck,
  tableNoteBelow: tables.noteBelowCheck,
  tableTotals: tables.totalsCheck,
  tableOwnColumn: tables.ownColumnCheck,
  tableDelete: tables.deleteCheck,
  tableFilter: tables.filterCheck,
  conditionalFormat: sheets.conditionalFormatCheck,
  validation: sheets.validationCheck,
  names: sheets.namesCheck,
  protection: sheets.protectionCheck,
  print: sheets.printCheck,
  freeze: sheets.freezeCheck,
  columns: sheets.columnsCheck,
  chart: sheets.chartCheck,
  changeEvent: life.changeEventCheck,
  changeSource: life.changeSourceCheck,
  selection: life.selectionCheck,
  formulaSearch: life.formulaSearchCheck,
  function: life.functionCheck(namespace),
  streamAddress: life.streamAddressCheck(namespace, watchBareCalls),
  ownStreams: life.ownStreamsCheck(namespace, watchBareCalls),
  storage: life.storageCheck,
});

/** Where the person was: put back at the end. */
interface Place {
  readonly sheet: string;
  readonly address: string;
}

class ExcelChecks implements HostChecks {
  private readonly gateway = new ExcelWorkbook();
  private readonly checks: Readonly<Record<CheckId, HostCheck>>;
  private names: FreeNames | null = null;
  private sheet: string | null = null;
  private place: Place | null = null;

  constructor(private readonly options: ExcelChecksOptions) {
    this.checks = checksFor(options);
  }

  facts(): readonly string[] {
    const { diagnostics, displayLanguage, contentLanguage, requirements } = Office.context;
    const api = Array.from({ length: 30 }, (_, minor) => `1.${minor + 1}`).filter((version) =>
      requirements.isSetSupported("ExcelApi", version),
    );
    return [
      `KAM Card ${this.options.version}`,
      `Excel ${diagnostics.version}, ${diagnostics.platform}`,
      `ExcelApi ${api.at(-1) ?? "none"}`,
      `display ${displayLanguage}, content ${contentLanguage}`,
    ];
  }

  async open(): Promise<void> {
    const survey = await this.gateway.survey();
    this.place = await runInExcel(placeNow);
    for (const { name, names } of survey.sheets)
      if (names.some((one) => one.name === mark))
        await this.gateway.write([{ kind: "delete-sheet", sheet: name }], []);
    this.names = new FreeNames(await this.gateway.survey());
    const sheet = this.names.sheet(scratchName);
    this.sheet = sheet;
    await runInExcel(async (context) => {
      const added = context.workbook.worksheets.add(sheet);
      added.names.add(mark, '="scratch"').visible = false;
      await context.sync();
    });
  }

  async run(id: CheckId): Promise<boolean> {
    const { gateway, sheet, names } = this;
    if (sheet === null || names === null) throw new Error("The scratch sheet is not there.");
    const column = checkIds.indexOf(id) * blockColumns;
    const bench = { gateway, sheet, column, name: names.table(`KAM_Check_${checkIds.indexOf(id) + 1}`) };
    return (await this.checks[id](bench)) !== false;
  }

  async close(): Promise<string | null> {
    const { sheet } = this;
    if (sheet === null) return null;
    for (const pause of [0, 300, 1_500]) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (await this.removed(sheet)) return null;
    }
    return sheet;
  }

  /** The sheet is gone and the person is back where they were. */
  private async removed(sheet: string): Promise<boolean> {
    try {
      await runInExcel(async (context) => {
        // Before the sheet goes: else Excel chooses where the person is.
        await goTo(context, this.place);
        const found = context.workbook.worksheets.getItemOrNullObject(sheet);
        await context.sync();
        if (!found.isNullObject) found.delete();
        await context.sync();
      });
      this.sheet = null;
      return true;
    } catch (error) {
      // Tried again, then reported: the report names the sheet.
      void error;
      return false;
    }
  }
}

async function placeNow(context: Excel.RequestContext): Promise<Place> {
  const range = context.workbook.getSelectedRange();
  range.load("address,worksheet/name");
  await context.sync();
  return { sheet: range.worksheet.name, address: range.address.slice(range.address.lastIndexOf("!") + 1) };
}

async function goTo(context: Excel.RequestContext, place: Place | null): Promise<void> {
  if (!place) return;
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.activate();
  sheet.getRange(place.address).select();
  await context.sync();
}

export const excelChecks = (options: ExcelChecksOptions): HostChecks => new ExcelChecks(options);
