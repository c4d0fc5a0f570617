import type { ReadyCard } from "../../../src/workbook/card";
import { createLiveCard, type LiveCard } from "../../../src/workbook/live-card";
import type { CellInput } from "../../../src/workbook/workbook-gateway";
import type { Outcome } from "../../../src/workbook/outcome";
import { InMemoryWorkbook } from "../../support/in-memory-workbook";
import { pokeInMemory } from "../../support/in-memory-poke";
import { stillDesk } from "../../support/still-desk";

interface Bench {
  readonly workbook: InMemoryWorkbook;
  readonly card: LiveCard;
}

const asOf = 46_347;

/** Three accounts of Anne, an action typed by hand without an id, an open watch entry and a planned visit. */
async function bench(language: "en" | "zh-CN" = "en"): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  const card = createLiveCard(stillDesk(workbook, language));
  await card.wake();
  await card.setUp({ language, sample: false });
  for (const id of ["A1", "A2", "A3"])
    await addRow(workbook, "Accounts", { id, name: `Account ${id}`, owner: "Anne" });
  await card.wake();
  return { workbook, card };
}

const headers: Readonly<Record<string, readonly string[]>> = {
  id: ["Account ID", "Action ID", "Interaction ID", "Watch ID", "客户编号"],
  account: ["Account ID"],
  name: ["Account name", "客户名称"],
  text: ["Action"],
  due: ["Due"],
  owner: ["Owner", "负责人"],
  author: ["Author"],
  kind: ["Kind"],
  at: ["Date"],
  content: ["What was said"],
  completed: ["Completed"],
};

async function addRow(workbook: InMemoryWorkbook, name: string, row: Readonly<Record<string, CellInput>>) {
  const table = workbook.book.tables.find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name}`);
  const cells = new Map(
    Object.entries(row).map(([key, cell]) => {
      const known = headers[key] ?? [];
      const own =
        key === "id" && name !== "Accounts" ? known.filter((one) => !/^Account|客户/.test(one)) : known;
      return [table.headers.findIndex((header) => own.includes(header)), cell] as const;
    }),
  );
  await pokeInMemory(workbook).appendRow(
    name,
    table.headers.map((_, index) => cells.get(index) ?? ""),
  );
}

function ready(card: LiveCard): ReadyCard {
  if (card.state.kind !== "ready") throw new Error(`card is ${card.state.kind}`);
  return card.state;
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.issue.code} ${JSON.stringify(outcome.issue.values)}`);
  return outcome.value;
}

const figures = (card: LiveCard, id: string) => {
  const found = ready(card).model.accounts.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const trail = (workbook: InMemoryWorkbook) =>
  (workbook.dump()["Audit"] ?? []).slice(1).map((row) => row.slice(5, 10).map(String));

/** Two actions typed into the sheet; the first acknowledgement has made the table. */
async function withActions(): Promise<Bench> {
  const made = await bench();
  const noted = value(await made.card.daily.acknowledge({ account: "A1", rule: "lost", sentence: "Lost" }));
  value(await made.card.daily.undo(noted));
  await addRow(made.workbook, "Actions", {
    account: "A1",
    text: "Send the price list",
    owner: "Anne",
    due: asOf - 2,
  });
  await addRow(made.workbook, "Actions", { account: "A2", text: "Credit note", owner: "Anne", due: asOf });
  await made.card.wake();
  return made;
}

const actionOf = (card: LiveCard, account: string) => {
  const [action] = figures(card, account).openActions;
  if (!action) throw new Error(`${account} has no action`);
  return action;
};

describe("promises", () => {
  it("[S29] done says so in its row, and Undo opens it again", async () => {
    const { workbook, card } = await withActions();
    const undo = value(await card.daily.finish(actionOf(card, "A1")));
    expect(figures(card, "A1").openActions).toEqual([]);
    expect(figures(card, "A2").openActions).toHaveLength(1);
    expect(trail(workbook).slice(-2)).toEqual([
      ["A1 · Send the price list", "Done on", "", "2026-11-21", "Today"],
      ["A1 · Send the price list", "Status", "", "Done", "Today"],
    ]);
    value(await card.daily.undo(undo));
    expect(actionOf(card, "A1").text).toBe("Send the price list");
    expect(trail(workbook).at(-1)).toEqual(["A1 · Send the price list", "Status", "Done", "", "Undo"]);
  });

  it("[S29] put off is due on the new day; the trail keeps the old one", async () => {
    const { workbook, card } = await withActions();
    value(await card.daily.postpone(actionOf(card, "A1"), asOf + 6));
    expect(actionOf(card, "A1").due).toBe(asOf + 6);
    expect(actionOf(card, "A2").due).toBe(asOf);
    expect(trail(workbook).at(-1)).toEqual([
      "A1 · Send the price list",
      "Due",
      "2026-11-19",
      "2026-11-27",
      "Today",
    ]);
  });

  it("[WB15] a row somebody changed or deleted meanwhile is left alone and named", async () => {
    const { workbook, card } = await withActions();
    const shown = actionOf(card, "A1");
    value(await card.daily.postpone(shown, asOf + 6));
    const before = workbook.dump();
    expect(await card.daily.postpone(shown, asOf + 9)).toMatchObject({
      ok: false,
      issue: { code: "rowChanged" },
    });
    expect(await card.daily.finish({ ...shown, text: "Gone" })).toMatchObject({
      ok: false,
      issue: { code: "rowGone" },
    });
    expect(workbook.dump()).toEqual(before);
  });

  it("[WB14] rows sorted right before the write: the right row is changed, the other gets its cells back", async () => {
    const { workbook, card } = await withActions();
    const action = actionOf(card, "A2");
    let trips = 0;
    workbook.faults.beforeTrip = () => {
      trips += 1;
      if (trips === 2) void pokeInMemory(workbook).sort("Actions", "Action");
    };
    value(await card.daily.postpone(action, asOf + 3));
    workbook.faults.beforeTrip = null;
    await card.wake();
    expect(actionOf(card, "A2").due).toBe(asOf + 3);
    expect(actionOf(card, "A1").due).toBe(asOf - 2);
  });

  it("[TP5] Undo leaves a row alone that was changed after", async () => {
    const { workbook, card } = await withActions();
    const undo = value(await card.daily.postpone(actionOf(card, "A1"), asOf + 6));
    value(await card.daily.postpone(actionOf(card, "A1"), asOf + 8));
    const before = workbook.dump();
    expect(await card.daily.undo(undo)).toMatchObject({ ok: false, issue: { code: "rowChanged" } });
    expect(workbook.dump()).toEqual(before);
  });

  it.each([
    ["protected", "protectedAction"],
    ["cell-edit", "cellEditAction"],
  ] as const)("[TP4] %s: nothing is written and the sentence is its own", async (refuse, code) => {
    const { workbook, card } = await withActions();
    const action = actionOf(card, "A1");
    const before = workbook.dump();
    workbook.faults.refuse = refuse;
    expect(await card.daily.finish(action)).toMatchObject({ ok: false, issue: { code } });
    workbook.faults.refuse = null;
    expect(workbook.dump()).toEqual(before);
  });
});

describe("visits and calls", () => {
  it("[S29] snoozed is a planned interaction that co-authors see; Undo deletes it", async () => {
    const { workbook, card } = await bench();
    const before = figures(card, "A1").visit;
    const undo = value(await card.daily.snooze("A1", before, asOf + 5));
    expect(figures(card, "A1").visit).toMatchObject({ due: asOf + 5, overdue: 0 });
    const row = workbook.dump()["Interactions"]?.[1]?.map(String);
    expect(row).toEqual(expect.arrayContaining(["A1", "Visit planned", "Visit", "No"]));
    value(await card.daily.undo(undo));
    expect(figures(card, "A1").visit).toEqual(before);
  });

  it("[WB12] is planned even where the as-of day lies in the past", async () => {
    const { card } = await bench();
    value(await card.changeSettings({ asOf: asOf - 400 }));
    value(await card.daily.snooze("A1", figures(card, "A1").call, asOf - 390));
    expect(figures(card, "A1").call).toMatchObject({ due: asOf - 390, last: null });
  });

  it("[S29] snoozed again moves the planned one; Undo moves it back", async () => {
    const { workbook, card } = await bench();
    value(await card.daily.snooze("A1", figures(card, "A1").visit, asOf + 5));
    const undo = value(await card.daily.snooze("A1", figures(card, "A1").visit, asOf + 9));
    expect(figures(card, "A1").visit.due).toBe(asOf + 9);
    expect(workbook.dump()["Interactions"]).toHaveLength(2);
    value(await card.daily.undo(undo));
    expect(figures(card, "A1").visit.due).toBe(asOf + 5);
  });
});

describe("warnings", () => {
  it.each(["en", "zh-CN"] as const)(
    "[S97] a noted rule is a done action: no tier moves, and Undo removes it, in %s",
    async (language) => {
      const { workbook, card } = await bench(language);
      const before = figures(card, "A1");
      const undo = value(
        await card.daily.acknowledge({ account: "A1", rule: "lost", sentence: "Lost · 99 days" }),
      );
      expect(figures(card, "A1").acknowledged).toEqual(["lost"]);
      expect(figures(card, "A1")).toMatchObject({ tierInForce: before.tierInForce, openActions: [] });
      const sheet = language === "en" ? "Actions" : "行动";
      expect(workbook.dump()[sheet]?.[1]?.map(String)).toEqual(
        expect.arrayContaining([
          "A1",
          "acknowledged:lost",
          language === "en" ? "Took note: Lost · 99 days" : "已知悉：Lost · 99 days",
        ]),
      );
      value(await card.daily.undo(undo));
      expect(figures(card, "A1").acknowledged).toEqual([]);
      expect(workbook.dump()[sheet]?.slice(1).flat().filter(Boolean)).toEqual([]);
    },
  );

  it("[S97] a noted rule warns again after the months between two reviews", async () => {
    const { card } = await bench();
    value(await card.changeSettings({ asOf: asOf - 70 }));
    value(await card.daily.acknowledge({ account: "A1", rule: "churn", sentence: "Drifting" }));
    expect(figures(card, "A1").acknowledged).toEqual(["churn"]);
    value(await card.changeSettings({ asOf }));
    expect(figures(card, "A1").acknowledged).toEqual([]);
  });

  it("[TP4] a table that does not take the row in keeps nothing of it", async () => {
    const { workbook, card } = await withActions();
    const before = workbook.dump();
    workbook.faults.tableDoesNotGrow = true;
    const outcome = await card.daily.acknowledge({ account: "A1", rule: "lost", sentence: "Lost" });
    workbook.faults.tableDoesNotGrow = false;
    expect(outcome).toMatchObject({ ok: false, issue: { code: "rowNotTaken" } });
    expect(workbook.dump()["Actions"]).toEqual(before["Actions"]);
  });
});

describe("accounts", () => {
  it.each(["en", "zh-CN"] as const)(
    "[TP8] sets a tier with its reason in the trail, and takes it back, in %s",
    async (language) => {
      const { workbook, card } = await bench(language);
      const undo = value(await card.daily.setTier("A2", "important", "New frame contract"));
      expect(figures(card, "A2")).toMatchObject({ tierInForce: "important", account: { tier: "important" } });
      expect(figures(card, "A1").account.tier).toBeNull();
      const lines = (workbook.dump()[language === "en" ? "Audit" : "审计"] ?? [])
        .slice(-2)
        .map((row) => row.slice(5, 10));
      expect(lines).toEqual(
        language === "en"
          ? [
              ["A2", "Tier", "", "Important", "Set tier now"],
              ["A2", "Reason", "", "New frame contract", "Set tier now"],
            ]
          : [
              ["A2", "客户级别", "", "重要", "立即定级"],
              ["A2", "理由", "", "New frame contract", "立即定级"],
            ],
      );
      value(await card.daily.undo(undo));
      expect(figures(card, "A2").account.tier).toBeNull();
    },
  );

  it("[TP8] hands accounts over with their open actions and planned visits, and takes that back", async () => {
    const { card } = await withActions();
    value(await card.daily.snooze("A1", figures(card, "A1").visit, asOf + 5));
    const author = ready(card).records.interactions[0]?.author;
    const request = { from: "Anne", to: "Bob", accounts: ["A1", "A2"] };
    const receipt = value(await card.daily.handOver(request));
    expect(author).toBe("Ann");
    expect(receipt).toMatchObject({ accounts: 2, actions: 2, visits: 0 });
    expect(ready(card).records.accounts.map(({ owner }) => owner)).toEqual(["Bob", "Bob", "Anne"]);
    expect(ready(card).records.actions.map(({ owner }) => owner)).toEqual(["Bob", "Bob"]);
    value(await card.daily.undo(receipt.undo));
    expect(ready(card).records.accounts.map(({ owner }) => owner)).toEqual(["Anne", "Anne", "Anne"]);
    expect(await card.daily.handOver({ ...request, from: "Nobody" })).toMatchObject({
      ok: false,
      issue: { code: "nothingToHandOver" },
    });
  });

  it("[TP8] planned visits of the colleague go with the accounts", async () => {
    const { workbook, card } = await bench();
    const visit = {
      id: "INT-X",
      account: "A1",
      at: asOf + 4,
      kind: "Visit",
      content: "Yearly talk",
      completed: "No",
      author: "Anne",
    };
    await addRow(workbook, "Interactions", visit);
    await card.wake();
    const receipt = value(await card.daily.handOver({ from: "Anne", to: "Bob", accounts: ["A1"] }));
    expect(receipt).toMatchObject({ accounts: 1, actions: 0, visits: 1 });
    expect(ready(card).records.interactions[0]?.author).toBe("Bob");
  });
});

describe("formulas in cells", () => {
  it("[J5] writes the explicit form into the selected cell and finds it there", async () => {
    const { workbook, card } = await bench();
    const poke = pokeInMemory(workbook);
    await poke.select("Sheet1", 4, 2);
    expect(value(await card.daily.insertFormula("why", 'A"1', { rows: 12 }))).toEqual({ address: "C5" });
    expect(await poke.formula("Sheet1", 4, 2)).toBe('=KAM.WHY("A""1")');
  });

  it("[FN7] writes an example as it stands, unless its result would lie on cells that are not blank", async () => {
    const { workbook, card } = await bench();
    const poke = pokeInMemory(workbook);
    const example = { name: "HHI", text: "=KAM.HHI({1;2})", rows: 1, columns: 3 };
    await poke.select("Sheet1", 4, 2);
    expect(value(await card.daily.insertWritten(example))).toEqual({ address: "C5" });
    expect(await poke.formula("Sheet1", 4, 2)).toBe("=KAM.HHI({1;2})");
    await poke.select("Sheet1", 4, 0);
    expect(await card.daily.insertWritten(example, { replace: true })).toMatchObject({
      ok: false,
      issue: { code: "spillBlocked", values: { address: "A5", cell: "C5" } },
    });
    expect(await poke.formula("Sheet1", 4, 0)).toBeNull();
  });

  it("[WB8] asks before a cell is replaced, and never writes over its neighbours or into a table", async () => {
    const { workbook, card } = await bench();
    const poke = pokeInMemory(workbook);
    await poke.type("Sheet1", 4, 2, "mine");
    await poke.select("Sheet1", 4, 2);
    const asked = await card.daily.insertFormula("why", "A1", { rows: 12 });
    expect(asked).toMatchObject({
      ok: false,
      issue: { code: "cellTaken", values: { address: "C5", value: "mine" } },
    });
    expect(await poke.cell("Sheet1", 4, 2)).toBe("mine");
    expect(value(await card.daily.insertFormula("why", "A1", { rows: 12, replace: true }))).toEqual({
      address: "C5",
    });
    await poke.select("Sheet1", 0, 1);
    const blocked = await card.daily.insertFormula("why", "A1", { rows: 12, replace: true });
    expect(blocked).toMatchObject({ ok: false, issue: { code: "spillBlocked", values: { cell: "C5" } } });
    await poke.select("Accounts", 1, 0);
    expect(await card.daily.insertFormula("tier", "A1", { rows: 1, replace: true })).toMatchObject({
      ok: false,
      issue: { code: "formulaInTable" },
    });
    expect(await poke.formula("Sheet1", 0, 1)).toBeNull();
  });
});
