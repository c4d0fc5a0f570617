import { act, screen } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

describe("tabs", () => {
  // Excel on the web moves the focus itself and goes nowhere from a place outside the order of tabs (docs/adr/0006).
  it("[TP2] arrows take the place in the order of tabs along; the chosen tab has it again afterwards", async () => {
    const { user } = showPane(FakeCard.ready());
    const today = screen.getByRole("tab", { name: /^Today/ });
    const account = screen.getByRole("tab", { name: "Account" });
    act(() => today.focus());
    await user.keyboard("{ArrowRight}");
    expect(account).toHaveFocus();
    expect([today.tabIndex, account.tabIndex]).toEqual([-1, 0]);
    expect(today.getAttribute("aria-selected")).toBe("true");
    await user.tab();
    expect([today.tabIndex, account.tabIndex]).toEqual([0, -1]);
  });
});
