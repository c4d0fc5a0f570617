import { screen, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { functionCatalogue } from "../../scripts/functions-catalogue";
import type { Language } from "../../src/core/units";
import { libraryGroups } from "../../src/functions/library";
import { loadCatalogue } from "../../src/taskpane/functions/catalogue";
import { exampleFor } from "../../src/taskpane/functions/example-formula";
import { searchFunctions } from "../../src/taskpane/functions/search-functions";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane } from "./support/render-pane";

const library = Object.values(libraryGroups).flat();

async function openCatalogue(language: Language = "en") {
  const card = FakeCard.ready(language);
  const opened: string[] = [];
  const environment = {
    ...fakeEnvironment({ language, start: { area: "data", drillIn: { kind: "functions" } } }),
    openUrl: (url: string) => opened.push(url),
  };
  const pane = showPane(card, environment);
  const search = await screen.findByRole("searchbox", {
    name: language === "en" ? "What do you want to know?" : "想知道什么？",
  });
  return { ...pane, card, search, opened };
}

/** By its text: a search by name computes the names of all of the many buttons. */
const rowOf = (id: string): HTMLElement => {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  return rows.find(({ textContent }) => textContent?.startsWith(`KAM.${id}(`))!;
};

const idsFound = async (question: string, language: Language): Promise<readonly string[]> =>
  searchFunctions(await loadCatalogue(language), question, language).map(({ id }) => id);

describe("the functions catalogue", () => {
  it("[FN7] on disk is what the library, the help and the examples make today", () => {
    for (const [file, text] of functionCatalogue()) expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("[FN7] is reached from Data, shows every function in its group, and leads back", async () => {
    const { user } = showPane(FakeCard.ready("en"));
    await user.click(screen.getByRole("tab", { name: /^Data/ }));
    await user.click(await screen.findByRole("button", { name: /^Functions/ }));
    const group = await screen.findByRole("region", { name: "Accounts of the card live" });
    expect(within(group).getAllByRole("listitem")).toHaveLength(libraryGroups.card.length);
    const shown = screen
      .getAllByRole("listitem")
      .map(({ textContent }) => /^KAM\.(\w+)/.exec(textContent)?.[1]);
    expect(shown).toEqual(library.map(({ id }) => id));
    await user.keyboard("{Escape}");
    await screen.findByRole("button", { name: /^Import/ });
  });

  it("[FN7] opens one function at a time, with arguments, the result of the example and its help page", async () => {
    const { user, opened } = await openCatalogue();
    await user.click(rowOf("TIER"));
    expect(screen.getByText('=KAM.TIER("QUICK")')).toBeTruthy();
    await user.click(rowOf("TREND"));
    expect(screen.queryByText('=KAM.TIER("QUICK")')).toBeNull();
    expect(rowOf("TREND").getAttribute("aria-expanded")).toBe("true");
    for (const name of ["What it answers", "When not to use it", "Arguments", "Example"])
      expect(screen.getByText(name, { selector: "h4" })).toBeTruthy();
    expect(screen.getByText("gives 3 rows × 3 columns in the sample workbook:")).toBeTruthy();
    expect(screen.getAllByRole("row")).toHaveLength(3);
    await user.click(screen.getByText("Help page"));
    expect(opened).toEqual([new URL("help/en/trend.html", document.baseURI).href]);
  });

  it("[TP2] rows are walked with the arrows and opened with Enter; Esc clears the search, then leaves", async () => {
    const { user, search } = await openCatalogue();
    rowOf("TIER").focus();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(rowOf("SCORE").getAttribute("aria-expanded")).toBe("true");
    await user.type(search, "qqqq");
    expect(screen.getAllByText("Nothing matches. Try “tier” or “risk”.")).toHaveLength(2);
    await user.keyboard("{Escape}");
    expect(search).toHaveValue("");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("searchbox", { name: "What do you want to know?" })).toBeNull();
  });

  it("[FN7] is searched by name and by the words of a question, in the language of the pane", async () => {
    expect((await idsFound("kam.pareto", "en"))[0]).toBe("PARETO");
    expect((await idsFound("when is the next visit?", "en"))[0]).toBe("NEXTVISIT");
    expect(await idsFound("which customers drift away", "en")).toContain("SIGNALS");
    expect((await idsFound("下次拜访是什么时候？", "zh-CN"))[0]).toBe("NEXTVISIT");
    expect((await idsFound("农历", "zh-CN"))[0]).toMatch(/^(LUNARDATE|SOLARDATE|BIRTHDAY)$/);
    expect(await idsFound("qqqq", "en")).toEqual([]);
  });

  it.each(["en", "zh-CN"] as const)(
    "[FN7] finds every function by its name first, in %s",
    async (language) => {
      const ids = library.map(({ id }) => id);
      expect(await Promise.all(ids.map(async (id) => (await idsFound(id, language))[0]))).toEqual(ids);
    },
  );
});

describe("an example of the catalogue", () => {
  it("[FN7] goes into the selected cell and says where", async () => {
    const { user, card } = await openCatalogue();
    await user.click(screen.getByLabelText("Insert the example of KAM.TIER"));
    await screen.findAllByText("KAM.TIER inserted in D4.");
    expect(card.callsOf("daily.insertWritten")).toEqual([
      [{ name: "TIER", text: '=KAM.TIER("QUICK")', rows: 1, columns: 1 }, { replace: false }],
    ]);
  });

  it("[FN7] replaces what a cell holds only when asked to", async () => {
    const { user, card } = await openCatalogue("zh-CN");
    card.failNext("daily.insertWritten", { code: "cellTaken", values: { address: "D4", value: "mine" } });
    await user.click(rowOf("PARETO"));
    await user.click(screen.getByText("插入到所选单元格"));
    await user.click(await screen.findByText("替换"));
    await screen.findAllByText("已在 D4 插入 KAM.PARETO。");
    const [, second] = card.callsOf("daily.insertWritten");
    expect(second).toEqual([expect.objectContaining({ rows: 92, columns: 5 }), { replace: true }]);
  });

  it("[FN7] speaks the workbook's language, and names an account the workbook has", async () => {
    const { groups } = await loadCatalogue("en");
    const found = (id: string) =>
      groups.flatMap(({ functions }) => functions).find((each) => each.id === id)!;
    const { state } = FakeCard.ready("zh-CN");
    const model = state.kind === "ready" ? state.model : null;
    const here = { model, language: "en" } as const;
    expect(exampleFor(found("PARETO"), here, null).text).toBe(found("PARETO").formulas["zh-CN"]);
    expect(found("PARETO").formulas["zh-CN"]).not.toBe(found("PARETO").formulas.en);
    const others = new Map([...(model?.accounts ?? [])].filter(([id]) => id !== "ERNSH"));
    const without = { model: model && { ...model, accounts: others }, language: "en" } as const;
    expect(exampleFor(found("NEXTVISIT"), without, "BERGS").text).toBe('=KAM.NEXTVISIT("BERGS","call")');
    expect(exampleFor(found("NEXTVISIT"), without, null).text).toBe(
      `=KAM.NEXTVISIT("${[...others.keys()][0]}","call")`,
    );
  });
});
