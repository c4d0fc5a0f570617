import { act, screen, waitFor, within } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

const title = () => screen.getByRole("heading", { level: 2 });

async function showAccount(id = "BERGS") {
  const card = FakeCard.ready();
  const pane = showPane(card);
  act(() => card.select(id));
  await pane.user.click(screen.getByRole("tab", { name: "Account" }));
  return { card, ...pane };
}

describe("Account", () => {
  it("[TP2] follows the selected row without moving the focus", async () => {
    const { card } = await showAccount();
    expect(title()).toHaveTextContent("Berglunds snabbköp");
    act(() => card.select("RICSU"));
    expect(title()).toHaveTextContent("Richter Supermarkt");
    expect(screen.getByRole("tab", { name: "Account" })).toHaveFocus();
  });

  it("[TP2] stays on a pinned account, and on the last one when a row names none", async () => {
    const { card, user } = await showAccount();
    act(() => card.select(null));
    expect(title()).toHaveTextContent("Berglunds snabbköp");
    expect(screen.getByText(/selected row names no account/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Stay on this account" }));
    act(() => card.select("RICSU"));
    expect(title()).toHaveTextContent("Berglunds snabbköp");
  });

  it("[TP2] offers the accounts opened last when none is selected", async () => {
    const { card, view, environment } = await showAccount();
    act(() => card.select("RICSU"));
    view.unmount();
    const again = showPane(FakeCard.ready(), environment);
    await again.user.click(screen.getByRole("tab", { name: "Account" }));
    const recent = within(screen.getByRole("region", { name: "Opened last" })).getAllByRole("listitem");
    expect(recent.map((row) => within(row).getByRole("button").textContent)).toEqual([
      "Richter Supermarkt",
      "Berglunds snabbköp",
    ]);
  });

  it("[FN8] shows score, silence, next visit and revenue of the model", async () => {
    await showAccount();
    expect(screen.getByRole("button", { name: "Score 67.5: why?" })).toBeInTheDocument();
    const strip = screen.getByText("Silent").closest("dl");
    expect(strip).toHaveTextContent(/63 days\s?limit 30/);
    expect(strip).toHaveTextContent(/Today\s?192 days over/);
    expect(strip).toHaveTextContent("$16,204");
  });

  it("[TP2] names what the file lacks and leads to the row in the sheet", async () => {
    const { card, user } = await showAccount();
    expect(screen.getByText(/Missing: .*Industry/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Fill in" }));
    expect(card.callsOf("showAccountRow")).toEqual([["BERGS"]]);
    expect(screen.getByRole("link", { name: "0921-12 34 65" }).getAttribute("href")).toBe("tel:0921123465");
  });

  it("[TP2] shows contacts and orders newest first, and revenue by month as a table", async () => {
    const { user } = await showAccount();
    await user.click(screen.getByRole("tab", { name: "Timeline" }));
    const list = screen.getByRole("list", { name: "Timeline" });
    expect(within(list).getAllByRole("listitem")[0]).toHaveTextContent("4 Mar");
    await user.selectOptions(screen.getByRole("combobox", { name: "Show" }), "Orders");
    expect(within(list).getAllByRole("listitem")[0]).toHaveTextContent(
      /Order \$1,836 · Rössle Sauerkraut \+2/,
    );
    expect(
      screen.getByRole("img", { name: /Highest \w+ with \$[\d,]+; \d+ months without a purchase/ }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Show as table" }));
    expect(within(screen.getByRole("table")).getAllByRole("row")).toHaveLength(12);
  });

  it("[FN8] explains the score so that the points add up, and returns to the score on Esc", async () => {
    const { user } = await showAccount("BLONP");
    await user.click(screen.getByRole("button", { name: /why\?/ }));
    const heading = title();
    expect(heading).toHaveFocus();
    const total = Number(/[\d.]+/.exec(heading.textContent ?? "")?.[0]);
    const rows = within(screen.getByRole("region", { name: "Criterion" })).getAllByRole("listitem");
    const points = rows.map((row) =>
      parseFloat(within(row).getByText(/^ ?\//).parentElement?.textContent ?? ""),
    );
    expect(rows).toHaveLength(6);
    expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 0);
    expect(screen.getByText(/points to go/)).toBeInTheDocument();
    expect(screen.getByRole("region", { name: "Smallest change that lifts it" })).toHaveTextContent(/enough/);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.getByRole("button", { name: /why\?/ })).toHaveFocus());
  });
});

const results = () => within(screen.getByRole("listbox", { name: "Accounts found" })).getAllByRole("option");

describe("Find", () => {
  it("[TP2] finds by name without accents, by contact and by phone, and says why", async () => {
    const { user } = showPane(FakeCard.ready());
    const box = screen.getByRole("combobox", { name: "Find an account" });
    await user.type(box, "koniglich");
    expect(results()[0]).toHaveTextContent(/Königlich Essen\s?name · Brandenburg/);
    await user.clear(box);
    await user.type(box, "0921");
    expect(results()[0]).toHaveTextContent("phone 0921-12 34 65");
  });

  it("[TP2] opens by arrow keys and Enter; Esc closes the list, then clears", async () => {
    const { user } = showPane(FakeCard.ready());
    const box = screen.getByRole("combobox", { name: "Find an account" });
    await user.type(box, "ber");
    expect(results().length).toBeGreaterThan(1);
    await user.keyboard("{ArrowDown}");
    expect(box.getAttribute("aria-activedescendant")).toBe(results()[1]?.id);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("listbox")).toBe(null);
    expect(box).toHaveValue("ber");
    await user.keyboard("{Escape}");
    expect(box).toHaveValue("");
    await user.type(box, "bergl{Enter}");
    expect(title()).toHaveTextContent("Berglunds snabbköp");
  });

  it("[TP4] says so when nothing matches", async () => {
    const { user } = showPane(FakeCard.ready());
    await user.type(screen.getByRole("combobox", { name: "Find an account" }), "zzzz");
    expect(screen.getByText(/No account matches/)).toBeInTheDocument();
  });
});
