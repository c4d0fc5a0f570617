import { act, createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { LogDraft } from "../../src/workbook/card";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane, type ShownPane } from "./support/render-pane";

/** The Log view for a selected account; the focus stands in "What was said". */
async function openLog(card: FakeCard, pane: ShownPane = showPane(card)): Promise<ShownPane> {
  act(() => card.select("BERGS"));
  await pane.user.click(screen.getByRole("button", { name: "Log" }));
  return pane;
}

/** The bold first sentence of a message. */
const title = { selector: ".fui-MessageBarTitle" };

const said = (): HTMLTextAreaElement => screen.getByRole("textbox", { name: /What was said/ });
const draftOf = (card: FakeCard, call = 0): LogDraft => card.callsOf("log")[call]?.[0] as LogDraft;

describe("Log", () => {
  it("[TP1] is filled in, saved and reported without a mouse, in Chinese", async () => {
    const card = FakeCard.ready("zh-CN");
    const { user } = showPane(card, fakeEnvironment({ language: "zh-CN", author: "李雷" }));
    act(() => card.select("BERGS"));
    screen.getByRole("button", { name: "记录" }).focus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("textbox", { name: /谈话内容/ })).toHaveFocus();
    // Arrow keys on the platform's own list are the browser's work; here only what they lead to.
    fireEvent.change(screen.getByRole("combobox", { name: /方式/ }), { target: { value: "revisit" } });
    await user.keyboard("交货晚了，要求固定送货日。");
    const typed = {
      结果: "贷项通知后恢复下单",
      产品使用情况: "酸菜周四售罄",
      新需求: "小包装",
      介绍的产品: "水果糖",
    };
    for (const [field, text] of Object.entries(typed)) {
      screen.getByRole("textbox", { name: field }).focus();
      await user.keyboard(text);
    }
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/已保存：Berglunds snabbköp。/, title)).toBeInTheDocument();
    expect(draftOf(card)).toMatchObject({
      accounts: ["BERGS"],
      kind: "revisit",
      channel: "in-person",
      content: "交货晚了，要求固定送货日。",
      result: "贷项通知后恢复下单",
      usage: "酸菜周四售罄",
      newNeeds: "小包装",
      productsIntroduced: "水果糖",
      nextDate: 35_951,
    });
    expect(screen.getByRole("combobox", { name: /^客户/ })).toHaveFocus();
  });

  it("[TP1] takes the account of the selected row and proposes the next date of its cadence", async () => {
    await openLog(FakeCard.ready());
    expect(screen.getByRole("combobox", { name: /^Account/ })).toHaveValue("Berglunds snabbköp");
    expect(screen.getByLabelText("Next visit")).toHaveValue("1998-06-05");
    expect(screen.getByText(/proposed: 30 days \(Important\)/)).toBeInTheDocument();
  });

  it("[TP1] follows the kind with the proposal, unless the person chose a date", async () => {
    const { user } = await openLog(FakeCard.ready());
    const kind = screen.getByRole("combobox", { name: /^Kind/ });
    await user.selectOptions(kind, "Call");
    expect(screen.getByLabelText("Next call")).toHaveValue("1998-05-20");
    fireEvent.change(screen.getByLabelText("Next call"), { target: { value: "1998-05-25" } });
    await user.selectOptions(kind, "Visit");
    expect(screen.getByLabelText("Next visit")).toHaveValue("1998-05-25");
  });

  it("[TP1] breaks the line on Shift+Enter and saves on Ctrl+Enter from any field", async () => {
    const card = FakeCard.ready();
    const { user } = await openLog(card);
    await user.keyboard("First{Shift>}{Enter}{/Shift}second");
    expect(said()).toHaveValue("First\nsecond");
    screen.getByRole("combobox", { name: /^Channel/ }).focus();
    await user.keyboard("{Enter}");
    expect(card.callsOf("log")).toHaveLength(0);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(card.callsOf("log")).toHaveLength(1);
  });

  it("[TP1] never saves on keys of an input method, nor on its Enter that arrives late", async () => {
    const card = FakeCard.ready();
    const { user } = await openLog(card);
    await user.keyboard("x");
    const enter = (init: object): boolean => {
      const event = createEvent.keyDown(said(), { key: "Enter", ...init });
      fireEvent(said(), event);
      return event.defaultPrevented;
    };
    fireEvent.compositionStart(said());
    enter({ isComposing: true, keyCode: 229 });
    fireEvent.keyDown(said(), { key: "Escape", isComposing: true, keyCode: 229 });
    fireEvent.compositionEnd(said());
    expect(enter({ keyCode: 13 })).toBe(true);
    expect(card.callsOf("log")).toHaveLength(0);
    expect(said()).toBeInTheDocument();
    fireEvent.keyUp(said(), { key: "Enter" });
    enter({ keyCode: 13 });
    await waitFor(() => expect(card.callsOf("log")).toHaveLength(1));
  });

  it("[TP1] keeps a draft through Esc and a reload of the page", async () => {
    const card = FakeCard.ready();
    const pane = await openLog(card);
    await pane.user.keyboard("Asks for a fixed day{Escape}");
    expect(screen.queryByRole("textbox", { name: /What was said/ })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Log" })).toBeInTheDocument();
    pane.view.unmount();
    const again = FakeCard.ready();
    const reloaded = showPane(again, fakeEnvironment({ kept: pane.environment.kept }));
    await reloaded.user.click(screen.getByRole("button", { name: "Log" }));
    expect(said()).toHaveValue("Asks for a fixed day");
    expect(screen.getByText(/Draft kept/)).toBeInTheDocument();
    await reloaded.user.click(said());
    await reloaded.user.keyboard("{Enter}");
    await waitFor(() => expect(draftOf(again).ids).toEqual(["INT-19980506-000001"]));
    expect(pane.environment.kept.has("log-drafts")).toBe(false);
  });

  it("[TP1] forgets a draft nobody typed into, and one that does not fit any more", async () => {
    const kept = new Map([["log-drafts", '[{"ids":[1]},{"nothing":true}]']]);
    const card = FakeCard.ready();
    const pane = await openLog(card, showPane(card, fakeEnvironment({ kept })));
    expect(said()).toHaveValue("");
    await pane.user.keyboard("{Escape}");
    await pane.user.click(screen.getByRole("button", { name: "Log" }));
    expect(screen.queryByText(/Draft kept/)).not.toBeInTheDocument();
  });

  it("[TP1] names the missing fields, keeps the rest and goes to the first of them", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    await user.click(screen.getByRole("button", { name: "Log" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(screen.getByText("Choose an account of this workbook.")).toBeInTheDocument();
    expect(screen.getByText("Write one sentence about what was said.")).toBeInTheDocument();
    expect(screen.getByRole("combobox", { name: /^Account/ })).toHaveFocus();
    expect(card.callsOf("log")).toHaveLength(0);
  });

  it("[TP1] finds the account by a contact's name and by arrow keys", async () => {
    const card = FakeCard.ready();
    const { user } = showPane(card);
    await user.click(screen.getByRole("button", { name: "Log" }));
    await user.keyboard("bernardo bat");
    const option = screen.getByRole("option", { name: /Que Delícia/ });
    expect(option).toHaveTextContent("contact Bernardo Batista · Rio de Janeiro");
    await user.keyboard("{Enter}");
    expect(screen.getByRole("combobox", { name: /^Account/ })).toHaveValue("Que Delícia");
    expect(card.callsOf("log")).toHaveLength(0);
  });

  it("[TP1] logs several accounts and contacts of one visit, each with an id of its own", async () => {
    const card = FakeCard.ready();
    const { user } = await openLog(card);
    await user.keyboard("Met both at the fair");
    await user.click(screen.getByRole("button", { name: "Another account at this contact" }));
    await user.keyboard("richter{Enter}");
    expect(screen.getByRole("combobox", { name: /^Account 2/ })).toHaveValue("Richter Supermarkt");
    await user.click(screen.getByRole("button", { name: "Christina Berglund" }));
    await user.click(screen.getByRole("button", { name: "Michael Holz" }));
    await user.click(said());
    await user.keyboard("{Enter}");
    await waitFor(() => expect(card.callsOf("log")).toHaveLength(1));
    const draft = draftOf(card);
    expect(draft.accounts).toEqual(["BERGS", "RICSU"]);
    expect(new Set(draft.ids).size).toBe(2);
    expect(draft.contacts).toBe("Christina Berglund; Michael Holz");
  });

  it.each([
    ["cellEdit", /Excel is still editing a cell/],
    ["protected", /The sheet Interactions is protected/],
    ["readOnly", /This file is read-only/],
    ["otherWorkbook", /Another workbook is in front/],
  ])("[TP4] says why %s stopped the save, keeps the entry and saves it again", async (code, sentence) => {
    const card = FakeCard.ready();
    const { user } = await openLog(card);
    card.failNext("log", { code, values: { sheet: "Interactions" } });
    await user.keyboard("Late delivery{Enter}");
    expect(await screen.findByText(sentence, title)).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent(sentence);
    expect(said()).toHaveValue("Late delivery");
    await user.click(screen.getByRole("button", { name: "Save again" }));
    await waitFor(() => expect(card.callsOf("log")).toHaveLength(2));
    expect(draftOf(card, 1)).toEqual(draftOf(card, 0));
    expect(await screen.findByText(/Saved for Berglunds snabbköp\./, title)).toBeInTheDocument();
  });

  it("[TP1] saves once however often Enter is pressed while Excel works", async () => {
    const card = FakeCard.ready();
    const release = card.hold("log");
    const { user } = await openLog(card);
    await user.keyboard("Late delivery{Enter}{Enter}{Enter}");
    expect(screen.getAllByText("Saving…").length).toBeGreaterThan(0);
    release();
    await screen.findByText(/Saved for/, title);
    expect(card.callsOf("log")).toHaveLength(1);
  });

  it("[TP5] takes the last entry back and keeps its text", async () => {
    const card = FakeCard.ready();
    const { user } = await openLog(card);
    await user.keyboard("Late delivery{Enter}");
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(card.callsOf("undoLog")).toEqual([[["INT-19980506-000001"]]]);
    expect(await screen.findByText(/Taken back/, title)).toBeInTheDocument();
    expect(said()).toHaveValue("Late delivery");
  });

  it("[TP5] says so when the entry was changed since, and keeps offering Undo's account", async () => {
    const card = FakeCard.ready();
    const { user } = await openLog(card);
    await user.keyboard("Late delivery{Enter}");
    card.failNext("undoLog", {
      code: "changedSince",
      values: { row: 1095, sheet: "Interactions", columns: "Result" },
    });
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    const message = await screen.findByText(/Row 1095 of Interactions was changed since/, title);
    expect(message).toBeInTheDocument();
  });

  it("[WB13] asks for the name once, before the first entry", async () => {
    const card = FakeCard.ready();
    const pane = showPane(card, fakeEnvironment({ author: "" }));
    act(() => card.select("BERGS"));
    await pane.user.click(screen.getByRole("button", { name: "Log" }));
    expect(screen.getByRole("textbox", { name: /Your name/ })).toHaveFocus();
    await pane.user.keyboard("Nancy Davolio");
    await pane.user.click(said());
    await pane.user.keyboard("Late delivery{Enter}");
    await screen.findByText(/Saved for/, title);
    expect(pane.environment.author()).toBe("Nancy Davolio");
    expect(screen.queryByRole("textbox", { name: /Your name/ })).not.toBeInTheDocument();
  });

  it("[TP1] keeps the account of the form while another row is selected", async () => {
    const card = FakeCard.ready();
    await openLog(card);
    act(() => card.select("RICSU"));
    expect(screen.getByRole("combobox", { name: /^Account/ })).toHaveValue("Berglunds snabbköp");
    expect(said()).toHaveFocus();
  });

  it("[TP1] opens filled in from a line of Today and returns there on Esc", async () => {
    const { user } = showPane(FakeCard.ready());
    const section = screen.getByRole("region", { name: /Visits and calls/ });
    const button = within(section).getByRole("button", { name: /Log a visit, Berglunds/ });
    await user.click(button);
    expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("Log a visit");
    expect(screen.getByRole("combobox", { name: /^Account/ })).toHaveValue("Berglunds snabbköp");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.getByRole("button", { name: /Log a visit, Berglunds/ })).toHaveFocus());
  });
});
