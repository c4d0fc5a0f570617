import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

async function openAccount(user: UserEvent, name: string): Promise<void> {
  await user.type(screen.getByRole("combobox", { name: /Find/ }), name);
  await user.keyboard("{Enter}");
  await screen.findByRole("region", { name: "Tier" });
}

const region = (name: string) => within(screen.getByRole("region", { name }));

describe("the verbs of an account", () => {
  it("[TP8] stores a tier with its reason, and takes it back", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    await openAccount(user, "godos");
    await user.click(region("Tier").getByRole("button", { name: "Set tier now" }));
    await user.selectOptions(region("Tier").getByRole("combobox", { name: "New tier" }), "general");
    await user.click(region("Tier").getByRole("button", { name: "Store this tier" }));
    expect(region("Tier").getByText("Give the reason. It goes into the audit.")).toBeInTheDocument();
    expect(card.callsOf("daily.setTier")).toHaveLength(0);
    await user.type(region("Tier").getByRole("textbox", { name: /Reason/ }), "Closed two shops{Enter}");
    await waitFor(() =>
      expect(card.callsOf("daily.setTier")).toEqual([["GODOS", "general", "Closed two shops"]]),
    );
    expect(await region("Tier").findByText("General, decided")).toBeInTheDocument();
    await user.click(region("Tier").getByRole("button", { name: "Undo" }));
    expect(await region("Tier").findByText(/Important, as proposed/)).toBeInTheDocument();
  });

  it("[TP2] leaves the focus on the button that opened a form, whether it was saved or cancelled", async () => {
    const { user } = showPane(FakeCard.ready());
    await openAccount(user, "godos");
    const opener = () => region("Tier").getByRole("button", { name: "Set tier now" });
    await user.click(opener());
    await user.click(region("Tier").getByRole("button", { name: "Cancel" }));
    expect(opener()).toHaveFocus();
    await user.click(opener());
    await user.type(region("Tier").getByRole("textbox", { name: /Reason/ }), "Agreed{Enter}");
    await waitFor(() => expect(opener()).toHaveFocus());
  });

  it("[TP8] hands all accounts of the owner over to a colleague", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    await openAccount(user, "godos");
    const owner = region("Owner");
    await user.click(owner.getByRole("button", { name: "Hand over" }));
    await user.type(owner.getByRole("combobox", { name: /To whom/ }), "Bob");
    await user.click(owner.getByRole("radio", { name: /^All of/ }));
    await user.click(owner.getByRole("button", { name: /^Hand over \d+ accounts/ }));
    await waitFor(() => expect(card.callsOf("daily.handOver")).toHaveLength(1));
    const [request] = card.callsOf("daily.handOver")[0] ?? [];
    expect(request).toMatchObject({ to: "Bob", accounts: expect.arrayContaining(["GODOS"]) });
    expect(await region("Owner").findByText(/^Handed over:/)).toBeInTheDocument();
    expect(region("Owner").getByText("Bob")).toBeInTheDocument();
  });

  it("[TP8] gives an account another name and id, follows it there, and takes both back", async () => {
    const card = FakeCard.ready();
    card.failNext("daily.changeAccount", {
      code: "accountIdTaken",
      values: { sheet: "Accounts", id: "BERGS" },
    });
    const { user } = showPane(card);
    await openAccount(user, "godos");
    const form = region("Name and id");
    await user.click(form.getByRole("button", { name: "Change" }));
    await user.click(form.getByRole("button", { name: "Save name and id" }));
    expect(form.getByText("Nothing is changed yet.")).toBeInTheDocument();
    const [name, id] = [
      form.getByRole("textbox", { name: /Name/ }),
      form.getByRole("textbox", { name: /Id/ }),
    ];
    await user.clear(id);
    await user.type(id, "G-7");
    await user.type(name, " & Co{Enter}");
    expect(await form.findByText(/has an account BERGS already/)).toBeInTheDocument();
    await user.click(form.getByRole("button", { name: "Save name and id" }));
    expect(
      await region("Name and id").findByText(/^Saved: Godos Cocina Típica & Co, G-7/),
    ).toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 2, name: /Típica & Co/ })).toBeInTheDocument();
    expect(card.callsOf("daily.changeAccount")[1]).toEqual([
      {
        from: { id: "GODOS", name: "Godos Cocina Típica" },
        to: { id: "G-7", name: "Godos Cocina Típica & Co" },
      },
    ]);
    await user.click(region("Name and id").getByRole("button", { name: "Undo" }));
    expect(await region("Name and id").findByText("GODOS")).toBeInTheDocument();
  });

  it("[J6] inserts WHY as a formula, asking before it replaces a cell", async () => {
    const card = FakeCard.ready();
    card.failNext("daily.insertFormula", { code: "cellTaken", values: { address: "C5", value: "mine" } });
    const { user } = showPane(card);
    await openAccount(user, "godos");
    await user.click(screen.getByRole("button", { name: /why/ }));
    await user.click(await screen.findByRole("button", { name: "Insert as formula" }));
    await user.click(await screen.findByRole("button", { name: "Replace it" }));
    expect(await screen.findByText("Inserted in C5.")).toBeInTheDocument();
    expect(card.callsOf("daily.insertFormula")).toEqual([
      ["why", "GODOS", { rows: 11, replace: false }],
      ["why", "GODOS", { rows: 11, replace: true }],
    ]);
  });

  it("[TP8] copies a phone number and says so; the number itself dials", async () => {
    const { user } = showPane(FakeCard.ready());
    await openAccount(user, "godos");
    const contacts = region("Contacts 1");
    const link = contacts.getAllByRole("link")[0];
    expect(link?.getAttribute("href")).toMatch(/^tel:/);
    await user.click(contacts.getByRole("button", { name: /^Copy the phone number/ }));
    expect(await navigator.clipboard.readText()).toBe(link?.textContent);
    expect(await screen.findByText(`Copied: ${link?.textContent ?? ""}`)).toBeInTheDocument();
  });
});
