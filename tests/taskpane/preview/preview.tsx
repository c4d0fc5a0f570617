/** A page with the real pane over a card without a workbook, for looking at it: state comes from the address. */
import { buildCardModel } from "../../../src/core/card-model";
import type { CardState, ReviewState } from "../../../src/workbook/card";
import type { Language } from "../../../src/core/units";
import { mountPane } from "../../../src/taskpane/mount-pane";
import type { PaneTheme } from "../../../src/taskpane/environment";
import { areas, type DrillIn, type Place } from "../../../src/taskpane/routing";
import { FakeCard } from "../support/fake-card";
import { sampleRemoval, sampleRepairs } from "../support/repair-states";
import { fakeEnvironment } from "../support/fake-environment";
import { openReview, samplePreview, sampleReport } from "../support/review-states";

const asked = new URLSearchParams(location.search);
const language: Language = asked.get("language") === "zh-CN" ? "zh-CN" : "en";
const theme: PaneTheme = asked.get("theme") === "dark" ? "dark" : "light";
const review: ReviewState = asked.has("review") ? openReview() : { kind: "none" };

const foundSheets = {
  sheets: ["Orders", "Accounts", "Notes"],
  hidden: 1,
  tables: 2,
  structureLocked: false,
  renamed: {
    en: [{ wanted: "Accounts", name: "Accounts (2)" }],
    "zh-CN": [{ wanted: "客户", name: "客户 (2)" }],
  },
};

/** `settings`, `account.why`: an area, and what is opened over it. */
function placeNamed(name: string | null): Place | undefined {
  const [area, kind] = (name ?? "").split(".");
  const found = areas.find((one) => one === area);
  if (!found) return undefined;
  return { area: found, drillIn: kind ? ({ kind, account: null } as DrillIn) : null };
}

/** The sample with a group: a parent, two children, a child of a child. */
const parents: Readonly<Record<string, string>> = { BERGS: "QUICK", ERNSH: "QUICK", ALFKI: "BERGS" };
function groupCard(): CardState {
  const { state } = FakeCard.ready(language);
  if (state.kind !== "ready") return state;
  const settings = { ...state.records.settings, scoreGroups: asked.has("scored") };
  const accounts = state.records.accounts.map((one) => ({ ...one, parent: parents[one.id] ?? "" }));
  const records = { ...state.records, settings, accounts };
  return FakeCard.ready(language, { records, model: buildCardModel(records, 0) }).state;
}

const states: Record<string, () => CardState> = {
  none: () => ({
    kind: "none",
    otherSheets: asked.has("data") ? 3 : 0,
    readOnly: asked.has("readonly"),
    ...(asked.has("data") ? { found: foundSheets } : {}),
  }),
  loading: () => ({ kind: "loading" }),
  unread: () => ({ kind: "unread" }),
  ready: () =>
    FakeCard.ready(language, {
      review,
      stale: asked.has("stale"),
      ownAmongSample: asked.has("mixed") ? 2 : 0,
    }).state,
  group: groupCard,
  damaged: () => {
    const ready = FakeCard.ready(language).state;
    const values = { table: "Actions", column: "Due", sheet: "Actions" };
    return {
      kind: "damaged",
      issues: [{ code: "columnMissing", values }],
      model: "model" in ready ? ready.model : null,
    };
  },
};
const start = placeNamed(asked.get("place"));
const card = new FakeCard((states[asked.get("state") ?? "ready"] ?? states["ready"]!)());
card.preview = samplePreview();
card.report = sampleReport();
card.written = openReview();
card.upkeep.repairs = sampleRepairs();
card.upkeep.removal = sampleRemoval();
card.upkeep.report = { repaired: 3, left: [] };
card.upkeep.removed = () =>
  card.become({ kind: "none", otherSheets: 3, readOnly: false, found: foundSheets });
const environment = fakeEnvironment({
  language,
  theme,
  author: asked.has("noname") ? "" : "Anne Dodsworth",
  start,
});
Object.assign(window, { card, environment });
const root = document.querySelector<HTMLElement>("#root");
if (root) void mountPane(root, card, environment);
