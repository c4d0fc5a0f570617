import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { rememberedMapping, rememberMapping } from "../../src/taskpane/data/mapping-memory";
import { LiveCard } from "../../src/workbook/live-card";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { stillDesk } from "../support/still-desk";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane, type ShownPane } from "./support/render-pane";

const button = (name: string | RegExp) => screen.findByRole("button", { name });

async function toImport({ user }: ShownPane): Promise<void> {
  await user.click(screen.getByRole("tab", { name: "Data" }));
  await user.click(await button(/^Import/));
  await screen.findByRole("heading", { level: 2, name: "Import" });
}

/** jsdom's File cannot be read in slices. */
function csvFile(text: string, name = "file.csv"): File {
  const bytes = new TextEncoder().encode(text);
  const file = new File([bytes], name, { type: "text/csv" });
  const slice = (from: number, to: number) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer });
  return Object.assign(file, { slice });
}

async function choose(text: string, name?: string): Promise<void> {
  const input = screen.getByLabelText<HTMLInputElement>("Choose a CSV file", { selector: "input" });
  fireEvent.change(input, { target: { files: [csvFile(text, name)] } });
  await button("Preview");
}

/** The arrow; the button in the dock says the same. */
const backOnce = async ({ user }: ShownPane): Promise<void> =>
  user.click((await screen.findAllByRole("button", { name: "Back" }))[0]!);

const column = (name: string) => screen.getByRole("combobox", { name: `Where “${name}” goes` });

/** A real card over a workbook in memory. */
async function realCard(): Promise<{ card: LiveCard; workbook: InMemoryWorkbook }> {
  const workbook = new InMemoryWorkbook();
  const card = new LiveCard(stillDesk(workbook));
  await card.wake();
  await card.setUp({ language: "en", sample: false });
  return { card, workbook };
}

const orders = [
  "Customer ID;Order date;Amount;PostalCode",
  "A1;03/04/2026;1.234;00123",
  "A2;05/06/2026;2.500;",
  "A1;07/08/2026;12;",
].join("\n");

describe("the Data area", () => {
  it("[J2] is the fourth tab and says how much the card holds", async () => {
    const pane = showPane(FakeCard.ready());
    await pane.user.click(screen.getByRole("tab", { name: "Data" }));
    expect(await screen.findByText("91 accounts · 91 contacts · 2,155 purchases")).toBeInTheDocument();
    expect(screen.getAllByRole("tab").map((tab) => tab.textContent)).toHaveLength(5);
  });

  it("[J2] an empty card offers to bring in data, in Today and under Account", async () => {
    const { card } = await realCard();
    const pane = showPane(card);
    await pane.user.click((await screen.findAllByRole("button", { name: "Bring in your data" }))[0]!);
    expect(await screen.findByRole("heading", { level: 2, name: "Import" })).toBeInTheDocument();
    await pane.user.click(screen.getByRole("tab", { name: /^Account/ }));
    expect(await button("Bring in your data")).toBeInTheDocument();
  });

  it("[J2] asks about 03/04/2026 and 1.234, shows each answer on three rows, and imports as answered", async () => {
    const { card, workbook } = await realCard();
    const pane = showPane(card);
    await toImport(pane);
    await choose(orders);
    expect(screen.getByRole("heading", { level: 2, name: "Import purchases" })).toBeInTheDocument();
    expect(screen.getByText("file.csv · 3 rows · UTF-8, semicolon")).toBeInTheDocument();
    expect(column("Order date")).toHaveValue("purchases.date");
    expect(column("PostalCode")).toHaveValue("");
    await pane.user.click(await button("Preview"));
    expect((await screen.findAllByText(/Answer the question under “Order date”/)).length).toBeGreaterThan(0);
    const day = screen.getByRole("radio", { name: /^Day first/ });
    expect(day.closest("span")?.textContent).toMatch(/03\/04\/2026 → 3 April 2026|3 Apr 2026/);
    await pane.user.click(day);
    await pane.user.click(screen.getByRole("radio", { name: /^1.234 is more than a thousand/ }));
    await pane.user.click(await button("Preview"));
    await screen.findByRole("heading", { level: 2, name: "What the import will do" });
    expect(screen.getByText(/Date: 2026-04-03/)).toHaveTextContent("Amount: 1234");
    expect(screen.getByText("3 rows name 2 accounts that are not in this workbook")).toBeInTheDocument();
    await pane.user.click(await button("Import 5 rows"));
    await screen.findByRole("heading", { level: 2, name: "Imported" });
    const purchases = workbook.book.tables.find(({ name }) => name === "Purchases")!;
    const amount = purchases.headers.indexOf("Amount");
    expect(purchases.cells().map((cells) => cells[amount])).toEqual([1234, 2500, 12]);
    await pane.user.click(await button("Undo the import"));
    await screen.findByRole("heading", { level: 2, name: "Import undone" });
    expect(purchases.rowCount).toBe(0);
  });

  it("[J2][TP7] remembers the mapping of these columns, and nothing of what the rows say", async () => {
    const { card } = await realCard();
    const environment = fakeEnvironment();
    const pane = showPane(card, environment);
    await toImport(pane);
    await choose("Firma,Stadt\nAlfreds,Berlin", "kunden.csv");
    fireEvent.change(column("Firma"), { target: { value: "accounts.name" } });
    fireEvent.change(column("Stadt"), { target: { value: "accounts.city" } });
    await pane.user.click(await button("Preview"));
    await screen.findByRole("heading", { level: 2, name: "What the import will do" });
    const kept = [...environment.kept.values()].join(" ");
    expect(kept).toContain("accounts.city");
    expect(kept).not.toMatch(/Alfreds|Berlin|kunden/);
    await backOnce(pane);
    await backOnce(pane);
    await choose("FIRMA , stadt\nBerglunds,Luleå");
    expect(column("stadt")).toHaveValue("accounts.city");
  });

  it("[TP6] warns before own data goes into a sample and leads to its removal", async () => {
    const pane = showPane(FakeCard.ready());
    await toImport(pane);
    await choose("Company Name\nAlfreds");
    await pane.user.click(await button("Preview"));
    expect(await screen.findByText("The Northwind sample is in this workbook.")).toBeInTheDocument();
    await pane.user.click(await button("Remove the sample"));
    expect(await button("Remove sample data")).toBeInTheDocument();
  });

  it("[J2] names rows left out, words no list knows, and cells that change from what to what", async () => {
    const pane = showPane(FakeCard.ready());
    await toImport(pane);
    await choose("Company Name\nAlfreds");
    await pane.user.click(await button("Preview"));
    const changed = await screen.findByRole("region", { name: /^What changes/ });
    expect(changed).toHaveTextContent("Phone (171) 555-7788 → (171) 555-7790");
    expect(screen.getByText("Row 42: No name. Left out unless you fill it in the file.")).toBeInTheDocument();
    expect(screen.getByText(/“Hot” in Rating: 4 rows/)).toBeInTheDocument();
    expect(within(changed).getAllByRole("listitem")).toHaveLength(3);
  });

  it("[TP4] a refused import keeps everything chosen, says why, and is tried again by one press", async () => {
    const card = FakeCard.ready();
    const pane = showPane(card);
    await toImport(pane);
    await choose("Company Name\nAlfreds");
    await pane.user.click(await button("Preview"));
    card.failNext("imports.run", { code: "cellEditAction", values: {} });
    await pane.user.click(await button("Import 27 rows"));
    expect(await screen.findByText("Excel is still editing a cell.")).toBeInTheDocument();
    await pane.user.click(await button("Import again"));
    await screen.findByRole("heading", { level: 2, name: "Imported" });
    expect(card.callsOf("imports.run")).toHaveLength(2);
  });

  it("[TP3] shows progress from rows and cancels; the result says exactly what is there", async () => {
    const card = FakeCard.ready();
    const none = { added: 0, changed: 0, same: 0 };
    card.importing.receipt = {
      ...card.importing.receipt,
      cancelled: true,
      counts: { accounts: { ...none, added: 6 }, contacts: none, purchases: none },
      missing: 18,
    };
    const release = card.hold("imports.run");
    const pane = showPane(card);
    await toImport(pane);
    await choose("Company Name\nAlfreds");
    await pane.user.click(await button("Preview"));
    await pane.user.click(await button("Import 27 rows"));
    act(() => card.progress({ step: "accounts", done: 6, total: 24 }));
    expect(await screen.findByText("6 / 24")).toBeInTheDocument();
    await pane.user.click(await button("Cancel"));
    expect(card.cancelled).toBe(true);
    act(release);
    await screen.findByRole("heading", { level: 2, name: "Stopped" });
    expect(screen.getByText(/6 of 24 new rows are in the workbook/)).toBeInTheDocument();
  });

  it("[J2] takes the selected cells or a table of the workbook", async () => {
    const card = FakeCard.ready();
    const pane = showPane(card);
    await toImport(pane);
    await pane.user.click(await button("Use the table Orders"));
    await button("Preview");
    expect(card.callsOf("imports.source")).toEqual([[{ kind: "table", table: "Orders" }]]);
    await backOnce(pane);
    card.failNext("imports.source", { code: "import.emptySelection", values: { place: "Sheet1!A1" } });
    await pane.user.click(await button("Use the selected cells"));
    expect(await screen.findByText("Sheet1!A1 holds no rows under column names.")).toBeInTheDocument();
  });

  it("[TP2] Escape goes back step by step", async () => {
    const pane = showPane(FakeCard.ready());
    await toImport(pane);
    await choose("Company Name\nAlfreds");
    await pane.user.click(await button("Preview"));
    const heading = await screen.findByRole("heading", { level: 2, name: "What the import will do" });
    fireEvent.keyDown(heading, { key: "Escape" });
    const map = await screen.findByRole("heading", { level: 2, name: "Import accounts" });
    fireEvent.keyDown(map, { key: "Escape" });
    const first = await screen.findByRole("heading", { level: 2, name: "Import" });
    fireEvent.keyDown(first, { key: "Escape" });
    await waitFor(() => expect(screen.getByRole("heading", { level: 2, name: "Data" })).toBeInTheDocument());
  });
});

describe("remembered mappings", () => {
  it("[J2] forget what an earlier version or another hand left there", () => {
    const environment = fakeEnvironment({ kept: new Map([["import-mappings", "{]"]]) });
    expect(rememberedMapping(environment.storage, ["A"])).toBeNull();
    rememberMapping(environment.storage, ["A", "B"], {
      kind: "accounts",
      targets: ["accounts.name", "accounts.gone"],
    });
    expect(rememberedMapping(environment.storage, ["a", "b "])?.targets).toEqual(["accounts.name", null]);
    rememberMapping(environment.storage, ["A", "B"], null);
    expect(rememberedMapping(environment.storage, ["A", "B"])).toBeNull();
  });
});
