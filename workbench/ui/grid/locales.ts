import { LocaleType, merge, type ILanguagePack } from "@univerjs/core";
import conditionalEn from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import conditionalZh from "@univerjs/sheets-conditional-formatting-ui/locale/zh-CN";
import validationEn from "@univerjs/sheets-data-validation-ui/locale/en-US";
import validationZh from "@univerjs/sheets-data-validation-ui/locale/zh-CN";
import designEn from "@univerjs/design/locale/en-US";
import designZh from "@univerjs/design/locale/zh-CN";
import docsEn from "@univerjs/docs-ui/locale/en-US";
import docsZh from "@univerjs/docs-ui/locale/zh-CN";
import filterEn from "@univerjs/sheets-filter-ui/locale/en-US";
import filterZh from "@univerjs/sheets-filter-ui/locale/zh-CN";
import formulaEn from "@univerjs/sheets-formula-ui/locale/en-US";
import formulaZh from "@univerjs/sheets-formula-ui/locale/zh-CN";
import functionsEn from "@univerjs/sheets-formula/locale/en-US";
import functionsZh from "@univerjs/sheets-formula/locale/zh-CN";
import numfmtEn from "@univerjs/sheets-numfmt-ui/locale/en-US";
import numfmtZh from "@univerjs/sheets-numfmt-ui/locale/zh-CN";
import sheetsEn from "@univerjs/sheets/locale/en-US";
import sheetsZh from "@univerjs/sheets/locale/zh-CN";
import sheetsUiEn from "@univerjs/sheets-ui/locale/en-US";
import sheetsUiZh from "@univerjs/sheets-ui/locale/zh-CN";
import sortEn from "@univerjs/sheets-sort-ui/locale/en-US";
import sortZh from "@univerjs/sheets-sort-ui/locale/zh-CN";
import tableEn from "@univerjs/sheets-table-ui/locale/en-US";
import tableZh from "@univerjs/sheets-table-ui/locale/zh-CN";
import rulesEn from "@univerjs/data-validation/locale/en-US";
import rulesZh from "@univerjs/data-validation/locale/zh-CN";
import sheetRulesEn from "@univerjs/sheets-data-validation/locale/en-US";
import sheetRulesZh from "@univerjs/sheets-data-validation/locale/zh-CN";
import filtersEn from "@univerjs/sheets-filter/locale/en-US";
import filtersZh from "@univerjs/sheets-filter/locale/zh-CN";
import tablesEn from "@univerjs/sheets-table/locale/en-US";
import tablesZh from "@univerjs/sheets-table/locale/zh-CN";
import uiEn from "@univerjs/ui/locale/en-US";
import uiZh from "@univerjs/ui/locale/zh-CN";

const packs = (...parts: ILanguagePack[]): ILanguagePack => merge({}, ...parts) as ILanguagePack;

export const gridLocales = {
  [LocaleType.EN_US]: packs(
    designEn,
    uiEn,
    docsEn,
    sheetsEn,
    sheetsUiEn,
    functionsEn,
    formulaEn,
    numfmtEn,
    tableEn,
    conditionalEn,
    validationEn,
    sortEn,
    filterEn,
    rulesEn,
    sheetRulesEn,
    filtersEn,
    tablesEn,
  ),
  [LocaleType.ZH_CN]: packs(
    designZh,
    uiZh,
    docsZh,
    sheetsZh,
    sheetsUiZh,
    functionsZh,
    formulaZh,
    numfmtZh,
    tableZh,
    conditionalZh,
    validationZh,
    sortZh,
    filterZh,
    rulesZh,
    sheetRulesZh,
    filtersZh,
    tablesZh,
  ),
};
