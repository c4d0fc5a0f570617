import { pokedOfficeWorkbook } from "../support/excel-poke";
import { describeTableChanges } from "./change-tables.contract";
import { describeWorkbookGateway } from "./workbook-gateway.contract";

describeWorkbookGateway("The Office layer over the real office.js", pokedOfficeWorkbook);
describeTableChanges("The Office layer over the real office.js", pokedOfficeWorkbook);
