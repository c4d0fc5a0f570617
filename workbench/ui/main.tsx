import { LocaleType, Univer, UniverInstanceType } from "@univerjs/core";
import { gridLocales } from "./grid/locales";
import { registerGridPlugins } from "./grid/plugins";
import { gridTheme } from "./grid/theme";
const app = document.getElementById("app")!;
app.style.cssText = "position:fixed;inset:0";
const univer = new Univer({ theme: gridTheme, locale: LocaleType.EN_US, locales: gridLocales });
registerGridPlugins(univer, app);
univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
  id: "book",
  name: "Book1",
  sheetOrder: ["s1"],
  sheets: {
    s1: {
      id: "s1",
      name: "Sheet1",
      rowCount: 1000,
      columnCount: 26,
      cellData: { 0: { 0: { v: 1 }, 1: { f: "=A1+1" } } },
    },
  },
});
