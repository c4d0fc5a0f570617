import { isoText } from "../../../src/core/calendar/days";
import { chainTail, hashOf } from "../../../src/workbook/audit/audit-chain";
import { pokeInMemory } from "../../support/in-memory-poke";
import { benchWith, bringIn, jobOf, preview, rowsIn, sourceOf, valueOf, type Bench } from "./import-bench";

const customers = [
  ["CustomerID", "CompanyName", "ContactName", "City", "Phone", "Kind", "Customer since"],
  ["A1", "Alfreds", "Maria", "Berlin", "030-007", "VIP", "2024-01-05"],
  ["B2", "=SUM(A1:A9)", "+Thomas", "@London", "-1", "潜在", "2024-02-05"],
  ["C3", "", "Nobody", "Paris", "", "", ""],
  ["A1", "Alfreds", "Second", "Hamburg", "", "", ""],
];

const orders = [
  ["Order", "Customer ID", "Order date", "Product", "Amount"],
  ["O1", "A1", "2026-01-05", "Chai", "100.50"],
  ["O2", "A1", "2026-02-05", "Tea", "(20.00)"],
  ["O3", "NEW", "2026-03-05", "Tea", "1,000.00"],
  ["O4", "B2", "soon", "Tea", "5.00"],
];

const accounts = (bench: Bench, rows = customers) =>
  jobOf("accounts", sourceOf(rows)).then((job) => bringIn(bench, job));

describe("importing accounts and contacts", () => {
  it("[J2][WB8] adds accounts with their contacts; text stays text, labels of any language become codes", async () => {
    const bench = await benchWith();
    const receipt = await accounts(bench);
    expect(receipt.counts).toMatchObject({ accounts: { added: 2 }, contacts: { added: 3 } });
    expect(receipt).toMatchObject({ leftOut: 1, missing: 0, issue: null, cancelled: false });
    expect(await rowsIn(bench, "accounts")).toEqual([
      expect.objectContaining({ id: "A1", name: "Alfreds", city: "Berlin", kind: "vip", createdBy: "Ann" }),
      expect.objectContaining({ id: "B2", name: "=SUM(A1:A9)", city: "@London", kind: "potential" }),
    ]);
    const [alfreds] = await rowsIn(bench, "accounts");
    expect(isoText(alfreds?.since ?? 0)).toBe("2024-01-05");
    expect(
      (await rowsIn(bench, "contacts")).map(({ account, name, phone }) => [account, name, phone]),
    ).toEqual([
      ["A1", "Maria", "030-007"],
      ["B2", "+Thomas", "-1"],
      ["A1", "Second", ""],
    ]);
    expect(bench.workbook.book.sheets.flatMap((sheet) => sheet.formulaCells())).toEqual([]);
  });

  it("[J2] a second import doubles nothing and changes nothing", async () => {
    const bench = await benchWith();
    await accounts(bench);
    const before = bench.workbook.dump();
    const receipt = await accounts(bench);
    expect(receipt.counts).toMatchObject({
      accounts: { added: 0, changed: 0, same: 2 },
      contacts: { added: 0, changed: 0, same: 3 },
    });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[J2] a changed cell is changed, a blank one leaves what stands there; stamps say who", async () => {
    const bench = await benchWith();
    await accounts(bench);
    const again = [customers[0]!, ["A1", "Alfreds", "", "Bremen", "", "", ""]];
    const job = await jobOf("accounts", sourceOf(again));
    const dry = await preview(bench, job);
    expect(dry.reports).toEqual([
      expect.objectContaining({
        what: "changed",
        id: "A1",
        cells: [{ header: "City", text: "Bremen", before: "Berlin" }],
      }),
    ]);
    await bringIn(bench, job);
    expect((await rowsIn(bench, "accounts"))[0]).toMatchObject({
      city: "Bremen",
      kind: "vip",
      createdBy: "Ann",
      changedBy: "Ann",
    });
    const trail = (await rowsIn(bench, "audit")).filter(({ source }) => source === "import");
    expect(trail.at(-1)).toMatchObject({ row: "A1", column: "City", before: "Berlin", after: "Bremen" });
  });

  it("[J2] accounts without ids get keys of their own, which a second import finds", async () => {
    const bench = await benchWith(false, "zh-CN");
    const rows = [
      ["客户名称", "联系人", "手机", "客户级别", "负责人"],
      ["上海华东贸易", "王芳", "１３８", "重要", "李雷"],
      ["北京科技", "", "", "未知", "韩梅梅"],
    ];
    const job = await jobOf("accounts", sourceOf(rows));
    const dry = await preview(bench, job);
    expect(dry.words).toEqual([{ header: "客户级别", word: "未知", count: 1 }]);
    await bringIn(bench, job);
    const [first] = await rowsIn(bench, "accounts");
    expect(first).toMatchObject({ name: "上海华东贸易", tier: "important", owner: "李雷" });
    expect(first?.id).toMatch(/^ACC-[0-9A-HJKMNP-TV-Z]{11}$/);
    expect((await bringIn(bench, job)).counts.accounts).toEqual({ added: 0, changed: 0, same: 2 });
  });

  it("[J2] contacts name their account by id or by name; first and last name become one", async () => {
    const bench = await benchWith();
    await accounts(bench);
    const rows = [
      ["First Name", "Last Name", "Company Name", "Email"],
      ["Ann", "Lee", "ALFREDS", "ann@example.com"],
      ["芳", "王", "Nobody knows", "w@example.com"],
    ];
    const job = await jobOf("contacts", sourceOf(rows), { unknownAccounts: "leave-out" });
    const dry = await preview(bench, job);
    expect(dry).toMatchObject({ leftOut: 1, unknown: { accounts: 1, rows: 1 } });
    await bringIn(bench, job);
    const added = (await rowsIn(bench, "contacts")).at(-1);
    expect(added).toMatchObject({ account: "A1", name: "Ann Lee", email: "ann@example.com" });
    await bringIn(bench, await jobOf("contacts", sourceOf(rows)));
    expect((await rowsIn(bench, "contacts")).at(-1)?.name).toBe("王芳");
    expect((await rowsIn(bench, "accounts")).at(-1)?.name).toBe("Nobody knows");
  });
});

describe("importing purchases", () => {
  it("[J2] names the unknown accounts and either makes them or leaves their rows out", async () => {
    const bench = await benchWith();
    await accounts(bench);
    const leaving = await jobOf("purchases", sourceOf(orders), { unknownAccounts: "leave-out" });
    const dry = await preview(bench, leaving);
    expect(dry).toMatchObject({ unknown: { accounts: 1, rows: 1 }, leftOut: 2 });
    expect(
      dry.reports.filter(({ what }) => what === "left-out").map(({ row, issue }) => [row, issue?.code]),
    ).toEqual([
      [4, "import.unknownAccount"],
      [5, "import.badDate"],
    ]);
    const receipt = await bringIn(bench, await jobOf("purchases", sourceOf(orders)));
    expect(receipt.counts).toMatchObject({ purchases: { added: 3 }, accounts: { added: 1 } });
    expect((await rowsIn(bench, "purchases")).map(({ amount }) => amount)).toEqual([100.5, -20, 1000]);
    expect((await rowsIn(bench, "accounts")).at(-1)).toMatchObject({ id: "NEW", name: "NEW" });
  });

  it("[J2] shows the first ten rows as they will be stored", async () => {
    const bench = await benchWith();
    const { first } = await preview(bench, await jobOf("purchases", sourceOf(orders)));
    expect(first[0]?.cells.map(({ header, text }) => [header, text])).toEqual([
      ["Account ID", "A1"],
      ["Date", "2026-01-05"],
      ["Product", "Chai"],
      ["Amount", "100.5"],
    ]);
  });

  it("[J2] rows without an id are told apart by what they say and by their number", async () => {
    const bench = await benchWith();
    const rows = [
      ["Customer ID", "Date", "Product", "Amount"],
      ["A1", "2026-01-05", "Chai", "10"],
      ["A1", "2026-01-05", "Chai", "10"],
      ["A1", "2026-01-06", "Chai", "10"],
    ];
    const job = await jobOf("purchases", sourceOf(rows));
    await bringIn(bench, job);
    expect(new Set((await rowsIn(bench, "purchases")).map(({ id }) => id)).size).toBe(3);
    const more = [...rows, ["A1", "2026-01-05", "Chai", "10"]];
    const receipt = await bringIn(bench, await jobOf("purchases", sourceOf(more)));
    expect(receipt.counts.purchases).toEqual({ added: 1, changed: 0, same: 3 });
  });

  it("[J2] an order number shared by lines becomes the invoice, not the key", async () => {
    const bench = await benchWith();
    const rows = [
      ["Order ID", "Customer ID", "Date", "Product", "Amount"],
      ["10248", "A1", "2026-01-05", "Chai", "10"],
      ["10248", "A1", "2026-01-05", "Tea", "20"],
    ];
    const job = await jobOf("purchases", sourceOf(rows));
    expect(job.columns[0]?.target).toBe("purchases.invoice");
    await bringIn(bench, job);
    const dearer = [rows[0]!, rows[1]!, ["10248", "A1", "2026-01-05", "Tea", "25"]];
    const receipt = await bringIn(bench, await jobOf("purchases", sourceOf(dearer)));
    expect(receipt.counts.purchases).toEqual({ added: 0, changed: 1, same: 1 });
  });

  it("[J2] the same id twice in a file counts once and is named with its first row", async () => {
    const bench = await benchWith();
    const rows = [
      orders[0]!,
      orders[1]!,
      ["O1", "A1", "2026-01-05", "Chai", "999"],
      ["O5", "A1", "2026-01-06", "", "1"],
    ];
    const job = await jobOf("purchases", sourceOf(rows));
    const columns = job.columns.map((choice, index) =>
      index === 0 ? { ...choice, target: "purchases.id" } : choice,
    );
    const dry = await preview(bench, { ...job, columns });
    expect(dry.reports.filter(({ what }) => what === "left-out")).toEqual([
      expect.objectContaining({
        row: 3,
        issue: { code: "import.doubledDiffers", values: { id: "O1", first: 2, columns: "Amount" } },
      }),
    ]);
  });

  it("[J2] adds up by account and month; a later file of the same month changes the row", async () => {
    const bench = await benchWith();
    const rows = [
      ["Customer ID", "Date", "Amount", "Qty"],
      ["A1", "2026-01-05", "0.1", "1"],
      ["A1", "2026-01-25", "0.2", "2"],
      ["A1", "2026-02-01", "5", ""],
    ];
    await bringIn(bench, await jobOf("purchases", sourceOf(rows), { perMonth: true }));
    const stored = await rowsIn(bench, "purchases");
    expect(
      stored.map(({ id, date, amount, quantity }) => [id, isoText(date ?? 0), amount, quantity]),
    ).toEqual([
      ["MON-2026-01-A1", "2026-01-25", 0.3, 3],
      ["MON-2026-02-A1", "2026-02-01", 5, null],
    ]);
    const more = [...rows, ["A1", "2026-02-09", "7", ""]];
    const receipt = await bringIn(bench, await jobOf("purchases", sourceOf(more), { perMonth: true }));
    expect(receipt.counts.purchases).toEqual({ added: 0, changed: 1, same: 1 });
  });

  it("[J2] the first purchases propose bounds, which are written as numbers; later ones do not", async () => {
    const bench = await benchWith();
    const rows = [["Customer ID", "Date", "Product", "Amount"]];
    for (let index = 0; index < 40; index += 1)
      rows.push([
        `A${index % 10}`,
        `2026-${String(1 + (index % 10)).padStart(2, "0")}-05`,
        `P${index % 5}`,
        `${index * 100}`,
      ]);
    const receipt = await bringIn(bench, await jobOf("purchases", sourceOf(rows)));
    expect(receipt.bounds?.highs.length).toBeGreaterThan(0);
    const high = async () => (await rowsIn(bench, "criteria")).find(({ id }) => id === "REV")?.high;
    const proposed = await high();
    expect(proposed).not.toBe(100_000);
    expect(receipt.bounds?.highs.find(({ label }) => label.startsWith("Revenue"))?.high).toBe(proposed);
    const more = await bringIn(
      bench,
      await jobOf("purchases", sourceOf([rows[0]!, ["A1", "2026-11-01", "P9", "900000"]])),
    );
    expect(more.bounds).toBeNull();
    expect(await high()).toBe(proposed);
  });
});

describe("undoing an import", () => {
  it("[J2] takes all back: rows, changed cells and bounds; the trail keeps both", async () => {
    const bench = await benchWith();
    await accounts(bench);
    const before = { accounts: await rowsIn(bench, "accounts"), criteria: await rowsIn(bench, "criteria") };
    const rows = [...orders.slice(0, 4), ["O9", "A1", "2026-09-05", "Tea", "70.00"]];
    await bringIn(bench, await jobOf("purchases", sourceOf(rows)));
    expect(await rowsIn(bench, "criteria")).not.toEqual(before.criteria);
    const undone = valueOf(await bench.card.imports.undo());
    expect(undone).toEqual({ deleted: 5, restored: 0, kept: [], issue: null });
    expect(await rowsIn(bench, "purchases")).toEqual([]);
    expect((await rowsIn(bench, "accounts")).map(({ id }) => id)).toEqual(
      before.accounts.map(({ id }) => id),
    );
    expect(await rowsIn(bench, "criteria")).toEqual(before.criteria);
    const trail = await rowsIn(bench, "audit");
    expect(trail.filter(({ source }) => source === "undo").map(({ before: was }) => was)).toEqual([
      "4 · file.csv",
      "1 · file.csv",
    ]);
    for (const row of trail) expect(hashOf(row)).toBe(row.hash);
    expect(chainTail(trail, "writer-1")).toBe(trail.at(-1)?.hash);
    expect(await bench.card.imports.undo()).toMatchObject({
      ok: false,
      issue: { code: "import.undoUnknown" },
    });
  });

  it("[J2] restores changed cells, and leaves alone and names what was changed since or is in use", async () => {
    const bench = await benchWith();
    await accounts(bench);
    const update = [
      customers[0]!,
      ["A1", "Alfreds", "", "Bremen", "", "", ""],
      ["B2", "Bo", "", "Oslo", "", "", ""],
      ["D4", "Dora", "", "", "", "", ""],
      ["E5", "Emil", "", "", "", "", ""],
    ];
    await accounts(bench, update);
    const poke = pokeInMemory(bench.workbook);
    const ids = (await rowsIn(bench, "accounts")).map(({ id }) => id);
    const headers = bench.workbook.book.tables.find(({ name }) => name === "Accounts")?.headers ?? [];
    await poke.type("Accounts", 1 + ids.indexOf("B2"), headers.indexOf("City"), "Bergen");
    await poke.appendRow("Purchases", ["P1", "D4", 46_000]);
    await bench.card.wake();
    const undone = valueOf(await bench.card.imports.undo());
    expect(undone).toMatchObject({ deleted: 1, restored: 2 });
    expect(undone.kept).toEqual([
      { code: "import.keptInUse", values: { sheet: "Accounts", id: "D4" } },
      { code: "import.keptChanged", values: { sheet: "Accounts", id: "B2", columns: "City" } },
    ]);
    expect((await rowsIn(bench, "accounts")).map(({ id, name, city }) => [id, name, city])).toEqual([
      ["A1", "Alfreds", "Berlin"],
      ["B2", "=SUM(A1:A9)", "Bergen"],
      ["D4", "Dora", ""],
    ]);
  });
});
