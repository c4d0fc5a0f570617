/** A range of cells. Its members stand in range-*.ts by what they do. */
import type { RangeTarget } from "../class-model";
import { cellProperties } from "./cell-properties";
import { sheetOfCells } from "./cells";
import { defineModel } from "./host-object";
import { rangeNavigations, rangeReads } from "./range-content";
import { rangeCopies } from "./range-copy";
import { rangeEdits } from "./range-edit";
import { rangeParts } from "./range-parts";
import { rangeSearches } from "./range-search";
import { rangeSurroundings } from "./range-surroundings";
import { rangeWrites } from "./range-write";

defineModel<RangeTarget>({
  className: "Range",
  sheetOf: sheetOfCells,
  navigate: rangeNavigations,
  read: rangeReads,
  write: rangeWrites,
  call: {
    ...rangeParts,
    ...rangeSurroundings,
    ...rangeEdits,
    ...rangeCopies,
    ...rangeSearches,
    ...cellProperties,
  },
  differs: {
    FormulasLocal: "Separators and decimal sign of the culture; names of functions stay English.",
    NumberFormatLocal: "Read in the culture's letters and signs; written as en-US codes.",
    SavedAsArray: "As HasSpill.",
    Hyperlink: "Kept while the workbook is open and drawn as blue text; a click does not follow it.",
    MoveTo: "Formulas elsewhere that refer to the moved cells stay as they are.",
    CopyFrom: "Transposed copies take values and formats, not formulas.",
    Find: "Looks at what cells display.",
    Style: "Remembered with the cells as they were when it was set.",
  },
});
