import { fireEvent, screen, waitFor } from "@testing-library/react";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LiveCard } from "../../src/workbook/live-card";
import { forgetOldDrafts, keepDraft, keptDays, keptDrafts } from "../../src/taskpane/log/draft-store";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { stillDesk } from "../support/still-desk";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment, type FakeEnvironment } from "./support/fake-environment";
import { showPane, type ShownPane } from "./support/render-pane";

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const tab = (name: string | RegExp) => screen.findByRole("tab", { name });

/** What the workbook will hold and nobody else may learn. */
const file = [
  "Account ID;Account name;Owner;City;Phone;Credit limit",
  "QX-771;Zyxelwerke;Yvonne Quill;Braunlage;0170 555 1234;87654",
  "QX-772;Vandermolen;Umberto Nye;Oostburg;0170 555 9876;43219",
].join("\n");
const entry = { content: "They fear the merger", result: "Contract postponed" };
const secret =
  /QX-77|Zyxel|Vandermolen|Quill|Umberto|Braunlage|Oostburg|555|87,?654|43,?219|merger|postponed|orders\.csv/i;

/** jsdom's File cannot be read in slices. */
function csvFile(text: string): File {
  const bytes = new TextEncoder().encode(text);
  const slice = (from: number, to: number) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer });
  return Object.assign(new File([bytes], "orders.csv", { type: "text/csv" }), { slice });
}

interface Channel {
  readonly way: string;
  readonly said: string;
}

/** Everything that leaves the page, but the workbook: what is kept, where it goes, what it writes down. */
function recorded(environment: FakeEnvironment): Channel[] {
  const heard: Channel[] = [];
  const hear =
    (way: string) =>
    (...given: unknown[]): void =>
      void heard.push({ way, said: given.map(String).join(" ") });
  for (const [name, storage] of Object.entries({ kept: environment.storage, memory: environment.memory })) {
    const set = storage.set as (key: string, value: string | null) => void;
    Object.assign(storage, {
      set: (key: string, value: string | null) => {
        hear(`${name} ${key}`)(value ?? "");
        set(key, value);
      },
    });
  }
  for (const way of ["log", "info", "warn", "error", "debug"] as const)
    jest.spyOn(console, way).mockImplementation(hear(`console.${way}`));
  jest.spyOn(Storage.prototype, "setItem").mockImplementation(hear("setItem"));
  jest.spyOn(XMLHttpRequest.prototype, "open").mockImplementation(hear("XMLHttpRequest"));
  jest.spyOn(history, "pushState").mockImplementation(hear("pushState"));
  jest.spyOn(history, "replaceState").mockImplementation(hear("replaceState"));
  jest.spyOn(window, "open").mockImplementation((...given) => (hear("open")(...given), null));
  Object.assign(window, { fetch: hear("fetch") });
  Object.assign(navigator, { sendBeacon: hear("sendBeacon") });
  Object.assign(environment, { openUrl: hear("openUrl") });
  return heard;
}

async function bringIn({ user }: ShownPane): Promise<void> {
  await user.click((await screen.findAllByRole("button", { name: "Bring in your data" }))[0]!);
  const input = await screen.findByLabelText<HTMLInputElement>("Choose a CSV file", { selector: "input" });
  fireEvent.change(input, { target: { files: [csvFile(file)] } });
  await user.click(await button("Preview"));
  await user.click(await button("Import 2 rows"));
  await screen.findByRole("heading", { level: 2, name: "Imported" });
}

async function logVisit({ user }: ShownPane): Promise<void> {
  await user.click(await button("Log"));
  await user.type(screen.getByRole("combobox", { name: /^Account/ }), "Zyxel{Enter}");
  await user.type(screen.getByRole("textbox", { name: /What was said/ }), entry.content);
  await user.type(screen.getByRole("textbox", { name: "Result" }), entry.result);
  await user.click(await button(/^Save/));
  await screen.findByText(/^Saved for/, { selector: ".fui-MessageBarTitle" });
}

describe("what leaves the workbook", () => {
  afterEach(() => jest.restoreAllMocks());

  it("[TP7] the main job tells storage, addresses, the console and the network nothing of an account", async () => {
    const environment = fakeEnvironment({ author: "" });
    const heard = recorded(environment);
    const workbook = new InMemoryWorkbook();
    const card = new LiveCard(stillDesk(workbook));
    await card.wake();
    const pane = showPane(card, environment);
    const { user } = pane;
    await user.type(await screen.findByRole("textbox", { name: "Your name" }), "Nancy Davolio");
    await user.click(await button("Set up this workbook"));
    await bringIn(pane);
    await logVisit(pane);
    await user.click(await tab("Reviews"));
    await user.click(await button("Write the review sheets"));
    await screen.findByRole("heading", { name: /^Review / });
    await user.click(await tab(/^Account/));
    await user.click(await tab("Settings"));
    await user.click(await button(/^As-of date|^Date/));
    const rows = workbook.book.tables.flatMap((table) => table.cells()).flat();
    for (const told of ["QX-771", "Vandermolen", entry.content]) expect(rows).toContain(told);
    const passing = (way: string): boolean => way === "kept log-drafts" || way === "memory recent-accounts";
    expect(heard.filter(({ way, said }) => !passing(way) && secret.test(said))).toEqual([]);
    expect(new Set(heard.map(({ way }) => way).filter((way) => !/^(kept|memory) /.test(way)))).toEqual(
      new Set(),
    );
    // What was typed into Log was kept until it was saved, and no longer.
    expect(heard.some(({ way, said }) => way === "kept log-drafts" && said.includes(entry.content))).toBe(
      true,
    );
    expect([...environment.kept.values()].join(" ")).not.toMatch(secret);
    expect(environment.kept.has("log-drafts")).toBe(false);
  }, 60_000);

  it("[TP7] nothing in the source names another way out, and storage is opened in one place", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const ways =
      /\bconsole\.|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource\(|document\.cookie|indexedDB|\b(?:local|session)Storage\.|=> (?:local|session)Storage|roamingSettings|document\.settings|workbook\.settings|customXmlParts|properties\.custom|history\.(?:push|replace)State|location\.(?:hash|href|search) ?=/;
    const found = files.filter((name) => ways.test(readFileSync(path.join("src", name), "utf8")));
    expect(found).toEqual([path.join("office", "local-storage.ts")]);
  });

  it("[TP7] [TP1] an entry nobody goes on with is forgotten after fourteen days", () => {
    const { storage } = fakeEnvironment();
    const draft = FakeCard.ready().newLogDraft("BERGS");
    keepDraft(storage, { ...draft, content: "They fear the merger" }, 100);
    forgetOldDrafts(storage, 100 + keptDays);
    expect(keptDrafts(storage)).toHaveLength(1);
    forgetOldDrafts(storage, 101 + keptDays);
    expect(storage.get("log-drafts")).toBeNull();
  });

  it("[TP7] an entry that does not say since when it lies has its fourteen days from now on", () => {
    const { storage } = fakeEnvironment();
    const draft = FakeCard.ready().newLogDraft("BERGS");
    storage.set("log-drafts", JSON.stringify([draft]));
    forgetOldDrafts(storage, 200);
    forgetOldDrafts(storage, 200 + keptDays);
    expect(keptDrafts(storage)).toHaveLength(1);
    forgetOldDrafts(storage, 201 + keptDays);
    expect(keptDrafts(storage)).toEqual([]);
  });

  it("[TP7] About says what is kept here and clears it after asking", async () => {
    const environment = fakeEnvironment({ author: "Nancy Davolio" });
    const card = FakeCard.ready();
    keepDraft(environment.storage, { ...card.newLogDraft("BERGS"), content: "They fear the merger" }, 100);
    environment.storage.set("writer", "1f2e3d4c");
    const { user } = showPane(card, environment);
    await user.click(await tab("Settings"));
    await user.click(await button(/^About/));
    expect(screen.getByText("1 draft is kept now.")).toBeInTheDocument();
    await user.click(await button("Clear what is kept here"));
    expect(await screen.findByText(/1 draft go/)).toBeInTheDocument();
    await user.click((await screen.findAllByRole("button", { name: "Clear what is kept here" })).at(-1)!);
    await waitFor(() => expect([...environment.kept.keys()]).toEqual(["writer"]));
    expect(environment.author()).toBe("");
    expect([...environment.passing.keys()]).toEqual([]);
    expect(screen.getByText(/^Cleared\./, { selector: "p" })).toBeInTheDocument();
    expect(card.calls).toHaveLength(0);
  });
});
