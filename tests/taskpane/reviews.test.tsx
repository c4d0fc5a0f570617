import { act, screen, waitFor, within } from "@testing-library/react";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";
import { openReview, samplePreview, sampleReport } from "./support/review-states";

/** The bold first sentence of a message. */
const title = { selector: ".fui-MessageBarTitle" };

async function showReviews(card: FakeCard) {
  card.preview = samplePreview();
  card.report = sampleReport();
  card.written = openReview();
  const pane = showPane(card);
  await pane.user.click(screen.getByRole("tab", { name: "Reviews" }));
  await screen.findByRole("heading", { level: 2, name: /review/i });
  return pane;
}

const open = (change = {}) => FakeCard.ready("en", { review: openReview(change) });

async function showPreview(card: FakeCard) {
  const pane = await showReviews(card);
  await pane.user.click(screen.getByRole("button", { name: "Preview the changes" }));
  await screen.findByRole("heading", { level: 2, name: "4 decisions" });
  return pane;
}

describe("Reviews", () => {
  it("[TP2] keeps the focus in the view when the button that had it is gone", async () => {
    const { user } = await showReviews(FakeCard.ready());
    const button = screen.getByRole("button", { name: "Write the review sheets" });
    button.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(button).not.toBeInTheDocument());
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H2"));
  });

  it("[TP3] writes the sheets with rows counted, and can be cancelled", async () => {
    const card = FakeCard.ready();
    const release = card.hold("generateReview");
    const { user } = await showReviews(card);
    await user.click(screen.getByRole("button", { name: "Write the review sheets" }));
    act(() => card.progress({ step: "review.general", done: 42, total: 58 }));
    expect(
      within(screen.getByRole("main")).getByRole("progressbar", { name: "Review – general 42 of 58" }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Finished sheets and typed decisions stay/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(card.cancelled).toBe(true);
    release();
    expect(await screen.findByRole("heading", { name: "Review May 1998" })).toBeInTheDocument();
  });

  it("[RV2] shows how many decisions each sheet holds and leads to the next open row", async () => {
    const card = open();
    const { user } = await showReviews(card);
    const current = screen
      .getAllByRole("listitem")
      .find((item) => item.getAttribute("aria-current") === "step");
    expect(current).toHaveTextContent(/Decide in the sheets/);
    expect(current).toHaveTextContent(/Important19 of 21.*Special12 of 12.*General30 of 58/);
    await user.click(screen.getByRole("button", { name: "Go to next open row" }));
    expect(card.callsOf("goTo")).toEqual([[{ sheet: "Review – important 1998-05", row: 12, column: 16 }]]);
  });

  it("[RV3] shows first what cannot be applied, then the changes by decision", async () => {
    const card = open();
    const { user } = await showPreview(card);
    const text = document.querySelector("main")?.textContent ?? "";
    const order = ["Blondesddsl père et fils", "Promote", "Watch", "Exit", "Keep"].map((one) =>
      text.indexOf(one),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    const promoted = within(screen.getByRole("region", { name: /Promote/ })).getByRole("listitem");
    expect(
      within(promoted)
        .getAllByRole("img")
        .map((one) => one.getAttribute("aria-label")),
    ).toEqual(["General", "to", "Important"]);
    await user.click(screen.getByRole("button", { name: "Go to the row" }));
    expect(card.callsOf("goTo")).toEqual([[{ sheet: "Review – special 1998-05", row: 10 }]]);
  });

  it("[RV3] applies with one press and says what was written and what moved", async () => {
    const card = open();
    const { user } = await showPreview(card);
    await user.click(screen.getByRole("button", { name: "Apply 4 decisions" }));
    expect(await screen.findByText("4 decisions applied.", title)).toBeInTheDocument();
    expect(
      screen.getByText(/4 reviews and 9 audit rows written with them\. 1 account left out/),
    ).toBeInTheDocument();
    const rows = within(screen.getByRole("table", { name: "Tiers before and after" })).getAllByRole("row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "IImportant2122+1",
      "SSpecial1213+1",
      "GGeneral5856-2",
    ]);
  });

  it("[TP4] keeps the preview when Apply is refused, and applies again", async () => {
    const card = open();
    card.failNext("applyReview", { code: "cellEditAction", values: {} });
    const { user } = await showPreview(card);
    await user.click(screen.getByRole("button", { name: "Apply 4 decisions" }));
    expect(await screen.findByText("Excel is still editing a cell.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Apply 4 decisions" }));
    expect(await screen.findByText("4 decisions applied.", title)).toBeInTheDocument();
  });

  it("[RV3] says that a second Apply has nothing to do", async () => {
    const card = open();
    const pane = await showReviews(card);
    card.preview = { ...samplePreview(), toApply: [], stopped: [], alreadyApplied: 61 };
    await pane.user.click(screen.getByRole("button", { name: "Preview the changes" }));
    expect(await screen.findByText(/all decisions are already in the tables/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Apply/ })).toBe(null);
  });

  it.each([
    ["Finish it", "finishPending"],
    ["Take it back", "takeBackPending"],
  ] as const)("[RV3] offers “%s” for an apply that stopped half way", async (name, verb) => {
    const card = open({ pending: 4 });
    const { user } = await showReviews(card);
    expect(screen.getByText("The last apply stopped half way.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name }));
    await waitFor(() => expect(card.callsOf(verb)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText("The last apply stopped half way.")).toBe(null));
  });

  it("[TP2] leaves the preview on Esc and returns to the button that opened it", async () => {
    const { user } = await showPreview(open());
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.getByRole("button", { name: "Preview the changes" })).toHaveFocus());
  });
});
