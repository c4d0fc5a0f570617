import { screen } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

describe("a copy with values", () => {
  it("[TP8] shows sheets, rows and what stays behind, then opens the copy and says so", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    await user.click(screen.getByRole("tab", { name: "Data" }));
    await user.click(await screen.findByRole("button", { name: /^Save a copy with values/ }));
    expect(await screen.findByText("Left out: Phone, E-mail")).toBeInTheDocument();
    expect(screen.getByText("Contacts").parentElement).toHaveTextContent("Contacts 91 rows");
    expect(card.callsOf("copies.preview")).toHaveLength(1);
    card.failNext("copies.open", { code: "cellEditAction", values: {} });
    await user.click(screen.getByRole("button", { name: "Open the copy" }));
    expect(await screen.findByText("Excel is still editing a cell.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Open the copy" }));
    expect(
      await screen.findByText(/^The copy is open/, { selector: ".fui-MessageBarTitle" }),
    ).toBeInTheDocument();
    expect(card.callsOf("copies.open")).toHaveLength(2);
  });
});
