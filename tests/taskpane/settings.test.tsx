import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { CadenceRule } from "../../src/core/records";
import type { CriteriaChange } from "../../src/taskpane/settings/criteria-form";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane } from "./support/render-pane";

async function showSetting(name: RegExp, card = FakeCard.ready(), environment = fakeEnvironment()) {
  const pane = showPane(card, environment);
  await pane.user.click(screen.getByRole("tab", { name: "Settings" }));
  await pane.user.click(await screen.findByRole("button", { name }));
  return { card, ...pane };
}

const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole("spinbutton", { name }), { target: { value } });
};

describe("Settings", () => {
  it("[TP2] shows the value in force on each line", async () => {
    const { user } = showPane(FakeCard.ready());
    await user.click(screen.getByRole("tab", { name: "Settings" }));
    await screen.findByRole("heading", { level: 2, name: "Settings" });
    const lines = screen.getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      "Scoring and tiers12 criteria · Important from 65",
      "RhythmImportant: visit every 30 days · review every 2 months",
      "Group customersscored one by one",
      "As-of date6 May 1998 (fixed)",
      "Your nameAnne Dodsworth",
      "LanguageEnglish · As Office",
      "Sample dataNorthwind sample in this workbook",
      "RepairMissing columns, texts, unknown accounts",
      "Remove the cardFrom this workbook; asks first",
      "About and privacyKAM Card 0.1.0",
    ]);
  });

  it("[S46] writes changed weights and cuts as a new rule version", async () => {
    const { card, user } = await showSetting(/Scoring and tiers/);
    type("Weight, Revenue", "30");
    expect(screen.getByText("Weights add up to 95; points are scaled to 100")).toBeInTheDocument();
    type("Weight, Profit", "5");
    expect(screen.getAllByText("Weights add up to 100")).toHaveLength(2);
    type("Important by strategy from", "");
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    await waitFor(() => expect(card.callsOf("changeCriteria")).toHaveLength(1));
    const change = card.callsOf("changeCriteria")[0]?.[0] as CriteriaChange;
    expect(change.criteria.find(({ id }) => id === "REV")).toMatchObject({ weight: 30, high: 29_000 });
    expect(change.criteria.find(({ id }) => id === "PRF")?.weight).toBe(5);
    expect(change.settings).toMatchObject({ tierCut: 65, strategicCut: null });
    expect(await screen.findByText("Saved as version 2.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Back to Settings" }));
    expect(await screen.findByRole("heading", { level: 2, name: "Settings" })).toBeInTheDocument();
  });

  it.each([
    ["Weight, Revenue", "-1", "A weight is 0 or more."],
    ["Full at, Revenue", "0", "Zero and full must differ."],
    ["Zero at, Breadth", "", "Enter a number."],
    ["Important from", "101", "Enter 0 to 100."],
  ])("[TP4] refuses %s = “%s” and says why beside it", async (field, value, sentence) => {
    const { card, user } = await showSetting(/Scoring and tiers/);
    type(field, value);
    expect(screen.getByText(sentence)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    expect(card.callsOf("changeCriteria")).toHaveLength(0);
    expect(screen.getByText("Not saved.")).toBeInTheDocument();
  });

  it("[TP2] writes a changed rhythm and leaves the items it does not show alone", async () => {
    const { card, user } = await showSetting(/Rhythm/);
    type("Visits, Important, Target", "50");
    expect(screen.getByText("The limit is below the target.")).toBeInTheDocument();
    type("Visits, Important, At most", "60");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(card.callsOf("changeCadence")).toHaveLength(1));
    const rules = card.callsOf("changeCadence")[0]?.[0] as readonly CadenceRule[];
    expect(rules).toContainEqual({ tier: "important", item: "visit", target: 50, maximum: 60, jitter: 0 });
    expect(rules).toContainEqual({ tier: null, item: "backup", target: 7, maximum: null, jitter: 0 });
    expect(rules).toContainEqual({ tier: "special", item: "visit", target: 30, maximum: 45, jitter: 7 });
  });

  it("[WB12] fixes the as-of date, or lets it follow the calendar", async () => {
    const { card, user } = await showSetting(/As-of date/);
    await user.click(screen.getByRole("radio", { name: "Up to today" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(card.callsOf("changeSettings")).toEqual([[{ asOf: null }]]));
  });

  it("[WB12] does not save half a date", async () => {
    const { card, user } = await showSetting(/As-of date/);
    fireEvent.change(screen.getByLabelText(/^Day/), { target: { value: "" } });
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getByText("Enter a whole date.")).toBeInTheDocument();
    expect(card.callsOf("changeSettings")).toHaveLength(0);
  });

  it("[TP4] keeps what was typed when Excel refuses it", async () => {
    const card = FakeCard.ready();
    card.failNext("changeCadence", { code: "protected", values: { sheet: "Cadence" } });
    const { user } = await showSetting(/Rhythm/, card);
    type("Visits, Important, Target", "20");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("The sheet Cadence is protected.")).toBeInTheDocument();
    expect(screen.getByRole("spinbutton", { name: "Visits, Important, Target" })).toHaveValue("20");
  });

  it("[WB13] keeps the name on this computer only", async () => {
    const environment = fakeEnvironment({ author: "" });
    const { card, user } = await showSetting(/Your name/, FakeCard.ready(), environment);
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Nancy Davolio{Enter}");
    expect(environment.author()).toBe("Nancy Davolio");
    expect(card.calls).toHaveLength(0);
  });

  it("[WB2] changes the pane's language at once and remembers it", async () => {
    const environment = fakeEnvironment();
    const { user } = await showSetting(/Language/, FakeCard.ready(), environment);
    await user.click(screen.getByRole("radio", { name: "简体中文" }));
    expect(screen.getByRole("heading", { level: 2, name: "语言" })).toBeInTheDocument();
    expect(environment.kept.get("pane-language")).toBe("zh-CN");
  });

  it("[TP6] removes the sample only after asking, with the rows counted", async () => {
    const { card, user } = await showSetting(/Sample data/);
    await user.click(screen.getByRole("button", { name: "Remove sample data" }));
    const dialog = within(await screen.findByRole("alertdialog"));
    expect(dialog.getByText("2,155 purchase lines")).toBeInTheDocument();
    expect(card.callsOf("removeSample")).toHaveLength(0);
    await user.click(dialog.getByRole("button", { name: "Remove sample data" }));
    await waitFor(() => expect(card.callsOf("removeSample")).toHaveLength(1));
  });

  it("[S131] shows the version and says where the data stays", async () => {
    await showSetting(/About/);
    expect(screen.getByText("KAM Card 0.1.0")).toBeInTheDocument();
    expect(screen.getByText(/Your data stays in this file and on this computer/)).toBeInTheDocument();
  });
});
