import type { LogDraft } from "../../src/workbook/card";
import { LiveCard } from "../../src/workbook/live-card";
import { hashOf } from "../../src/workbook/audit/audit-chain";
import type { Column } from "../../src/workbook/schema/column";
import { schema } from "../../src/workbook/schema/schema";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { stillDesk } from "../support/still-desk";
import { generate, typeInto, type Bench as ReviewBench } from "../workbook/review/review-bench";
import { bringIn, jobOf, rowsIn, sourceOf, valueOf } from "../workbook/import/import-bench";
import { kept, naughtyTexts } from "./naughty-texts";

/** A text longer than a cell is cut, and in a sentence cut elsewhere: its own tests do that. */
const texts = Object.values(naughtyTexts).filter((text) => text.length < 200);
/** Ids must differ and hold something; a text alone may be blank once it is read. */
const told = texts.map((text, row) => ({ id: `A${row}`, text }));

/** One of each kind, for forms that write one cell as the others do; import, Log and decisions take them all. */
const kinds: readonly (keyof typeof naughtyTexts)[] = [
  "formula",
  "plus",
  "at",
  "tab",
  "carriage return",
  "two apostrophes",
  "leading zeros",
  "truth",
  "error",
  "image",
  "interpolation",
  "replacement",
  "right to left",
  "controls",
  "lone surrogates",
  "line breaks of all kinds",
];

interface Bench extends ReviewBench {
  readonly card: LiveCard;
}

/** A card with one account for each text, imported with that text in every text column. */
async function naughtyBench(): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  const desk = stillDesk(workbook);
  const card = new LiveCard(desk);
  await card.wake();
  valueOf(await card.setUp({ language: "en", sample: false }));
  for (const table of ["accounts", "contacts", "purchases"] as const)
    await bringIn({ workbook, card }, await jobOf(table, sourceOf(importRows(table))));
  return { workbook, desk, card };
}

/** Columns of a table that take any text, as a file names them. */
function textColumns(table: "accounts" | "contacts" | "purchases"): readonly Column[] {
  const columns: readonly Column[] = schema[table].columns;
  return columns.filter(
    ({ id, type, list, computed }) =>
      type === "text" && !list && !computed && !["id", "account", "createdBy", "changedBy"].includes(id),
  );
}

function importRows(table: "accounts" | "contacts" | "purchases") {
  const columns = textColumns(table);
  const key = { accounts: "Account ID", contacts: "Contact ID", purchases: "Purchase ID" }[table];
  const account = table === "accounts" ? [] : ["Account ID"];
  const rest = table === "purchases" ? ["Date", "Amount"] : [];
  return [
    [key, ...account, ...rest, ...columns.map(({ header }) => header.en)],
    ...told.map(({ id, text }) => [
      id,
      ...(table === "accounts" ? [] : [id]),
      ...(table === "purchases" ? ["2026-01-05", 10] : []),
      // A name is no blank.
      ...columns.map((column) => (column.id === "name" ? `n${text}` : text)),
    ]),
  ];
}

/** What a cell reads as: without blanks around it, and nothing where it spells an error. */
const read = (text: string): string => (text === "#N/A" ? "" : kept(text).trim());

function formulasIn({ workbook }: Bench): readonly string[] {
  return workbook.book.sheets.flatMap((sheet) => sheet.formulaCells().map(({ formula }) => formula));
}

/** Every text that a sheet holds, without the blanks around it. */
const cellsOf = ({ workbook }: Bench, sheet: string): ReadonlySet<string> =>
  new Set((workbook.dump()[sheet] ?? []).flat().map((cell) => String(cell).trim()));

const lost = (cells: ReadonlySet<string>, wanted: readonly string[]): readonly string[] =>
  wanted.filter((text) => read(text) !== "" && !cells.has(read(text)));

/** Operations that take words of a person: who says a text, and the sheet that keeps it as it was said. */
const forms: Readonly<
  Record<
    string,
    { readonly sheet: string; run(bench: Bench, one: { id: string; text: string }): Promise<unknown> }
  >
> = {
  "Log with all its fields": {
    sheet: "Interactions",
    run: async ({ card }, { id, text }) => {
      const fields = { content: text, result: text, usage: text, newNeeds: text, productsIntroduced: text };
      const draft: LogDraft = { ...card.newLogDraft(id), kind: "revisit", ...fields, contacts: text };
      const { ids } = valueOf(await card.log({ ...draft, nextAction: text }));
      if (card.state.kind !== "ready") throw new Error(card.state.kind);
      const row = card.state.records.interactions.find((one) => one.id === ids[0]);
      for (const field of [...Object.keys(fields), "contacts", "nextAction"] as (keyof typeof fields)[])
        expect([field, row?.[field]]).toEqual([field, read(text)]);
    },
  },
  "a tier with its reason": {
    sheet: "Audit",
    run: async ({ card }, { id, text }) => valueOf(await card.daily.setTier(id, "general", text)),
  },
  "the colleague accounts go to": {
    sheet: "Accounts",
    // Nobody is the owner where an error is spelled.
    run: async ({ card }, { id, text }) =>
      text === "#N/A" ||
      valueOf(await card.daily.handOver({ from: read(text), to: `to ${text}`, accounts: [id] })),
  },
  "a warning with its sentence": {
    sheet: "Actions",
    run: async ({ card }, { id, text }) =>
      valueOf(await card.daily.acknowledge({ account: id, rule: "decline", sentence: text })),
  },
  "the currency": {
    sheet: "Settings",
    run: async ({ card }, { text }) => valueOf(await card.changeSettings({ currency: text })),
  },
  "the name of a criterion": {
    sheet: "Criteria",
    run: async ({ card }, { text }) => {
      if (card.state.kind !== "ready") throw new Error(card.state.kind);
      const { criteria } = card.state.records;
      const renamed = criteria.map((one, index) => (index === 0 ? { ...one, label: text } : one));
      valueOf(await card.changeCriteria({ criteria: renamed, settings: {} }));
    },
  },
};

describe("naughty texts through every form", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await naughtyBench();
  }, 30_000);

  it.each(["accounts", "contacts", "purchases"] as const)(
    "[WB8] import keeps each in every text column of %s",
    async (table) => {
      const rows = new Map((await rowsIn(bench, table)).map((row) => [row.id, row]));
      const columns = textColumns(table);
      expect(columns.length).toBeGreaterThan(3);
      for (const { id, text } of told) {
        const row: Readonly<Record<string, unknown>> = { ...rows.get(id) };
        for (const column of columns)
          expect([column.id, row[column.id]]).toEqual([
            column.id,
            read(column.id === "name" ? `n${text}` : text),
          ]);
      }
      expect(formulasIn(bench)).toEqual([]);
    },
  );

  it.each(Object.entries(forms))(
    "[WB8] %s keeps each as it was typed",
    async (name, { sheet, run }) => {
      // What a setting holds is gone with the next one: look after each.
      const single = sheet === "Settings" || sheet === "Criteria";
      const all = name === "Log with all its fields";
      const some = all ? told : told.filter(({ text }) => kinds.some((kind) => naughtyTexts[kind] === text));
      for (const one of some) {
        await run(bench, one);
        if (single) expect(lost(cellsOf(bench, sheet), [one.text])).toEqual([]);
      }
      const said: Readonly<Record<string, (text: string) => string>> = {
        "the colleague accounts go to": (text) => `to ${text}`,
        "a warning with its sentence": (text) => `Took note: ${text}`,
      };
      const typed = some
        .filter(({ text }) => text !== "#N/A")
        .map(({ text }) => (said[name] ?? String)(text));
      if (!single) expect(lost(cellsOf(bench, sheet), typed)).toEqual([]);
      expect(formulasIn(bench)).toEqual([]);
    },
    20_000,
  );

  it("[S132] the trail's hashes hold for each once it is read back", async () => {
    const trail = await rowsIn(bench, "audit");
    expect(trail.length).toBeGreaterThan(kinds.length);
    expect(trail.filter((row) => hashOf(row) !== row.hash).map(({ after }) => after)).toEqual([]);
  });

  it("[WB8] decisions keep each as reason, and Apply carries it over", async () => {
    valueOf(await bench.card.refresh());
    valueOf(await generate(bench.desk));
    for (const { id, text } of told) await typeInto(bench, "general", id, { decision: "Keep", reason: text });
    const report = valueOf(await bench.card.applyReview());
    expect(report.applied).toBe(told.length);
    expect(lost(cellsOf(bench, "Reviews"), texts)).toEqual([]);
    expect(formulasIn(bench)).toEqual([]);
  }, 30_000);
});
