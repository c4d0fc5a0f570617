import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { tryRules } from "../../src/core/what-if/try-rules";
import type { ReadyCard } from "../../src/workbook/card";
import type { RuleVersion, ShownRules } from "../../src/workbook/rule-verbs";
import type { CriteriaChange } from "../../src/taskpane/settings/criteria-form";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

async function showRules(card = FakeCard.ready()) {
  const pane = showPane(card);
  await pane.user.click(screen.getByRole("tab", { name: "Settings" }));
  await pane.user.click(await screen.findByRole("button", { name: /Scoring and tiers/ }));
  await screen.findByRole("heading", { level: 2, name: "Scoring and tiers" });
  return { card, ...pane };
}

const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole("spinbutton", { name }), { target: { value } });
};

const panel = () => within(screen.getByRole("region", { name: /What moves/ }));
const movers = () => panel().queryAllByRole("listitem");

function ready(card: FakeCard): ReadyCard {
  if (card.state.kind !== "ready") throw new Error("not ready");
  return card.state;
}

describe("trying other rules", () => {
  it("[S09] names who would move while a weight is typed, before anything is written", async () => {
    const { card } = await showRules();
    expect(panel().getByText("Change a figure to see who moves.")).toBeInTheDocument();
    type("Weight, Revenue", "20");
    await waitFor(() => expect(movers()[0]).toHaveTextContent("Maison Dewey61.0 → 65.8"));
    expect(
      within(movers()[0]!)
        .getAllByRole("img")
        .map((badge) => badge.getAttribute("aria-label")),
    ).toEqual(["Special", "to", "Important"]);
    expect(panel().getByText("Important 21 → 27")).toBeInTheDocument();
    expect(panel().getByRole("row", { name: /Important/ })).toHaveTextContent("21 → 2766% → 73%");
    expect(card.calls).toEqual([]);
    type("Weight, Revenue", "35");
    await waitFor(() => expect(movers()).toEqual([]));
  });

  it("[FN8] shows what the model holds once the rules are saved", async () => {
    const { card, user } = await showRules();
    type("Important from", "72");
    await waitFor(() => expect(movers().length).toBeGreaterThan(0));
    const { model, records } = ready(card);
    const tried = tryRules(model, { ...records, settings: { ...records.settings, tierCut: 72 } });
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    await screen.findByText("Saved as version 2.");
    for (const [id, { proposedTier }] of tried.judged)
      expect(ready(card).model.accounts.get(id)?.proposedTier).toBe(proposedTier);
  });

  it("[S09] takes a save back as a version of its own", async () => {
    const { card, user } = await showRules();
    type("Weight, Revenue", "20");
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(ready(card).records.settings.ruleVersion).toBe(3));
    expect(ready(card).records.criteria.find(({ id }) => id === "REV")?.weight).toBe(35);
  });

  it("[S09] proposes bounds into the form, old and new side by side, and drops them again", async () => {
    const { card, user } = await showRules();
    type("Full at, Revenue", "60000");
    await user.click(screen.getByRole("button", { name: "Propose bounds" }));
    expect(await screen.findByText("Full at, Revenue 60,000 → 29,000")).toBeInTheDocument();
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0);
    expect(screen.getByRole("spinbutton", { name: "Full at, Revenue" })).toHaveValue("29000");
    await user.click(screen.getByRole("button", { name: "Drop the proposal" }));
    expect(screen.getByRole("spinbutton", { name: "Full at, Revenue" })).toHaveValue("60000");
    expect(card.calls).toEqual([]);
  });

  it("[S46] adds a criterion from a column of Accounts, tries it, and switches one off", async () => {
    const card = FakeCard.ready();
    const { order } = ready(card).model;
    card.numberColumns = [{ metric: "Wallet", figures: new Map(order.map((id, index) => [id, index % 10])) }];
    const { user } = await showRules(card);
    await user.click(screen.getAllByRole("button", { name: "+ Add a criterion" })[0]!);
    await user.click(screen.getByRole("button", { name: "Add" }));
    expect(screen.getByRole("spinbutton", { name: "Weight, Wallet" })).toHaveValue("10");
    await waitFor(() => expect(movers().length).toBeGreaterThan(0));
    await user.click(screen.getByRole("checkbox", { name: "Counts, Breadth" }));
    expect(screen.getByRole("spinbutton", { name: "Weight, Breadth" })).toHaveValue("0");
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    await waitFor(() => expect(card.callsOf("changeCriteria")).toHaveLength(1));
    const change = card.callsOf("changeCriteria")[0]?.[0] as CriteriaChange;
    expect(change.criteria.at(-1)).toMatchObject({
      label: "Wallet",
      metric: "Wallet",
      axis: "economic",
      low: 0,
      high: 9,
    });
    expect(change.criteria.find(({ id }) => id === "BRD")?.weight).toBe(0);
  });

  it("[S09] fills the form with an earlier version; saving it makes a new one", async () => {
    const card = FakeCard.ready();
    const { criteria, settings } = ready(card).records;
    const earlier = criteria.map((one) => (one.id === "REV" ? { ...one, weight: 20 } : one));
    const changes = [{ criterion: "REV", column: "weight", before: 20, after: 35 } as const];
    const version = (number: number, more: Partial<RuleVersion>): RuleVersion => ({
      version: number,
      at: null,
      by: "",
      changes: [],
      criteria,
      settings,
      ...more,
    });
    card.versions = [version(1, { at: 35_921, by: "Anne", changes }), version(0, { criteria: earlier })];
    const { user } = await showRules(card);
    await user.click(screen.getByRole("button", { name: "Show earlier versions" }));
    expect(await screen.findByText("Weight, Revenue 20 → 35")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Try version 0" }));
    expect(screen.getByRole("spinbutton", { name: "Weight, Revenue" })).toHaveValue("20");
    await waitFor(() => expect(movers()[0]).toHaveTextContent("Maison Dewey"));
  });

  it("[WB15] shows what somebody else changed meanwhile and lets the person choose", async () => {
    const { card, user } = await showRules();
    type("Weight, Revenue", "20");
    const state = ready(card);
    const theirs = state.records.criteria.map((one) => (one.id === "FRQ" ? { ...one, weight: 5 } : one));
    act(() => card.become({ ...state, records: { ...state.records, criteria: theirs } }));
    expect(await screen.findByText(/Theirs: Weight, Purchase days 20 → 5/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Keep mine" }));
    expect(screen.getByRole("spinbutton", { name: "Weight, Revenue" })).toHaveValue("20");
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    await waitFor(() => expect(card.callsOf("changeCriteria")).toHaveLength(1));
    const shown = card.callsOf("changeCriteria")[0]?.[1] as ShownRules;
    expect(shown.criteria.find(({ id }) => id === "FRQ")?.weight).toBe(5);
  });

  it("[TP2] has nothing to save while nothing is changed", async () => {
    await showRules();
    expect(screen.getByRole("button", { name: "Save as version 2" }).getAttribute("aria-disabled")).toBe(
      "true",
    );
  });
});
