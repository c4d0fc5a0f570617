import { pokedInMemoryWorkbook } from "../support/in-memory-poke";
import { describeTableChanges } from "./change-tables.contract";
import { describeWorkbookGateway } from "./workbook-gateway.contract";

describeWorkbookGateway("The in-memory workbook", pokedInMemoryWorkbook);
describeTableChanges("The in-memory workbook", pokedInMemoryWorkbook);
