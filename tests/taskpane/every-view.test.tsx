import { act, fireEvent, screen } from "@testing-library/react";
import { library } from "../../src/functions/library";
import { buildCardModel } from "../../src/core/card-model";
import { languages, type Language } from "../../src/core/units";
import { textsFor } from "../../src/locales/texts";
import { FakeCard } from "./support/fake-card";
import { fakeEnvironment } from "./support/fake-environment";
import { showPane, type ShownPane } from "./support/render-pane";
import { openReview, samplePreview, sampleReport } from "./support/review-states";

type Walk = (pane: ShownPane, card: FakeCard, language: Language) => Promise<void>;

const say = (language: Language, key: string, values = {}): string => textsFor(language)(key, values);

const tab =
  (area: string): Walk =>
  async ({ user }, _card, language) =>
    user.click(screen.getByRole("tab", { name: new RegExp(`^${say(language, `area.${area}`)}`) }));

const press = async ({ user }: ShownPane, name: string): Promise<void> =>
  user.click(await screen.findByRole("button", { name }));

const account: Walk = async (pane, card, language) => {
  act(() => card.select("BERGS"));
  await tab("account")(pane, card, language);
};

const setting =
  (kind: string): Walk =>
  async (pane, card, language) => {
    await tab("settings")(pane, card, language);
    const name = new RegExp(`^${say(language, `settings.${kind}`)}`);
    await pane.user.click(await screen.findByRole("button", { name }));
  };

const filledLog: Walk = async (pane, card, language) => {
  act(() => card.select("BERGS"));
  await press(pane, say(language, "log.open"));
  const kind = screen.getByRole("combobox", { name: new RegExp(say(language, "log.kind")) });
  fireEvent.change(kind, { target: { value: "revisit" } });
  await pane.user.paste("交货晚了");
};

const preview: Walk = async (pane, card, language) => {
  await tab("reviews")(pane, card, language);
  await press(pane, say(language, "reviews.preview"));
  await screen.findByRole("heading", { level: 2, name: say(language, "preview.title", { count: 4 }) });
};

const openImport: Walk = async (pane, card, language) => {
  await tab("data")(pane, card, language);
  await pane.user.click(
    await screen.findByRole("button", { name: new RegExp(`^${say(language, "import.title")}`) }),
  );
  await screen.findByRole("heading", { level: 2, name: say(language, "import.title") });
};

const openFunctions: Walk = async (pane, card, language) => {
  await tab("data")(pane, card, language);
  const name = new RegExp(`^${say(language, "functions.title")}`);
  await pane.user.click(await screen.findByRole("button", { name }));
  await screen.findByRole("searchbox", { name: say(language, "catalogue:search") });
};

/** Every view, with a filled form, an error, an open dialog among them. */
const views: Readonly<Record<string, Walk>> = {
  Today: () => Promise.resolve(),
  "an account's file": account,
  "an account's timeline": async (pane, card, language) => {
    await account(pane, card, language);
    await pane.user.click(screen.getByRole("tab", { name: say(language, "account.tab.timeline") }));
  },
  "no account": tab("account"),
  "the Data area": tab("data"),
  "the functions": openFunctions,
  "a function with its example": async (pane, card, language) => {
    await openFunctions(pane, card, language);
    await pane.user.click(screen.getByRole("button", { name: /^KAM\.WHY\W/ }));
  },
  "an import before a file is chosen": openImport,
  "columns of an import with open questions": async (pane, card, language) => {
    await openImport(pane, card, language);
    await press(pane, say(language, "import.selection"));
    await press(pane, say(language, "import.preview"));
  },
  "find results": async ({ user }, _card, language) => {
    await user.click(screen.getByRole("combobox", { name: say(language, "find.label") }));
    await user.paste("ber");
  },
  "why a score": async (pane, card, language) => {
    act(() => card.select("BLONP"));
    await tab("account")(pane, card, language);
    const why = screen.getByRole("button", {
      name: new RegExp(say(language, "account.why").replace("?", "\\?")),
    });
    await pane.user.click(why);
  },
  "a filled Log": filledLog,
  "a Log with a missing field": async (pane, _card, language) => {
    await press(pane, say(language, "log.open"));
    await press(pane, say(language, "log.save"));
  },
  "a refused save": async (pane, card, language) => {
    card.failNext("log", { code: "cellEdit", values: {} });
    await filledLog(pane, card, language);
    await press(pane, say(language, "log.save"));
    await screen.findByRole("button", { name: say(language, "log.saveAgain") });
  },
  "a saved entry": async (pane, card, language) => {
    await filledLog(pane, card, language);
    await press(pane, say(language, "log.save"));
    await screen.findByRole("button", { name: say(language, "undo") });
  },
  Reviews: async (pane, card, language) => {
    await tab("reviews")(pane, card, language);
    await screen.findByRole("button", { name: say(language, "reviews.preview") });
  },
  "the preview": preview,
  "the result": async (pane, card, language) => {
    await preview(pane, card, language);
    await press(pane, say(language, "preview.apply", { count: 4 }));
    await screen.findByRole("button", { name: say(language, "result.close") });
  },
  Settings: async (pane, card, language) => {
    await tab("settings")(pane, card, language);
    await screen.findByText(say(language, "settings.about"));
  },
  "criteria with a wrong figure": async (pane, card, language) => {
    await setting("criteria")(pane, card, language);
    fireEvent.change(screen.getAllByRole("spinbutton")[0]!, { target: { value: "" } });
  },
  rhythm: setting("cadence"),
  "the as-of date": setting("as-of"),
  "how groups are scored": setting("groups"),
  "an account of a group": async (pane, card, language) => {
    const { state } = card;
    if (state.kind !== "ready") throw new Error("not ready");
    const { records } = state;
    const inGroup = {
      ...records,
      settings: { ...records.settings, scoreGroups: true },
      accounts: records.accounts.map((one) => (one.id === "ALFKI" ? { ...one, parent: "BERGS" } : one)),
    };
    act(() => card.become({ ...state, records: inGroup, model: buildCardModel(inGroup, 0) }));
    await account(pane, card, language);
    await screen.findByText(say(language, "group:scored", { count: 2, name: "Berglunds snabbköp" }));
  },
  "the person": setting("person"),
  "the language": setting("language"),
  about: setting("about"),
  "the check of this Excel": async (pane, card, language) => {
    await setting("about")(pane, card, language);
    await press(pane, say(language, "selfTest:title"));
  },
  "a check of this Excel that runs": async (pane, card, language) => {
    pane.environment.checks.hold = "table";
    await views["the check of this Excel"]!(pane, card, language);
    await press(pane, say(language, "selfTest:start"));
    await screen.findByRole("progressbar");
  },
  "a check of this Excel that failed": async (pane, card, language) => {
    pane.environment.checks.failing.add("tableAppend");
    await views["the check of this Excel"]!(pane, card, language);
    await press(pane, say(language, "selfTest:start"));
    await screen.findByRole("button", { name: say(language, "selfTest:copy") });
  },
  "the question before the sample goes": async (pane, card, language) => {
    await setting("sample")(pane, card, language);
    await press(pane, say(language, "sample.remove"));
    await screen.findByRole("alertdialog");
  },
};

function openPane(language: Language): { pane: ShownPane; card: FakeCard } {
  const card = FakeCard.ready(language, { review: openReview() });
  card.preview = samplePreview();
  card.report = sampleReport();
  return { pane: showPane(card, fakeEnvironment({ language })), card };
}

/** Text nodes and names read aloud; option lists and field values are not text of the page. */
function visibleTexts(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !parent.closest('style, script, [lang="en"]'))
      found.push(walker.currentNode.textContent ?? "");
  }
  const named = [...document.querySelectorAll("[aria-label], [placeholder], [title]")];
  return [
    ...found,
    ...named.flatMap((one) =>
      ["aria-label", "placeholder", "title"].map((attribute) => one.getAttribute(attribute) ?? ""),
    ),
  ];
}

/** Names that are the same in every language: the workbook's own data, the product, the other language's name. */
function dataWords(card: FakeCard): ReadonlySet<string> {
  const { state } = card;
  const records = state.kind === "ready" ? state.records : null;
  const texts = [
    ...(records?.accounts ?? []).flatMap((one) => [
      one.id,
      one.name,
      one.city,
      one.address,
      one.region,
      one.products,
      one.owner,
    ]),
    ...(records?.contacts ?? []).flatMap((one) => [one.name, one.title, one.phone]),
    ...(records?.purchases ?? []).map((one) => one.product),
    ...samplePreview().toApply.flatMap(({ name, reason }) => [name, reason]),
    ...samplePreview().stopped.map(({ name }) => name),
    ...card.importing.selected.flat().map(String),
    "Old orders",
    "Orders",
    "CSV",
    "KAM Card",
    ...library.map(({ id }) => id),
    // Names of models, codes and arguments that functions go by in every language.
    ...["ABC", "NBD", "Gamma", "Herfindahl", "Hirschman", "TRUE", "economic", "strategic", "USD", "VAFFE"],
    // Answers of pure functions are codes in every language (FN10).
    ...["IMPORTANT", "SPECIAL", "GENERAL", "CORE", "KEEP", "EXIT", "HIGH", "MEDIUM", "LOW", "AAA"],
    "Northwind",
    "Excel",
    "Office",
    "MIT",
    "SharePoint",
    "English",
    "Anne Dodsworth",
    "Interactions",
    "Esc",
    "Enter",
  ];
  return new Set(texts.flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? []));
}

describe("every view", () => {
  it.each(Object.entries(views))("[TP2] says nothing but Chinese: %s", async (_name, walk) => {
    const { pane, card } = openPane("zh-CN");
    await walk(pane, card, "zh-CN");
    const known = dataWords(card);
    const foreign = visibleTexts().flatMap((text) => text.match(/[A-Za-z]{3,}/g) ?? []);
    expect(foreign.filter((word) => !known.has(word))).toEqual([]);
  });
});

describe("the pane's texts", () => {
  const flat = (value: unknown, path = ""): readonly string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
      : [path.replace(/_(one|other)$/, "")];

  it.each(["pane", "import", "identity", "growth", "group", "rule-settings", "timeline"])(
    "[TP2] of %s exist in every language",
    async (name) => {
      const keys = await Promise.all(
        languages.map(async (language) => {
          const texts: unknown = (await import(`../../src/locales/${language}/${name}.json`)).default;
          return [...new Set(flat(texts))].sort();
        }),
      );
      for (const other of keys) expect(other).toEqual(keys[0]);
    },
  );
});
