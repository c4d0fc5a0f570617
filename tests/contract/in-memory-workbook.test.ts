import { pokedInMemoryWorkbook } from "../support/in-memory-poke";
import { describeWorkbookGateway } from "./workbook-gateway.contract";

describeWorkbookGateway("The in-memory workbook", pokedInMemoryWorkbook);
