import Papa from "papaparse";
import { csvForm, openCsv, type ByteFile } from "../../src/workbook/import/csv-file";
import { createLiveCard } from "../../src/workbook/live-card";
import type { LogDraft } from "../../src/workbook/card";
import { bookSnapshot } from "../../workbench/book/snapshot";
import { pokedOfficeWorkbook } from "../support/excel-poke";
import { stillDesk } from "../support/still-desk";
import { draft, fillTable, rowsOf, today, valueOf, type OfficeBench } from "../office/office-bench";
import { jobOf } from "../workbook/import/import-bench";
import { kept, naughtyTexts } from "./naughty-texts";

/** Ids and names of accounts are read without blanks around them, so such texts stand in a sentence here. */
const texts = Object.values(naughtyTexts).filter((text) => text.length < 200);

const fields = [
  "content",
  "result",
  "usage",
  "newNeeds",
  "productsIntroduced",
  "nextAction",
  "contacts",
] as const;

const asRead = (text: string): string => (text === "#N/A" ? "" : kept(text).trim());

describe("naughty texts through forms, refresh and review sheets", () => {
  let bench: OfficeBench;
  let card: ReturnType<typeof createLiveCard>;

  beforeAll(async () => {
    const office = await pokedOfficeWorkbook();
    const desk = () => stillDesk(office.gateway);
    bench = { office, desk };
    card = createLiveCard(desk());
    await card.wake();
    valueOf(await card.setUp({ language: "en", sample: false }));
    const accounts = texts.map((text, row) => ({
      "Account ID": `A${row}`,
      "Account name": `=${text}`,
      "Short name": text,
      Owner: text,
      Industry: text,
      Tier: ["Important", "Special", "General"][row % 3] ?? "",
    }));
    await fillTable(bench, "Accounts", accounts);
    const purchases = texts.map((text, row) => ({
      "Purchase ID": `P${row}`,
      "Account ID": `A${row}`,
      Date: today - row,
      Product: text,
      Amount: 100,
    }));
    await fillTable(bench, "Purchases", purchases);
    await card.wake();
  }, 120_000);
  afterAll(() => bench.office.close());

  it("[WB8] [TP1] keeps what was typed into every field of Log", async () => {
    const drafts = Array.from({ length: Math.ceil(texts.length / fields.length) }, (_, first) => {
      const typed = fields.map((field, at) => [
        field,
        texts[(first * fields.length + at) % texts.length] ?? "",
      ]);
      const ids = [`INT-20261121-${"ABCDEFGHJK"[first]}00000`];
      return { ...draft({ ids, accounts: [`A${first}`] }), ...Object.fromEntries(typed) } as LogDraft;
    });
    for (const one of drafts) valueOf(await card.log(one));
    const rows = await rowsOf(bench, "interactions");
    for (const one of drafts) {
      const row = rows.find(({ id }) => id === one.ids[0]);
      // A cell is read without the blanks around it, and what spells an error value counts as missing.
      for (const field of fields) expect([field, row?.[field]]).toEqual([field, asRead(one[field])]);
    }
  }, 120_000);

  it("[WB8] keeps what stands in the accounts on review sheets, and makes no formula of it", async () => {
    valueOf(await card.generateReview());
    await bench.office.book.settled();
    const snapshot = bookSnapshot(bench.office.book);
    const cells = snapshot.sheets.flatMap(({ name, cells }) =>
      Object.values(cells).map((cell) => ({ name, ...cell })),
    );
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const shown = cells.filter(({ name }) => name.startsWith("Review –")).map(({ value }) => String(value));
    // In a narrow column the end of a long text makes way for an ellipsis; nothing else is changed but line breaks.
    const line = (text: string): string => text.replace(/\s+/g, " ").trim();
    const isShown = (text: string): boolean =>
      shown.some(
        (value) => value === text || (value.endsWith("…") && text.startsWith(value.slice(0, -1).trim())),
      );
    expect(
      texts.map((text) => line(kept(`=${text}`))).filter((text) => !isShown(text) && !isShown(text.slice(1))),
    ).toEqual([]);
  }, 120_000);

  it("[WB8] [J2] brings a file of them in as text, each once", async () => {
    const rows = texts.map((text, row) => [`N${row}`, `n${text}`, text]);
    const csv = Papa.unparse([["Account ID", "Account name", "Industry"], ...rows], { quotes: true });
    expect(Papa.parse<string[]>(csv).data[1]).toEqual(rows[0]);
    const imported = await importAccounts(csv);
    const found = new Map((await rowsOf(bench, "accounts")).map((row) => [row.id, row]));
    expect(imported).toBe(rows.length);
    for (const [id = "", name = "", industry = ""] of rows)
      expect([found.get(id)?.name, found.get(id)?.industry]).toEqual([asRead(name), asRead(industry)]);
  }, 120_000);

  async function importAccounts(csv: string): Promise<number> {
    const bytes = new TextEncoder().encode(csv);
    const file: ByteFile = new File([bytes], "accounts.csv");
    const source = await openCsv(file, await csvForm(file, { encoding: "utf-8" }));
    const job = await jobOf("accounts", source);
    const { fingerprint } = valueOf(await card.imports.preview(job));
    return valueOf(await card.imports.run(job, fingerprint)).counts.accounts.added;
  }
});
