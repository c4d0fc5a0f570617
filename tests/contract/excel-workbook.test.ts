import { pokedOfficeWorkbook } from "../support/excel-poke";
import { describeWorkbookGateway } from "./workbook-gateway.contract";

describeWorkbookGateway("The Office layer over the real office.js", pokedOfficeWorkbook);
