import { LiveCard } from "../../src/workbook/live-card";
import { fillTable, officeBench, rowsOf, today, valueOf, type OfficeBench } from "./office-bench";

describe("another id for an account over the real office.js", () => {
  let bench: OfficeBench;
  beforeAll(async () => {
    bench = await officeBench(false);
    await fillTable(bench, "Accounts", [
      { "Account ID": "A1", "Account name": "Alfreds", Owner: "Ann" },
      { "Account ID": "A2", "Account name": "Other", "Parent account": "A1", Owner: "Ann" },
    ]);
    const purchase = (id: string, account: string) => ({
      "Purchase ID": id,
      "Account ID": account,
      Date: today - 3,
      Amount: 10,
    });
    await fillTable(bench, "Purchases", [purchase("P1", "A1"), purchase("P2", "A2"), purchase("P3", "A1")]);
  }, 60_000);
  afterAll(() => bench.office.close());

  it("[TP8] [WB8] moves every row along, keeps the id text, and leads back", async () => {
    const card = new LiveCard(bench.desk());
    await card.wake();
    const from = { id: "A1", name: "Alfreds" };
    const to = { id: "00123", name: "=Alfreds" };
    const changed = valueOf(await card.daily.changeAccount({ from, to }));
    expect(changed.rows).toBe(2);
    expect((await rowsOf(bench, "purchases")).map(({ account }) => account)).toEqual([
      "00123",
      "A2",
      "00123",
    ]);
    const accounts = await rowsOf(bench, "accounts");
    expect(accounts.map(({ id, name, parent }) => [id, name, parent])).toEqual([
      ["00123", "=Alfreds", ""],
      ["A2", "Other", "00123"],
    ]);
    valueOf(await card.daily.changeAccount({ from: to, to: from }));
    expect((await rowsOf(bench, "purchases")).map(({ account }) => account)).toEqual(["A1", "A2", "A1"]);
    expect(await rowsOf(bench, "audit")).toHaveLength(8);
  }, 60_000);
});
