import { act, screen, within } from "@testing-library/react";
import { checkIds } from "../../src/workbook/self-test/self-test";
import { FakeCard } from "./support/fake-card";
import { showPane, type ShownPane } from "./support/render-pane";

async function openCheck(card = FakeCard.ready("en")): Promise<ShownPane> {
  const pane = showPane(card);
  act(() => pane.environment.ask("self-test"));
  await screen.findByRole("heading", { name: "Check this Excel" });
  return pane;
}

const start = async ({ user }: ShownPane) =>
  user.click(screen.getByRole("button", { name: "Start the check" }));

describe("Help > Check this Excel", () => {
  it("[ST2] shows every check, and says that all passed", async () => {
    const pane = await openCheck();
    await start(pane);
    await screen.findByText(`All ${checkIds.length} checks passed.`);
    expect(screen.getAllByRole("img", { name: "Passed" })).toHaveLength(checkIds.length);
  });

  it("[ST2] puts what failed on top, with what to do, and copies the details", async () => {
    const pane = await openCheck();
    pane.environment.checks.failing.add("tableAppend");
    await start(pane);
    await screen.findByText(`1 of ${checkIds.length} checks failed.`);
    const [first] = screen.getAllByRole("listitem");
    expect(first).toHaveTextContent(/A table grows.*did not grow.*AutoCorrect.*3 of 5 rows/);
    await pane.user.click(screen.getByRole("button", { name: "Copy details" }));
    const copied = await navigator.clipboard.readText();
    expect(copied.split("\n")).toHaveLength(2 + checkIds.length);
    expect(copied).toMatch(/failed \d+ ms tableAppend/);
    expect(screen.getByRole("textbox", { name: "Details, to copy" })).toHaveValue(copied);
  });

  it("[ST2] [TP3] shows how far it is and can be cancelled", async () => {
    const pane = await openCheck();
    pane.environment.checks.hold = "text";
    await start(pane);
    const bar = await screen.findByRole("progressbar");
    expect(bar.getAttribute("aria-valuemax")).toBe(String(checkIds.length));
    await screen.findByText(`Check 3 of ${checkIds.length}: Text stays text`);
    await pane.user.click(screen.getByRole("button", { name: "Cancel" }));
    act(() => pane.environment.checks.release());
    await screen.findByText(new RegExp(`3 of ${checkIds.length} checks were run`));
  });

  it("[ST2] names a sheet that would not go", async () => {
    const pane = await openCheck();
    pane.environment.checks.leftSheet = "KAM Card self-test";
    await start(pane);
    await screen.findByText(/The sheet “KAM Card self-test” could not be removed/);
  });

  it("[ST2] works in a workbook without a card, and leads back", async () => {
    const pane = await openCheck(new FakeCard({ kind: "none", otherSheets: 0, readOnly: false }));
    await start(pane);
    await screen.findByText(/checks passed/);
    await pane.user.click(screen.getByRole("button", { name: "Back" }));
    expect(within(document.body).queryByText("Check this Excel")).toBeNull();
  });
});
