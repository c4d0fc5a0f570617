import { screen, waitFor, within } from "@testing-library/react";
import type { ReadyCard } from "../../src/workbook/card";
import { snoozeDays } from "../../src/taskpane/today/snooze-days";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

const rowsOf = (section: RegExp) =>
  within(screen.getByRole("region", { name: section })).getAllByRole("listitem");
const first = (section: RegExp) => within(rowsOf(section)[0]!);

const wednesday = 35_921;

function ready(card: FakeCard): ReadyCard {
  if (card.state.kind !== "ready") throw new Error("not ready");
  return card.state;
}

describe("the verbs of Today", () => {
  it("[S29] snoozes a visit by keyboard; the line stays in its place with Undo, which brings the row back", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    const snooze = first(/Visits and calls/).getByRole("button", {
      name: "Snooze visit, Berglunds snabbköp",
    });
    snooze.focus();
    await user.keyboard("{Enter}");
    const items = screen.getAllByRole("menuitem").map((item) => item.textContent);
    expect(items).toEqual(["Tomorrow7 May", "Friday8 May", "Next Monday11 May", "Pick a date…"]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(card.callsOf("daily.snooze")[0]?.slice(0, 3)).toEqual([
      "BERGS",
      expect.objectContaining({ item: "visit" }),
      wednesday + 2,
    ]);
    const line = first(/Visits and calls/);
    expect(await line.findByText("Snoozed to Fri 8 May")).toBeInTheDocument();
    expect(screen.queryByText(/Visit 192 days over/)).toBeNull();
    const undo = line.getByRole("button", { name: "Undo, Berglunds snabbköp" });
    expect(document.activeElement).toBe(undo);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(rowsOf(/Visits and calls/)[0]).toHaveTextContent(/Visit 192 days over/));
    expect(card.callsOf("daily.undo")).toHaveLength(1);
  });

  it("[TP2] Esc closes the menu, gives the focus back and leaves Today open", async () => {
    const { user } = showPane(FakeCard.ready());
    const snooze = first(/Visits and calls/).getByRole("button", { name: /^Snooze visit/ });
    await user.click(snooze);
    expect(document.activeElement?.getAttribute("role")).toBe("menuitem");
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(snooze);
  });

  it("[S29] a promise is done, or due on a picked day", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    await user.click(first(/Promises/).getByRole("button", { name: "Done, Berglunds snabbköp" }));
    expect(await first(/Promises/).findByText("Done: 贷项通知 10924")).toBeInTheDocument();
    const second = within(rowsOf(/Promises/)[1]!);
    await user.click(second.getByRole("button", { name: /^Snooze promise/ }));
    await user.click(screen.getByRole("menuitem", { name: "Pick a date…" }));
    await user.click(screen.getByRole("button", { name: "Set" }));
    await waitFor(() => expect(card.callsOf("daily.postpone")).toHaveLength(1));
    expect(card.callsOf("daily.postpone")[0]?.[1]).toBe(wednesday + 1);
    expect(await screen.findByText("Due on Thu 7 May now")).toBeInTheDocument();
  });

  it("[S97] an acknowledged warning leaves the counter, with its evidence written in the workbook's language", async () => {
    const card = FakeCard.ready("zh-CN");
    const { user } = showPane(card);
    const counter = () =>
      Number(/\d+/.exec(screen.getByRole("tab", { name: /Today/ }).textContent ?? "")?.[0]);
    const before = counter();
    await user.click(first(/Warnings/).getByRole("button", { name: /^Acknowledge/ }));
    expect(await first(/Warnings/).findByText("Acknowledged: Drifting")).toBeInTheDocument();
    expect(counter()).toBe(before - 1);
    const [noted] = card.callsOf("daily.acknowledge")[0] ?? [];
    expect(noted).toMatchObject({ rule: "churn", sentence: expect.stringMatching(/^正在流失 · /) });
    expect(ready(card).model.accounts.get((noted as { account: string }).account)?.acknowledged).toEqual([
      "churn",
    ]);
  });

  it("[TP4] says in the row why nothing was written, and keeps the row", async () => {
    const card = FakeCard.ready();
    card.failNext("daily.finish", { code: "rowChanged", values: { sheet: "Actions", row: "ACT-1" } });
    const { user } = showPane(card);
    await user.click(first(/Promises/).getByRole("button", { name: /^Done/ }));
    expect(
      await first(/Promises/).findByText(/was changed by somebody else meanwhile. Nothing was written/),
    ).toBeInTheDocument();
    expect(first(/Promises/).getByRole("button", { name: /^Done/ })).toBeInTheDocument();
  });

  it.each([
    [0, ["tomorrow 1", "friday 2", "monday 5"]],
    [1, ["tomorrow 1", "monday 4"]],
    [2, ["tomorrow 1", "monday 3"]],
    [4, ["tomorrow 1"]],
    [5, ["tomorrow 1", "friday 4", "monday 7"]],
  ])("[S29] offers each day once, %s days after a Wednesday", (later, offered) => {
    const days = snoozeDays(wednesday + later).map(({ name, day }) => `${name} ${day - wednesday - later}`);
    expect(days).toEqual(offered);
  });
});
