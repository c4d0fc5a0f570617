import { act, screen, within } from "@testing-library/react";
import { buildCardModel } from "../../src/core/card-model";
import type { CardSettings } from "../../src/core/records";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

/** The sample with these parents, by account id. */
function cardWith(parents: Readonly<Record<string, string>>, settings: Partial<CardSettings> = {}): FakeCard {
  const { state } = FakeCard.ready();
  if (state.kind !== "ready") throw new Error("not ready");
  const records = {
    ...state.records,
    settings: { ...state.records.settings, ...settings },
    accounts: state.records.accounts.map((one) => ({ ...one, parent: parents[one.id] ?? "" })),
  };
  return FakeCard.ready("en", { records, model: buildCardModel(records, state.model.asOf) });
}

async function showAccount(id: string, card = FakeCard.ready()) {
  const pane = showPane(card);
  act(() => card.select(id));
  await pane.user.click(screen.getByRole("tab", { name: "Account" }));
  return { card, ...pane };
}

const section = (name: RegExp) => within(screen.getByRole("region", { name }));
const title = () => screen.getByRole("heading", { level: 2 });

describe("growth on the card", () => {
  it("[TP9] shows each change with the days of both periods and marks what the data do not cover", async () => {
    await showAccount("BERGS");
    const terms = section(/^Growth/).getAllByRole("term");
    const lines = terms.map((term) => term.parentElement?.textContent);
    expect(lines).toEqual([
      "12 months on the year beforeIncomplete$16,204 · 7 May 1997 – 6 May 1998" +
        "$8,724 · 7 May 1996 – 6 May 1997 · incomplete: purchases begin on 4 Jul 1996",
      "3 months on the same months last year-58%$1,836 · 7 Feb 1998 – 6 May 1998$4,399 · 7 Feb 1997 – 6 May 1997",
      "3 months on the 3 before-72%$1,836 · 7 Feb 1998 – 6 May 1998$6,474 · 7 Nov 1997 – 6 Feb 1998",
    ]);
    expect(screen.getByText("Purchases in this workbook: 4 Jul 1996 – 6 May 1998")).toBeInTheDocument();
  });
});

describe("group customers on the card", () => {
  const parents = { BERGS: "QUICK", ERNSH: "QUICK", ALFKI: "BERGS", PARIS: "NOBODY" };

  it("[TP9] the parent shows all accounts below with their tiers, the group's total, and leads to each", async () => {
    const { user } = await showAccount("QUICK", cardWith(parents));
    const group = section(/^Group 3/);
    expect(group.getAllByRole("listitem").map((row) => row.textContent)).toEqual([
      "IBerglunds snabbköp$16,204 in 12 months",
      "GAlfreds Futterkiste$4,273 in 12 months · under Berglunds snabbköp",
      "IErnst Handel$70,424 in 12 months",
    ]);
    expect(group.getByText("Accounts").nextSibling).toHaveTextContent("4");
    expect(group.getByText("Revenue of the group").nextSibling).toHaveTextContent("$172,139 in 12 months");
    expect(group.queryByText("Profit of the group")).toBe(null);
    await user.click(group.getByRole("button", { name: "Berglunds snabbköp" }));
    expect(title()).toHaveTextContent("Berglunds snabbköp");
    expect(title()).toHaveFocus();
    await user.click(section(/^Group 1/).getByRole("button", { name: "QUICK-Stop" }));
    expect(title()).toHaveTextContent("QUICK-Stop");
  });

  it("[TP9] names a parent that is not among the accounts, and says nothing of single accounts", async () => {
    const { card } = await showAccount("PARIS", cardWith(parents));
    expect(section(/^Group/).getByText(/NOBODY is not among the accounts/)).toBeInTheDocument();
    act(() => card.select("BLONP"));
    expect(screen.queryByRole("region", { name: /^Group/ })).toBe(null);
  });
});

describe("the setting to score groups", () => {
  const parents = { BERGS: "QUICK", ALFKI: "BERGS" };
  const saved = ({ state }: FakeCard) => (state.kind === "ready" ? state.model : null);

  it("[TP9] is off at first; once saved, cards and reasons say that the group is scored", async () => {
    const card = cardWith(parents);
    const { user } = await showAccount("ALFKI", card);
    expect(screen.queryByText(/^Scored as a group/)).toBe(null);
    await user.click(screen.getByRole("tab", { name: "Settings" }));
    await user.click(await screen.findByRole("button", { name: /^Group customers\s?scored one by one/ }));
    expect(
      screen.getByRole<HTMLInputElement>("radio", { name: "Each account by its own purchases" }).checked,
    ).toBe(true);
    await user.click(screen.getByRole("radio", { name: /^All accounts of a group/ }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(card.callsOf("changeSettings")).toEqual([[{ scoreGroups: true }]]);
    await screen.findByRole("button", { name: /^Group customers\s?scored as a group/ });
    await user.click(screen.getByRole("tab", { name: "Account" }));
    const sentence = "Scored as a group: the purchases of all 3 accounts of QUICK-Stop count.";
    expect(section(/^Group/).getByText(sentence)).toBeInTheDocument();
    const score = saved(card)?.accounts.get("QUICK")?.economic.score?.toFixed(1);
    await user.click(screen.getByRole("button", { name: `Score ${score}: why?` }));
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.getByText("$101,715")).toBeInTheDocument();
  });
});
