import { act, screen, waitFor } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane } from "./support/render-pane";

const blank = (readOnly = false, otherSheets = 0) => new FakeCard({ kind: "none", otherSheets, readOnly });

describe("First run", () => {
  it("[TP6] sets up with the sample in one press and lands on Today with one hint", async () => {
    const card = blank();
    const { user, environment } = showPane(card, fakeEnvironment({ author: "" }));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Nancy Davolio");
    await user.click(screen.getByRole("button", { name: "Try with sample data" }));
    expect(await screen.findByRole("heading", { name: "Wednesday 6 May" })).toBeInTheDocument();
    expect(card.callsOf("setUp")).toEqual([[{ language: "en", sample: true }]]);
    expect(environment.author()).toBe("Nancy Davolio");
    expect(screen.getByText("The sample is ready: 91 accounts as of 6 May 1998.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Got it" }));
    expect(screen.queryByText(/The sample is ready/)).not.toBeInTheDocument();
  });

  it("[TP6] sets up an empty card in the chosen language and says how the first account comes in", async () => {
    const card = blank();
    const { user } = showPane(card);
    await user.selectOptions(screen.getByRole("combobox", { name: "Language of the workbook" }), "简体中文");
    await user.click(screen.getByRole("button", { name: "Set up this workbook" }));
    expect(await screen.findByText(/No accounts yet/)).toBeInTheDocument();
    expect(card.callsOf("setUp")).toEqual([[{ language: "zh-CN", sample: false }]]);
  });

  it("[TP6] stops telling how accounts come in once there are some", () => {
    const environment = fakeEnvironment();
    environment.storage.set("first-hint", "empty");
    showPane(FakeCard.ready(), environment);
    expect(screen.getByRole("heading", { name: "Wednesday 6 May" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Got it" })).not.toBeInTheDocument();
  });

  it("[WB9] says that the sheets of the workbook stay as they are", () => {
    showPane(blank(false, 3));
    expect(screen.getByText(/Your 3 sheets stay as they are/)).toBeInTheDocument();
  });

  it("[TP4] says at once that a read-only file cannot be set up", () => {
    showPane(blank(true));
    expect(screen.getByText("This file is read-only.")).toBeInTheDocument();
  });

  it("[TP3] shows the rows done of each step and cancels on Esc and Enter", async () => {
    const card = blank();
    const release = card.hold("setUp");
    const { user } = showPane(card);
    await user.click(screen.getByRole("button", { name: "Try with sample data" }));
    act(() => card.progress({ step: "accounts", done: 91, total: 91 }));
    act(() => card.progress({ step: "purchases", done: 800, total: 2155 }));
    expect(screen.getByRole("progressbar", { name: "Purchases 800 of 2,155" })).toBeInTheDocument();
    expect(screen.getByText("800 / 2,155")).toBeInTheDocument();
    await user.keyboard("{Escape}{Enter}");
    expect(card.cancelled).toBe(true);
    card.failNext("setUp", { code: "cancelledSetUp", values: {} });
    release();
    expect(await screen.findByText("Set-up was cancelled.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Set up this workbook" })).toBeInTheDocument();
  });

  it("[TP4] keeps the form when set-up fails", async () => {
    const card = blank();
    card.failNext("setUp", { code: "cellEditAction", values: {} });
    const { user, environment } = showPane(card, fakeEnvironment({ author: "" }));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Nancy");
    await user.click(screen.getByRole("button", { name: "Set up this workbook" }));
    expect(await screen.findByText("Excel is still editing a cell.")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Your name" })).toHaveValue("Nancy");
    await waitFor(() => expect(environment.kept.has("first-hint")).toBe(false));
  });

  it("[WB2] speaks the other language on one press", async () => {
    const { user } = showPane(blank());
    await user.click(screen.getByRole("button", { name: "简体中文" }));
    expect(screen.getByRole("heading", { name: "一眼看清每个大客户" })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe("zh-CN");
  });
});
