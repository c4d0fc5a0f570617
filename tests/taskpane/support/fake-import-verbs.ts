import { heldSource } from "../../../src/workbook/import/import-source";
import type { ImportPreview, ImportReceipt, UndoReceipt } from "../../../src/workbook/import/import-job";
import type { ImportVerbs } from "../../../src/workbook/import/import-verbs";
import type { Outcome } from "../../../src/workbook/outcome";

/** What the fake verbs answer; a test or a picture may put other answers here. */
export interface ImportAnswers {
  selected: readonly (readonly (string | number)[])[];
  preview: ImportPreview;
  receipt: ImportReceipt;
  undone: UndoReceipt;
}

const none = { added: 0, changed: 0, same: 0 };
const row = (id: string, name: string, city: string) =>
  ({
    row: 2,
    table: "accounts",
    what: "added",
    id,
    label: name,
    cells: [
      { header: "Account name", text: name },
      { header: "City", text: city },
      { header: "Phone", text: "(171) 555-7788" },
    ],
  }) as const;

export const importAnswers = (): ImportAnswers => ({
  selected: [
    ["Customer ID", "Order date", "Amount"],
    ["ALFKI", "03/04/2026", "1.234"],
    ["BERGS", "05/06/2026", "2.500"],
  ],
  preview: {
    kind: "accounts",
    rows: 91,
    counts: {
      accounts: { added: 12, changed: 3, same: 74 },
      contacts: { ...none, added: 12 },
      purchases: none,
    },
    leftOut: 2,
    first: [row("AROUT", "Around the Horn", "London"), row("QUICK", "QUICK-Stop", "Cunewalde")],
    reports: [
      {
        ...row("AROUT", "Around the Horn", "London"),
        what: "changed",
        cells: [{ header: "Phone", text: "(171) 555-7790", before: "(171) 555-7788" }],
      },
      {
        ...row("QUICK", "QUICK-Stop", ""),
        what: "changed",
        cells: [{ header: "Address", text: "Taucherstraße 12", before: "Taucherstraße 10" }],
      },
      {
        ...row("WOLZA", "Wolski Zajazd", ""),
        what: "changed",
        cells: [{ header: "City", text: "Kraków", before: "Warszawa" }],
      },
      {
        row: 42,
        table: "accounts",
        what: "left-out",
        id: "",
        label: "",
        cells: [],
        issue: { code: "import.noName", values: {} },
      },
      {
        row: 58,
        table: "accounts",
        what: "left-out",
        id: "SAVEA",
        label: "SAVEA",
        cells: [],
        issue: { code: "import.doubledDiffers", values: { id: "SAVEA", first: 57, columns: "City" } },
      },
    ],
    notes: [{ row: 60, issue: { code: "import.badDate", values: { column: "Since", value: "soon" } } }],
    unknown: { accounts: 0, rows: 0 },
    words: [{ header: "Rating", word: "Hot", count: 4 }],
    hasSample: true,
    fingerprint: "1",
  },
  receipt: {
    kind: "accounts",
    counts: {
      accounts: { added: 12, changed: 3, same: 74 },
      contacts: { ...none, added: 12 },
      purchases: none,
    },
    leftOut: 2,
    cancelled: false,
    missing: 0,
    issue: null,
    place: { sheet: "Accounts", row: 93 },
    bounds: null,
  },
  undone: {
    deleted: 24,
    restored: 3,
    kept: [{ code: "import.keptInUse", values: { sheet: "Accounts", id: "D4" } }],
    issue: null,
  },
});

/** Imports over a card without a workbook. */
export function fakeImportVerbs(
  answers: ImportAnswers,
  answer: <T>(verb: keyof ImportVerbs, given: readonly unknown[], done: () => T) => Promise<Outcome<T>>,
): ImportVerbs {
  return {
    tables: () => answer("tables", [], () => [{ name: "Orders", sheet: "Old orders", rows: 830 }]),
    source: (choice) =>
      answer("source", [choice], () => heldSource("Old orders!A1:C3", answers.selected, { headerRow: 1 })),
    preview: (job) => answer("preview", [job], () => ({ ...answers.preview, kind: job.kind })),
    run: (job, fingerprint) => answer("run", [job, fingerprint], () => answers.receipt),
    undo: () => answer("undo", [], () => answers.undone),
  };
}
