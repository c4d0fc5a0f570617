import { act, fireEvent, screen } from "@testing-library/react";
import { buildCardModel } from "../../src/core/card-model";
import type { CardRecords } from "../../src/core/records";
import { textsFor } from "../../src/locales/texts";
import { kept, naughtyTexts } from "../text/naughty-texts";
import { FakeCard } from "./support/fake-card";
import { sampleRecords } from "./support/sample-records";
import { showPane, type ShownPane } from "./support/render-pane";

/** As the card reads them: without blanks around them. */
const hostile = Object.values(naughtyTexts)
  .filter((text) => text.length < 200 && text !== "#N/A")
  .map((text) => kept(text).trim());

const texts = textsFor("en");

/** Each account of the sample with another text wherever a name or a sentence of it stands. */
function hostileCard(): { card: FakeCard; texts: ReadonlyMap<string, string> } {
  const sample = sampleRecords("en");
  const byAccount = new Map(sample.accounts.map(({ id }, row) => [id, hostile[row % hostile.length] ?? ""]));
  const textOf = (account: string): string => byAccount.get(account) ?? "";
  const records: CardRecords = {
    ...sample,
    accounts: sample.accounts.map((one) => {
      const text = textOf(one.id);
      const said = { city: text, address: text, region: text, products: text, owner: text, industry: text };
      return { ...one, ...said, name: `n${text}` };
    }),
    contacts: sample.contacts.map((one) => {
      const text = textOf(one.account);
      return { ...one, name: `n${text}`, title: text, phone: text, email: text };
    }),
    interactions: sample.interactions.map((one) => {
      const text = textOf(one.account);
      return { ...one, content: text, result: text, contacts: text, author: text, nextAction: text };
    }),
    purchases: sample.purchases.map((one) => ({ ...one, product: textOf(one.account) })),
    actions: sample.actions.map((one) => ({ ...one, text: textOf(one.account) })),
    criteria: sample.criteria.map((one, index) => ({ ...one, label: hostile[index] ?? one.label })),
  };
  return {
    card: FakeCard.ready("en", { records, model: buildCardModel(records, 0) }),
    texts: new Map([...byAccount].slice(0, hostile.length)),
  };
}

const openTab = async ({ user }: ShownPane, area: string): Promise<void> =>
  user.click(screen.getByRole("tab", { name: new RegExp(`^${texts(`area.${area}`)}`) }));

const timeline = async (pane: ShownPane): Promise<void> => {
  await openTab(pane, "account");
  await pane.user.click(screen.getByRole("tab", { name: texts("account.tab.timeline") }));
};

/** What a text could become, were it taken for markup; the pane's own pictures are svg, its addresses phone and mail. */
const planted = "body script, body img, body iframe, body object, body embed, body b, [onerror], [onclick]";

function expectTextOnly(): void {
  expect(document.querySelector(planted)).toBeNull();
  const addresses = [...document.body.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
  expect(addresses.filter((one) => !/^(tel:[\d+]*|mailto:[^?&]*)$/.test(one ?? ""))).toEqual([]);
}

describe("hostile names in the pane", () => {
  const { card, texts: byAccount } = hostileCard();

  it.each([
    ["an account's file", (pane: ShownPane) => openTab(pane, "account")],
    ["an account's timeline", timeline],
  ])("[WB8] stay text in %s: no element, no address, and none is lost", async (_name, walk) => {
    const pane = showPane(card);
    act(() => card.select("ALFKI"));
    await walk(pane);
    const lost: string[] = [];
    for (const [account, text] of byAccount) {
      act(() => card.select(account));
      expectTextOnly();
      const shown = document.body.textContent.split(`n${text}`).length - 1;
      if (shown === 0 || document.body.textContent.split(text).length - 1 <= shown) lost.push(text);
    }
    expect(lost).toEqual([]);
  });

  it("[WB8] stay text in Today, in what is found, in Log and in the criteria", async () => {
    const pane = showPane(card);
    expectTextOnly();
    const find = screen.getByRole("combobox", { name: texts("find.label") });
    await pane.user.click(find);
    fireEvent.change(find, { target: { value: "<script" } });
    expect((await screen.findAllByRole("option")).map((one) => one.textContent).join()).toContain(
      "n<script>alert(1)</script>",
    );
    expectTextOnly();
    act(() => card.select("BERGS"));
    await pane.user.click(screen.getByRole("button", { name: texts("log.open") }));
    expectTextOnly();
    await openTab(pane, "settings");
    await pane.user.click(
      await screen.findByRole("button", { name: new RegExp(`^${texts("settings.criteria")}`) }),
    );
    await screen.findAllByText(/=1\+1/);
    expectTextOnly();
  });
});
