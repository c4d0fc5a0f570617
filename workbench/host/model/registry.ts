/** All models of the Excel object model. Importing a file registers its models. */
import type { Book } from "../../book/book";
import type { ClassModel, HostObject } from "../class-model";
import "./application";
import { extrasOf } from "./book-extras";
import "./cell-looks";
import "./chart";
import "./chart-axes";
import "./chart-looks";
import "./chart-series";
import "./chart-titles";
import "./conditional-formats";
import "./custom-properties";
import "./custom-xml";
import "./data-validation";
import "./document-properties";
import "./empty-collections";
import "./filters";
import "./functions";
import "./headers-footers";
import { hostObject, registeredModel, registeredModels } from "./host-object";
import "./names";
import "./page-breaks";
import "./page-layout";
import "./range";
import "./range-areas";
import "./range-borders";
import "./range-format";
import "./range-sort";
import "./range-view";
import "./remove-duplicates-result";
import "./rule-format";
import "./rule-models";
import "./settings";
import "./sheet-view";
import "./style-looks";
import "./styles";
import "./table";
import "./table-columns";
import "./table-rows";
import "./table-sort";
import "./table-styles";
import "./tables";
import "./workbook";
import "./worksheet";
import "./worksheet-collection";

/** null for a class the workbench does not have. */
export const modelOf = (className: string): ClassModel | null => registeredModel(className);

export const allModels = (): readonly ClassModel[] => registeredModels();

/** Where every batch starts: object path type 1. */
export function workbookObject(book: Book): HostObject {
  // From here on changes count and links follow their cells.
  extrasOf(book);
  return hostObject("Workbook", book);
}
