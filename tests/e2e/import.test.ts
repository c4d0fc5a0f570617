import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { purchasesCsv } from "../fixtures/northwind/purchases-csv";
import { ExcelWindow } from "./page-models/excel-window";
import { english as words } from "./page-models/words";

const fixtures = path.resolve(__dirname, "../fixtures");
const customers = readFileSync(path.join(fixtures, "northwind/customers.csv"));
const onlineRetail = gunzipSync(readFileSync(path.join(fixtures, "online-retail/orders.csv.gz")));

const total = (amounts: readonly unknown[]): number =>
  Math.round(100 * amounts.reduce<number>((sum, amount) => sum + Number(amount), 0)) / 100;

describe("own data from CSV files", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
    await excel.pane.field(words.yourName).fill("Ann Lee");
    await excel.pane.button("Set up this workbook").click();
    await excel.pane.inside.getByRole("tab", { name: words.today }).waitFor();
  }, 60_000);
  afterAll(() => excel.close());

  /** Puts a file into the file field of the import and waits for its columns. */
  async function choose(name: string, buffer: Buffer): Promise<void> {
    const { pane } = excel;
    await pane.inside.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
    await pane.button("Preview").waitFor({ timeout: 60_000 });
  }

  const preview = async (): Promise<string> => {
    const { pane } = excel;
    await pane.button("Preview").click();
    await pane.heading("What the import will do").waitFor({ timeout: 60_000 });
    return pane.text();
  };

  async function importNow(): Promise<void> {
    const { pane } = excel;
    // The workbench shares the thread with the pane and is busy with thousands of rows at once.
    await pane.button(/^Import [\d,]+ rows?$/).click({ timeout: 120_000 });
    await pane.heading("Imported").waitFor({ timeout: 120_000 });
  }

  /** From a preview back to the choice of a file; the arrow and a button in the dock do the same. */
  async function backToFile(): Promise<void> {
    const { pane } = excel;
    await pane.button("Back").first().click();
    await pane.button("Preview").waitFor();
    await pane.button("Back").first().click();
  }

  const again = async (name: string, buffer: Buffer): Promise<string> => {
    await excel.pane.button("Import more").click();
    await choose(name, buffer);
    return preview();
  };

  it("[J2][S35] an empty card leads to the import; customers come in with their contacts, by keyboard", async () => {
    const { pane, keys, workbook } = excel;
    await pane.button("Bring in your data").first().focus();
    await keys.press("Enter");
    await pane.heading("Import").waitFor();
    await choose("customers.csv", customers);
    expect(await pane.text()).toContain("91 rows · UTF-8, comma");
    await pane.button("Preview").focus();
    await keys.press("Enter");
    await pane.heading("What the import will do").waitFor();
    const said = await pane.text();
    expect(said).toMatch(/91\s+new accounts/);
    expect(said).toMatch(/91\s+new contacts/);
    expect(said).toContain("Alfreds Futterkiste");
    expect(await workbook.rows("Accounts")).toHaveLength(1);
    await pane.button(/^Import 182 rows$/).focus();
    await keys.press("Enter");
    await pane.heading("Imported").waitFor({ timeout: 60_000 });
    const accounts = await workbook.rows("Accounts");
    expect(accounts).toHaveLength(91);
    expect(accounts[0]).toMatchObject({
      "Account ID": "ALFKI",
      "Account name": "Alfreds Futterkiste",
      City: "Berlin",
      Region: null,
      "Created by": "Ann Lee",
    });
    const contacts = await workbook.rows("Contacts");
    expect(contacts).toHaveLength(91);
    expect(contacts[0]).toMatchObject({
      "Account ID": "ALFKI",
      "Contact name": "Maria Anders",
      Phone: "030-0074321",
    });
  }, 120_000);

  it("[J2] purchases come in with real dates and amounts; their totals are the published ones", async () => {
    const { workbook } = excel;
    const said = await again("orders.csv", Buffer.from(purchasesCsv()));
    expect(said).toMatch(/830\s+new purchases/);
    expect(said).toContain("Date: 1996-07-04");
    const trips = await workbook.countWriting(importNow);
    expect(trips).toBeLessThanOrEqual(12);
    const rows = await workbook.rows("Purchases");
    expect(rows).toHaveLength(830);
    expect(rows[0]).toMatchObject({
      "Purchase ID": "10248",
      "Account ID": "VINET",
      Date: 35_250,
      Amount: 440,
    });
    expect(total(rows.map((row) => row["Amount"]))).toBe(1_265_793.05);
    const revenue = new Map<unknown, number>();
    for (const { "Account ID": id, Amount: amount } of rows)
      revenue.set(id, (revenue.get(id) ?? 0) + Number(amount));
    expect(revenue.size).toBe(89);
    expect(revenue.get("QUICK")).toBeCloseTo(110_277.32, 2);
    const largest = [...revenue.values()].sort((one, other) => other - one).slice(0, 10);
    expect(total(largest) / 1_265_793.05).toBeCloseTo(0.450425193, 6);
  }, 120_000);

  it("[J2] again, nothing is doubled: there is nothing to import, and no cell changes", async () => {
    const { pane, workbook } = excel;
    const before = await workbook.asText();
    expect(await again("customers.csv", customers)).toContain("There is nothing to import.");
    await backToFile();
    await choose("orders.csv", Buffer.from(purchasesCsv()));
    const said = await preview();
    expect(said).toMatch(/830\s+purchases already the same/);
    expect(await pane.button(/^Import [\d,]+ row/).count()).toBe(0);
    await workbook.quiet();
    expect(await workbook.asText()).toBe(before);
  }, 120_000);

  it("[J2] Online Retail with its unknown customers comes in once, and undo takes all of it back", async () => {
    const { pane, workbook } = excel;
    const accountsBefore = await workbook.rows("Accounts");
    await backToFile();
    await choose("online-retail.csv", onlineRetail);
    const said = await preview();
    expect(said).toContain("18,532 rows name 4,338 accounts that are not in this workbook");
    expect(said).toMatch(/18,532\s+new purchases/);
    const trips = await workbook.countWriting(importNow);
    expect(trips).toBeLessThanOrEqual(32);
    const own = (await workbook.rows("Purchases")).slice(830);
    expect(own).toHaveLength(18_532);
    expect(total(own.map((row) => row["Amount"]))).toBe(8_911_407.9);
    expect(await workbook.rows("Accounts")).toHaveLength(91 + 4338);
    await pane.button("Undo the import").click();
    await pane.heading("Import undone").waitFor({ timeout: 120_000 });
    expect(await pane.text()).toContain("22,870 rows deleted, 0 rows restored.");
    expect(await workbook.rows("Purchases")).toHaveLength(830);
    const ids = (rows: typeof own) => rows.map((row) => row["Account ID"]);
    expect(ids(await workbook.rows("Accounts"))).toEqual(ids(accountsBefore));
    expect(excel.errors).toEqual([]);
  }, 240_000);
});
