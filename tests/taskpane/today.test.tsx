import { act, screen, within } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane } from "./support/render-pane";
import { openReview } from "./support/review-states";

const section = (name: RegExp) => within(screen.getByRole("region", { name }));

describe("Today", () => {
  it("[TP2] lists what is due with its evidence, who matters most first", () => {
    showPane(FakeCard.ready());
    const rows = section(/Visits and calls/).getAllByRole("listitem");
    expect(rows).toHaveLength(3);
    expect(rows[0]).toHaveTextContent(/Berglunds snabbköp/);
    expect(rows[0]).toHaveTextContent(/Visit 192 days over · last 26 Sept? 1997, limit 45 days/);
    expect(within(rows[0]!).getByRole("img", { name: "Important" })).toBeInTheDocument();
    expect(section(/Promises/).getAllByRole("listitem")[0]).toHaveTextContent("2 days late · 贷项通知 10924");
    expect(section(/Warnings/).getAllByRole("listitem")[0]).toHaveTextContent(
      "Drifting · no order for 63 days, usual gap 26; $4,305 → $2,545 in 90 days",
    );
  });

  it("[TP2] counts its lines in the heading and the tab, and opens the rest on demand", async () => {
    const { user } = showPane(FakeCard.ready());
    const heading = screen.getByRole("heading", { name: /Visits and calls/ });
    const count = Number(/\d+/.exec(heading.textContent ?? "")?.[0]);
    await user.click(section(/Visits and calls/).getByRole("button", { name: `${count - 3} more` }));
    expect(section(/Visits and calls/).getAllByRole("listitem")).toHaveLength(count);
    expect(screen.getByRole("tab", { name: /Today/ })).toHaveTextContent(/\d+/);
  });

  it("[TP2] walks the rows by arrow keys and opens the account on Enter", async () => {
    const { user } = showPane(FakeCard.ready());
    const names = section(/Visits and calls/).getAllByRole("button", { name: /^(Berglunds|Lehmanns)/ });
    names[0]!.focus();
    await user.keyboard("{ArrowDown}");
    expect(names[1]).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("Lehmanns Marktstand");
  });

  it("[TP2] shows one owner's accounts and remembers the choice", async () => {
    const environment = fakeEnvironment({ author: "Janet Leverling" });
    const { user, view } = showPane(FakeCard.ready(), environment);
    const owner = screen.getByRole("combobox", { name: "Whose accounts" });
    expect(within(owner).getAllByRole("option")[1]).toHaveTextContent("Janet Leverling (you)");
    await user.selectOptions(owner, "Janet Leverling");
    const filtered = screen.getByRole("tab", { name: /Today/ }).textContent;
    view.unmount();
    showPane(FakeCard.ready(), environment);
    expect(screen.getByRole("tab", { name: /Today/ }).textContent).toBe(filtered);
  });

  it("[RV2] shows how far the review is and opens it", async () => {
    const { user } = showPane(FakeCard.ready("en", { review: openReview() }));
    await user.click(screen.getByRole("button", { name: /Review May 1998.*61 of 91 decided/ }));
    expect(await screen.findByRole("heading", { name: "Review May 1998" })).toBeInTheDocument();
  });

  it("[WB11] says that figures are older than the tables and refreshes them", async () => {
    const card = FakeCard.ready("en", { stale: true });
    const { user } = showPane(card);
    expect(screen.getByText("Figures older than the tables")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    expect(await screen.findByText("Figures current", { selector: "footer *" })).toBeInTheDocument();
  });

  it("[WB14] asks before a filter is taken off for the refresh", async () => {
    const card = FakeCard.ready("en", { stale: true });
    card.failNext("refresh", { code: "filtered", values: { sheet: "Accounts" } });
    const { user } = showPane(card);
    await user.click(screen.getByRole("button", { name: "Refresh" }));
    expect(await screen.findByText("The table on Accounts is filtered.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear, refresh, filter again" }));
    expect(card.callsOf("refresh")).toEqual([[undefined], [{ clearFilters: true }]]);
  });

  it("[WB14] says in the pane what stood in the way of a refresh from the ribbon", async () => {
    const card = FakeCard.ready("en", { stale: true });
    card.failNext("refresh", { code: "filtered", values: { sheet: "Accounts" } });
    const { environment } = showPane(card);
    await act(async () => environment.ask("refresh"));
    expect(screen.getByText("The table on Accounts is filtered.")).toBeInTheDocument();
  });

  it("[WB6] names the sheet and column that are missing and keeps the healthy part", () => {
    const { state } = FakeCard.ready();
    const model = state.kind === "ready" ? state.model : null;
    const issues = [{ code: "columnMissing", values: { column: "Due", sheet: "Actions" } }];
    showPane(new FakeCard({ kind: "damaged", issues, model }));
    expect(screen.getByText("The column “Due” is missing from Actions.")).toBeInTheDocument();
    expect(screen.getByRole("region", { name: /Visits and calls/ })).toBeInTheDocument();
    expect(screen.getByText("Figures stopped")).toBeInTheDocument();
  });

  it("[WB6] names cells that cannot be read", () => {
    const values = { sheet: "Purchases", row: 12, column: "Amount", value: "n/a" };
    showPane(FakeCard.ready("en", { unreadable: [{ code: "unreadableCell", values }] }));
    expect(section(/Not read/).getByText(/Purchases, row 12, Amount/)).toBeInTheDocument();
  });

  it("[TP3] offers Cancel while the workbook is read for the first time, then the way to read it", async () => {
    const card = new FakeCard({ kind: "loading" });
    const { user } = showPane(card);
    act(() => card.progress({ step: "reading", done: 20_000, total: 105_000 }));
    expect(screen.getByText(/20,000 of 105,000/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(card.cancelled).toBe(true);
    act(() => {
      card.progress(null);
      card.become({ kind: "unread" });
    });
    expect(await screen.findByText("The workbook was not read to the end.")).toBeInTheDocument();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Log" }).disabled).toBe(true);
    const read = screen.getByRole("button", { name: "Read the workbook" });
    expect(read).toHaveFocus();
    await user.click(read);
    expect(card.callsOf("readWorkbook")).toHaveLength(1);
  });
});
