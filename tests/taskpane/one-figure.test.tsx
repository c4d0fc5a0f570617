import { cleanup, screen } from "@testing-library/react";
import { explainScore } from "../../src/core/scoring/explain-score";
import { creditOf } from "../../src/core/credit/account-credit";
import { healthOf } from "../../src/core/health/health";
import type { AccountFigures, CardModel } from "../../src/core/figures";
import { tiers, type Tier } from "../../src/core/units";
import { registerLiveFigures } from "../../src/functions/live-figures";
import { textsFor } from "../../src/locales/texts";
import { formatsFor } from "../../src/taskpane/formats";
import { createLiveCard, type LiveCard } from "../../src/workbook/live-card";
import { LiveFiguresOfCard } from "../../src/workbook/live-figures-of-card";
import { headRows } from "../../src/workbook/review/sheet-layout";
import type { CellValue } from "../../src/workbook/workbook-gateway";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { pokeInMemory } from "../support/in-memory-poke";
import { stillDesk, type StillDesk } from "../support/still-desk";
import { stream } from "../functions/custom-functions-global";
import { columnFor, sheetFor, tableRow, valueOf, type Bench } from "../workbook/review/review-bench";
import { showPane } from "./support/render-pane";
import "../../src/functions/index";

const texts = textsFor("en");
const word = (tier: Tier): string => texts(`labels:tier.${tier}`);
type Row = Readonly<Record<string, CellValue>>;

/** What a formula about an account shows. */
const formula = (id: string, account: string, ...rest: readonly (string | boolean | null)[]): unknown =>
  stream(id, [account, ...rest], 1 + rest.length).last();

/** An answer, or null where the cell shows an error. */
const orNull = (answer: unknown): unknown =>
  typeof answer === "string" && answer.startsWith("#") ? null : answer;

/** What every live function says of an account, as plain values. */
function formulasOf(account: string) {
  const total = (axis: string): unknown => {
    const rows = formula("WHY", account, axis, false);
    const row = Array.isArray(rows) ? rows.find((cells: unknown[]) => cells[0] === "Total") : null;
    return Array.isArray(row) && row[1] !== "" ? row[1] : null;
  };
  return {
    tier: formula("TIER", account, "force"),
    proposed: formula("TIER", account, "proposed"),
    score: orNull(formula("SCORE", account, "economic")),
    strategic: orNull(formula("SCORE", account, "strategic")),
    why: total("economic"),
    whyStrategic: total("strategic"),
    visitPlan: formula("NEXTVISIT", account, "visit", "plan"),
    visitDue: formula("NEXTVISIT", account, "visit", "due"),
    nextReview: formula("NEXTREVIEW", account),
    lastTouch: orNull(formula("LASTTOUCH", account, "any")),
    complete: formula("COMPLETE", account),
    health: orNull(formula("HEALTH", account)),
    credit: orNull(formula("CREDIT", account)),
  };
}

/** The same from the figures the views of the pane are made of. */
function figuresShown(figures: AccountFigures, { settings }: CardModel): ReturnType<typeof formulasOf> {
  const [health, credit] = [healthOf(figures), creditOf(figures)];
  return {
    tier: word(figures.tierInForce),
    proposed: word(figures.proposedTier),
    score: figures.economic.score,
    strategic: figures.strategic.score,
    why: explainScore(figures, "economic", settings).score,
    whyStrategic: explainScore(figures, "strategic", settings).score,
    visitPlan: figures.visit.plan,
    visitDue: figures.visit.due,
    nextReview: figures.nextReview,
    lastTouch: figures.lastContact,
    complete: figures.completeness.share,
    health: health && [[health.score, health.band]],
    credit: credit && [[credit.points, credit.grade, expect.any(String)]],
  };
}

const modelOf = ({ state }: LiveCard): CardModel => {
  if (state.kind !== "ready") throw new Error(`card is ${state.kind}`);
  return state.model;
};

/** Ratings for two accounts of three: the sample has none. */
function typeRatings({ workbook }: Bench): void {
  const accounts = workbook.book.tables.find(({ name }) => name === "Accounts");
  if (!accounts) throw new Error("no accounts");
  const headers = [...accounts.headers];
  const rated = headers.filter((header) => header.startsWith("Credit: ") || header.startsWith("Rating: "));
  for (let row = 0; row < accounts.bodyRows; row += 1) {
    if (row % 3 === 0) continue;
    rated.forEach((header, index) =>
      accounts.sheet.put(
        accounts.row + 1 + row,
        accounts.column + headers.indexOf(header),
        1 + ((row + index * 2) % 5),
      ),
    );
  }
}

/** The computed columns of Accounts, as Refresh wrote them. */
function expectAccountsTable(bench: Bench, model: CardModel): void {
  for (const id of model.order) {
    const [row] = tableRow(bench, "Accounts", "Account ID", id);
    const says = formulasOf(id);
    const number = (value: unknown): unknown => (typeof value === "number" ? expect.closeTo(value, 9) : "");
    expect([id, row]).toEqual([
      id,
      expect.objectContaining({
        "Proposed tier": says.proposed,
        Score: number(says.score),
        "Strategic score": number(says.strategic),
        "Last contact": number(says.lastTouch),
        "Next visit": says.visitPlan,
        "Next review": says.nextReview,
        Completeness: number(says.complete),
      }),
    ]);
  }
}

/** The rows of a review sheet by account, cells by their heading. */
async function reviewRows(bench: Bench, tier: Tier): Promise<ReadonlyMap<string, Row>> {
  const sheet = await sheetFor(bench, tier);
  const [read] = await bench.workbook.read([{ kind: "sheet", sheet: sheet.sheet }]);
  if (read?.kind !== "sheet") throw new Error("no sheet");
  const { values, origin } = read;
  const headings = values[headRows.headings - origin.row] ?? [];
  return new Map(
    sheet.rows.map(({ typed, row }) => {
      const cells = values[row - origin.row] ?? [];
      return [typed.account, Object.fromEntries(headings.map((head, index) => [head, cells[index] ?? ""]))];
    }),
  );
}

const heading = (id: string): string => texts(`sheets:review.heading.${id}`);

async function expectReviewSheets(bench: Bench, model: CardModel): Promise<void> {
  const listed = new Set<string>();
  for (const tier of tiers) {
    for (const [account, row] of await reviewRows(bench, tier)) {
      const says = formulasOf(account);
      listed.add(account);
      const badge = tiers.find((one) => texts(`sheets:review.badge.${one}`) === row[heading("tier")]);
      expect([account, badge && word(badge)]).toEqual([account, says.tier]);
      expect([account, row[heading("score")]]).toEqual([account, says.score ?? "–"]);
      if (!(heading("nextVisit") in row)) continue;
      expect([account, row[heading("nextVisit")]]).toEqual([account, says.visitDue]);
      expect([account, row[heading("lastContact")]]).toEqual([account, says.lastTouch ?? "–"]);
    }
  }
  expect([...listed].sort()).toEqual([...model.order].sort());
}

/** Keeps every account, applies, and looks at what Reviews froze. */
async function expectReviews(bench: Bench, card: LiveCard): Promise<void> {
  const before = new Map(modelOf(card).order.map((id) => [id, formulasOf(id)]));
  for (const tier of tiers) {
    const sheet = await sheetFor(bench, tier);
    const column = columnFor(bench, sheet.sheet, "decision");
    for (const { row } of sheet.rows)
      bench.workbook.type(sheet.sheet, row, column, texts("labels:decision.keep"));
  }
  valueOf(await card.applyReview());
  for (const [id, says] of before) {
    const [row] = tableRow(bench, "Reviews", "Account ID", id);
    expect([id, row]).toMatchObject([id, { Proposed: says.proposed, "Tier after": says.tier }]);
    const frozen = JSON.parse(String(row?.["Frozen figures"])) as { score: number | null };
    const cents = typeof says.score === "number" ? Math.round(says.score * 100) / 100 : null;
    expect([id, frozen.score]).toEqual([id, cents]);
  }
}

describe("one account", () => {
  let bench: Bench;
  let card: LiveCard;
  let withdraw = (): void => undefined;

  beforeAll(async () => {
    const workbook = new InMemoryWorkbook();
    const desk: StillDesk = stillDesk(workbook);
    bench = { workbook, desk };
    card = createLiveCard(desk);
    withdraw = registerLiveFigures(new LiveFiguresOfCard(card, desk));
    await card.wake();
    valueOf(await card.setUp({ language: "en", sample: true }));
    typeRatings(bench);
    await card.wake();
    valueOf(await card.refresh());
  });
  afterAll(() => withdraw());

  it("[FN8] formula, pane and review sheet agree on the sample workbook", async () => {
    const model = modelOf(card);
    for (const [id, figures] of model.accounts)
      expect([id, formulasOf(id)]).toEqual([id, figuresShown(figures, model)]);
    const answers = [...model.accounts.keys()].map(formulasOf);
    expect(answers.filter(({ credit }) => credit !== null).length).toBeGreaterThan(50);
    expect(answers.filter(({ health }) => health !== null).length).toBeGreaterThan(50);
    expect(answers.filter(({ strategic }) => strategic !== null).length).toBeGreaterThan(50);
    expectAccountsTable(bench, model);
    valueOf(await card.generateReview());
    await expectReviewSheets(bench, modelOf(card));
  });

  it.each(["SAVEA", "SEVES", "PARIS"])("[FN8] %s shows in the pane what its formulas answer", async (id) => {
    const model = modelOf(card);
    const says = formulasOf(id);
    const formats = formatsFor("en", texts, model.asOf, model.settings.currency);
    const row = model.order.indexOf(id);
    const { user } = showPane(card);
    await pokeInMemory(bench.workbook).select("Accounts", 1 + row, 0);
    await user.click(screen.getByRole("tab", { name: "Account" }));
    const title = await screen.findByRole("heading", {
      level: 2,
      name: model.accounts.get(id)?.account.name ?? "",
    });
    const view = title.closest("main") ?? document.body;
    const score = typeof says.score === "number" ? formats.number(says.score, 1) : texts("account.noScore");
    expect(view).toHaveTextContent(String(says.tier));
    expect(screen.getByLabelText(texts("account.whyScore", { score }))).toBeInTheDocument();
    const [[health = null] = []] = (says.health ?? []) as number[][];
    if (health !== null) expect(view).toHaveTextContent(`Health${formats.number(health, 1)}`);
    const [[points, grade] = []] = (says.credit ?? []) as [number, string][];
    if (points !== undefined)
      expect(view).toHaveTextContent(`Credit${String(grade)} ${formats.number(points, 1)}`);
    expect(view).toHaveTextContent(formats.percent(Number(says.complete)));
    const due = Number(says.visitPlan) === model.asOf ? "Today" : formats.date(Number(says.visitPlan));
    expect(screen.getByText("Next visit").parentElement).toHaveTextContent(due);
    cleanup();
  });

  it("[FN8] applied reviews keep the figures the formulas showed, and formulas follow", async () => {
    await expectReviews(bench, card);
    await card.wake();
    valueOf(await card.refresh());
    const model = modelOf(card);
    for (const [id, figures] of model.accounts)
      expect([id, formulasOf(id)]).toEqual([id, figuresShown(figures, model)]);
    expectAccountsTable(bench, model);
  });
});
