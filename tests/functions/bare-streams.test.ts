import type { BareState } from "../../src/functions/bare-stream";
import { BareStreams } from "../../src/functions/bare-streams";
import { registerLiveFigures } from "../../src/functions/live-figures";
import { cellError } from "../../src/functions/problem";
import { accountOf, recordsOf } from "../core/make-records";
import { shown, stream } from "./custom-functions-global";
import { FakeLiveCard } from "./fake-live-card";
import "../../src/functions/index";

const explicit = "#N/A: Use =KAM.TIER([@[Account ID]])";
const moved = "#N/A: The row moved; press F9 or Refresh";
const records = recordsOf({
  accounts: [accountOf("A", { tier: "important" }), accountOf("B", { tier: "general" }), accountOf("C")],
});

/** A sheet where row n holds the account `ids[n − 2]` and column F a bare call; hosts share streams or not. */
class Sheet {
  readonly card = new FakeLiveCard(records);
  readonly streams = new BareStreams(this.card, { settle: () => Promise.resolve(), rounds: 3 });
  /** What every call has shown, by the address it was made from. */
  readonly shown = new Map<string, unknown[]>();

  constructor(
    readonly ids: readonly string[],
    readonly name = "Accounts",
  ) {
    ids.forEach((account, index) => {
      this.card.rows.set(`${name}!F${index + 2}`, { kind: "account", account });
      this.card.cells.push(`${name}!F${index + 2}`);
    });
  }

  call(address: string | undefined, functionId = "TIER"): () => void {
    const history: unknown[] = [];
    this.shown.set(address ?? "", history);
    return this.streams.open({ functionId, address, show: (state) => history.push(text(state)) });
  }

  callAll(): void {
    this.ids.forEach((_, index) => this.call(`${this.name}!F${index + 2}`));
  }

  last(address: string): unknown {
    return this.shown.get(address)?.at(-1);
  }
}

function text(state: BareState): unknown {
  if (state.kind === "pending") return "…";
  return state.kind === "account" ? state.account : shown(cellError(state.problem));
}

/** Lets promises that are under way end. */
const pass = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("bare calls", () => {
  it("[FN2] resolve their row once and remember the account, not the row", async () => {
    const sheet = new Sheet(["A", "B"]);
    sheet.callAll();
    await pass();
    expect([sheet.last("Accounts!F2"), sheet.last("Accounts!F3")]).toEqual(["A", "B"]);
    sheet.card.rows.set("Accounts!F2", { kind: "account", account: "B" });
    sheet.card.cellsChanged();
    await pass();
    expect(sheet.shown.get("Accounts!F2")).not.toContain("B");
  });

  it("[FN2] show nothing before the row is read", () => {
    const sheet = new Sheet(["A"]);
    sheet.callAll();
    expect(sheet.shown.get("Accounts!F2")).toEqual(["…"]);
  });

  it("[FN2] have a sentence without an address, outside a table and in a row without an account", async () => {
    const sheet = new Sheet([]);
    sheet.call(undefined);
    expect(sheet.last("")).toBe(explicit);
    sheet.card.cells.push("Notes!B9", "Accounts!F9");
    sheet.card.rows.set("Accounts!F9", { kind: "blank" });
    sheet.call("Notes!B9");
    sheet.call("Accounts!F9");
    await pass();
    expect(sheet.last("Notes!B9")).toBe(explicit);
    expect(sheet.last("Accounts!F9")).toContain("#N/A: This row names no account");
  });

  it("[FN2] say that the row moved on every structural event of their sheet, until they are called again", async () => {
    const sheet = new Sheet(["A", "B"]);
    sheet.card.rows.set("Other!F2", { kind: "account", account: "C" });
    sheet.card.cells.push("Other!F2");
    sheet.callAll();
    sheet.call("Other!F2");
    await pass();
    sheet.card.moveRows("Accounts");
    await pass();
    expect([sheet.last("Accounts!F2"), sheet.last("Accounts!F3")]).toEqual([moved, moved]);
    expect(sheet.last("Other!F2")).toBe("C");
    sheet.card.rows.set("Accounts!F2", { kind: "account", account: "B" });
    sheet.call("Accounts!F2");
    await pass();
    expect(sheet.last("Accounts!F2")).toBe("B");
    expect(sheet.last("Accounts!F3")).toBe(moved);
  });

  it("[FN2] believe no row that was read while rows were moving", async () => {
    const sheet = new Sheet(["A"]);
    sheet.callAll();
    sheet.card.moveRows("Accounts");
    await pass();
    expect(sheet.shown.get("Accounts!F2")).toEqual(["…", moved]);
  });

  it("[FN2] never show a figure while one stream may be feeding several cells", async () => {
    const sheet = new Sheet(["A", "B", "C"]);
    sheet.call("Accounts!F2");
    await pass();
    expect(sheet.shown.get("Accounts!F2")).toEqual(["…", explicit]);
  });

  it("[FN2] withdraw the figure as soon as a cell without a stream of its own appears, and give it back when it calls", async () => {
    const sheet = new Sheet(["A"]);
    sheet.callAll();
    await pass();
    sheet.card.cells.push("Accounts!F3");
    sheet.card.cellsChanged();
    await pass();
    expect(sheet.shown.get("Accounts!F2")?.slice(-2)).toEqual(["A", explicit]);
    sheet.card.rows.set("Accounts!F3", { kind: "account", account: "B" });
    sheet.call("Accounts!F3");
    await pass();
    expect([sheet.last("Accounts!F2"), sheet.last("Accounts!F3")]).toEqual(["A", "B"]);
  });

  it("[FN2] are kept apart by function: two functions in one row are no sharing", async () => {
    const sheet = new Sheet(["A"]);
    sheet.call("Accounts!F2");
    await pass();
    expect(sheet.last("Accounts!F2")).toBe("A");
    sheet.card.rows.set("'Accounts'!$F$2", { kind: "account", account: "A" });
    sheet.call("'Accounts'!$F$2", "SCORE");
    await pass();
    expect(sheet.last("'Accounts'!$F$2")).toBe("A");
  });

  it("[FN2] check a column filled down in a few reads, not one per cell", async () => {
    const sheet = new Sheet(Array.from({ length: 200 }, (_, index) => `A${index}`));
    sheet.callAll();
    await pass();
    expect(sheet.last("Accounts!F201")).toBe("A199");
    expect(sheet.card.reads).toBeLessThan(10);
  });

  it("[FN2] know sheets with spaces, quotes and Chinese names", async () => {
    const sheet = new Sheet(["A"], "'It''s 客户 1'");
    sheet.callAll();
    await pass();
    expect(sheet.last("'It''s 客户 1'!F2")).toBe("A");
    expect([...sheet.card.rowListeners.keys()]).toEqual(["It's 客户 1"]);
  });

  it("[FN2] say how to go on when the row cannot be read", async () => {
    const sheet = new Sheet(["A"]);
    sheet.card.accountOfRow = () => Promise.reject(new Error("cell edit"));
    sheet.callAll();
    await pass();
    expect(sheet.last("Accounts!F2")).toBe(explicit);
  });

  it("[FN2] stop listening when the last of a sheet is cancelled", async () => {
    const sheet = new Sheet(["A"]);
    const close = sheet.call("Accounts!F2");
    await pass();
    close();
    expect(sheet.card.rowListeners.get("Accounts")?.size).toBe(0);
    sheet.card.moveRows("Accounts");
    expect(sheet.last("Accounts!F2")).toBe("A");
  });

  it("[FN2] no cell ever shows another account, whatever the order of calls, moves, cancels and reads", async () => {
    for (let seed = 1; seed <= 40; seed += 1) await shuffle(seed);
  });

  it("[FN2] reach the cell as labels of the remembered account", async () => {
    const card = new FakeLiveCard(records);
    card.rows.set("Accounts!F2", { kind: "account", account: "A" });
    card.cells.push("Accounts!F2");
    const withdraw = registerLiveFigures(card);
    const cell = stream("TIER", [], 2, "Accounts!F2");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(cell.results).toEqual(["Important"]);
    card.change({ ...records, accounts: [accountOf("A", { tier: "special" })] });
    expect(cell.last()).toBe("Special");
    card.moveRows("Accounts");
    expect(cell.last()).toBe(moved);
    cell.cancel();
    withdraw();
  });
});

/** Rows swap under running calls; a call may show the account it was resolved for, until it has been told of the move. */
async function shuffle(seed: number): Promise<void> {
  const random = generator(seed);
  const sheet = new Sheet(["A", "B", "C"]);
  const wrong: string[] = [];
  const open: { address: string; close: () => void; told: boolean }[] = [];
  for (let step = 0; step < 30; step += 1) {
    const address = `Accounts!F${2 + Math.floor(random() * 3)}`;
    const action = Math.floor(random() * 4);
    if (action === 0) {
      const call = { address, told: false, close: (): void => undefined };
      call.close = sheet.streams.open({
        functionId: "TIER",
        address,
        show: (state) => {
          const row = sheet.card.rows.get(address);
          if (state.kind === "account" && row?.kind === "account" && row.account !== state.account)
            wrong.push(address);
        },
      });
      open.push(call);
    } else if (action === 1) {
      open.splice(Math.floor(random() * open.length), 1)[0]?.close();
    } else if (action === 2) {
      const [first, second] = [sheet.card.rows.get("Accounts!F2"), sheet.card.rows.get("Accounts!F3")];
      if (first && second) sheet.card.rows.set("Accounts!F2", second).set("Accounts!F3", first);
      sheet.card.moveRows("Accounts");
    } else await Promise.resolve();
  }
  await pass();
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
