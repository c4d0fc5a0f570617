/** The faults of the developer drawer; three of them are switches of the book itself. */
import type { Book } from "../book/book";
import type { Faults } from "./host";

/** What Excel on the web takes in one request or answer. */
const webPayloadLimit = 5 * 1024 * 1024;

export function createFaults(book: Book): Faults {
  Object.assign(book, { autoExpandTables: true, shareStreams: false, reinvokeOnMove: true });
  return {
    cellEdit: false,
    readOnly: false,
    protectedSheets: new Set(),
    get tableDoesNotGrow() {
      return !book.autoExpandTables;
    },
    set tableDoesNotGrow(on: boolean) {
      book.autoExpandTables = !on;
    },
    writeSwallowed: false,
    failAtAction: null,
    beforeNextBatch: null,
    dispatchError: null,
    answerLost: null,
    payloadLimit: webPayloadLimit,
    get sharedStreams() {
      return book.shareStreams;
    },
    set sharedStreams(on: boolean) {
      book.shareStreams = on;
    },
    get moveDoesNotReinvoke() {
      return !book.reinvokeOnMove;
    },
    set moveDoesNotReinvoke(on: boolean) {
      book.reinvokeOnMove = !on;
    },
    blanks: null,
    delay: 0,
  };
}

/** Writes of cell content, which *write swallowed* accepts and forgets. */
const contentWrites: Readonly<Record<string, readonly string[]>> = {
  Range: ["Values", "Formulas", "FormulasLocal", "FormulasR1C1"],
  RangeAreas: ["Values", "Formulas", "FormulasR1C1"],
  TableRow: ["Values"],
  TableColumn: ["Values"],
};

export const isContentWrite = (className: string, wire: string): boolean =>
  contentWrites[className]?.includes(wire) ?? false;
