import { screen, within } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { sampleRemoval, sampleRepairs } from "./support/repair-states";
import { showPane } from "./support/render-pane";

/** A card whose accounts have no owner column any more. */
function damaged(): FakeCard {
  const { state } = FakeCard.ready();
  const card = new FakeCard({
    kind: "damaged",
    issues: [{ code: "columnMissing", values: { sheet: "Accounts", column: "Owner" } }],
    model: state.kind === "ready" ? state.model : null,
  });
  card.upkeep.repairs = sampleRepairs();
  return card;
}

describe("Repair", () => {
  it("[WB6] is offered where something is missing, shows each repair, and writes what is chosen", async () => {
    const card = damaged();
    const { user } = showPane(card);
    await user.click(screen.getByRole("button", { name: "Repair" }));
    const owner = await screen.findByRole("radiogroup", {
      name: "Accounts: the column “Owner” is missing. “Sales person” stands in its place.",
    });
    expect(within(owner).getByRole("radio", { name: /write “Owner” into its header/, checked: true }));
    expect(screen.getByText("It holds: Nancy Davolio · Anne Dodsworth")).toBeInTheDocument();
    expect(screen.getByText("It holds: 17.3.1998 → 1998-03-17")).toBeInTheDocument();
    expect(screen.getByText("Row 18: “someday” cannot be read and stays as it is.")).toBeInTheDocument();
    expect(card.callsOf("upkeep.repair")).toEqual([]);
    await user.click(within(owner).getByRole("radio", { name: /keep this header/ }));
    await user.click(screen.getByRole("radio", { name: "They belong to ALFKI, Alfreds Futterkiste" }));
    card.upkeep.report = { repaired: 3, left: [] };
    card.upkeep.repairs = { findings: [], moreOrphans: 0 };
    await user.click(screen.getByRole("button", { name: "Repair 3 things" }));
    expect(card.callsOf("upkeep.repair")).toEqual([
      [
        {
          "column accounts owner": "map:Sales person",
          "text purchases date": "convert",
          "orphan ALFKO": "account:ALFKI",
        },
      ],
    ]);
    expect(await screen.findByText("3 things repaired.")).toBeInTheDocument();
    expect(screen.getByText(/Nothing to repair/)).toBeInTheDocument();
  });

  it("[WB6] [TP2] is done by keyboard alone and left by Esc without writing", async () => {
    const card = damaged();
    const { user } = showPane(card);
    screen.getByRole("button", { name: "Repair" }).focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { name: "Repair" })).toHaveFocus();
    await screen.findByRole("button", { name: "Repair 2 things" });
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Repair" })).toHaveFocus();
    expect(card.callsOf("upkeep.repair")).toEqual([]);
  });

  it("[TP4] says what stood in the way and keeps the choices", async () => {
    const card = damaged();
    card.failNext("upkeep.repair", { code: "protectedAction", values: { sheet: "Accounts" } });
    const { user } = showPane(card);
    await user.click(screen.getByRole("button", { name: "Repair" }));
    await user.click(await screen.findByRole("button", { name: "Repair 2 things" }));
    expect(await screen.findByText("The sheet Accounts is protected.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Repair 2 things" })).toBeInTheDocument();
  });

  it("[WB6] two cards are named and not offered to be repaired", () => {
    const values = { accounts: "A", settings: "S", otherAccounts: "A (2)", otherSettings: "S (2)" };
    showPane(new FakeCard({ kind: "damaged", model: null, issues: [{ code: "severalCards", values }] }));
    expect(screen.getByText(/This workbook holds two cards/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Repair" })).not.toBeInTheDocument();
  });
});

describe("Remove the card", () => {
  it("[TP6] lists sheets and rows, what is kept and what is lost, asks, and offers the way back", async () => {
    const card = FakeCard.ready();
    card.upkeep.removal = sampleRemoval();
    card.upkeep.removed = () => card.become({ kind: "none", otherSheets: 1, readOnly: false });
    const ready = card.state;
    card.upkeep.broughtBack = () => card.become(ready);
    const { user } = showPane(card);
    await user.click(screen.getByRole("tab", { name: "Settings" }));
    await user.click(await screen.findByRole("button", { name: /^Remove the card/ }));
    expect(await screen.findByText("Purchases: 2,155 rows")).toBeInTheDocument();
    expect(screen.getByText("Contacts: its table has columns of your own: My note")).toBeInTheDocument();
    expect(
      screen.getByText("Review – important 1998-05: review, cannot be brought back"),
    ).toBeInTheDocument();
    expect(screen.getByText(/2 formulas name what goes/)).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "Keep them as plain cells" }));
    expect(card.callsOf("upkeep.previewRemoval")).toEqual([[false], [true]]);
    await user.click(await screen.findByRole("button", { name: "Remove the card" }));
    const dialog = await screen.findByRole("alertdialog");
    await user.click(within(dialog).getByRole("button", { name: "Keep it" }));
    expect(card.callsOf("upkeep.removeCard")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Remove the card" }));
    await user.click(
      within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Remove the card" }),
    );
    expect(card.callsOf("upkeep.removeCard")).toEqual([[true]]);
    expect(await screen.findByText("The card was removed: 3 sheets.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Bring the card back" }));
    expect(await screen.findByRole("heading", { name: "Wednesday 6 May" })).toBeInTheDocument();
  });
});

describe("The sample", () => {
  it("[TP6] can be brought back while the pane lives", async () => {
    const card = FakeCard.ready("en", { hasSample: false });
    card.upkeep.removedSample = 3000;
    const { user } = showPane(card);
    await user.click(screen.getByRole("tab", { name: "Settings" }));
    await user.click(await screen.findByRole("button", { name: /^Sample data/ }));
    await user.click(await screen.findByRole("button", { name: "Bring the sample back" }));
    expect(card.callsOf("upkeep.bringBackSample")).toHaveLength(1);
  });

  it("[TP6] warns of own accounts among it and leads to its removal", async () => {
    const { user } = showPane(FakeCard.ready("en", { ownAmongSample: 2 }));
    expect(screen.getByText("2 accounts of your own stand among the sample.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Remove the sample" }));
    expect(await screen.findByRole("button", { name: "Remove sample data" })).toBeInTheDocument();
  });
});

describe("First run in a workbook with data", () => {
  it("[WB9] names what it leaves alone, hidden sheets and taken names", () => {
    const renamed = { en: [{ wanted: "Accounts", name: "Accounts (2)" }], "zh-CN": [] };
    const sheets = ["Orders", "Accounts", "Notes"];
    const found = { sheets, hidden: 2, tables: 1, structureLocked: false, renamed };
    showPane(new FakeCard({ kind: "none", otherSheets: 5, readOnly: false, found }));
    expect(screen.getByText("Your 5 sheets stay as they are")).toBeInTheDocument();
    expect(screen.getByText("Not touched: Orders, Accounts, Notes.")).toBeInTheDocument();
    expect(screen.getByText("2 of them are hidden.")).toBeInTheDocument();
    expect(
      screen.getByText("Accounts is there already; the card's will be called Accounts (2)."),
    ).toBeInTheDocument();
  });

  it("[WB9] says that a protected structure takes no sheets", () => {
    const found = {
      sheets: ["A"],
      hidden: 0,
      tables: 0,
      structureLocked: true,
      renamed: { en: [], "zh-CN": [] },
    };
    showPane(new FakeCard({ kind: "none", otherSheets: 1, readOnly: false, found }));
    expect(screen.getByText("The structure of this workbook is protected.")).toBeInTheDocument();
  });
});
