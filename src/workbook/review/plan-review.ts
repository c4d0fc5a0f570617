/** The three sheets of a cycle as plans, under the names they are painted with and shall have. */
import type { CardModel } from "../../core/figures";
import { tiers, type Tier } from "../../core/units";
import { textsFor } from "../../locales/texts";
import { chainTail } from "../audit/audit-chain";
import type { OverviewContext } from "../overview/overview-context";
import { overviewCycle } from "../overview/overview-mark";
import { planOverview } from "../overview/plan-overview";
import type { SheetPlan } from "../sheet-plan";
import type { WorkbookSurvey } from "../workbook-gateway";
import { pastReviews } from "./cycle";
import { keptInputs } from "./kept-inputs";
import { reviewRows } from "./list-accounts";
import { planReviewSheet } from "./plan-review-sheet";
import type { HeldReviews } from "./review-state";
import type { SheetContext } from "./sheet-context";
import { freeSheetName, overviewSheetName, reviewSheetName } from "./sheet-name";

/** A generated sheet and what it takes the place of. */
export interface PlannedPaper {
  readonly plan: SheetPlan;
  /** The sheet it takes the place of; null for the first time. */
  readonly replaces: string | null;
  /** Name at the end: the replaced sheet's, even if a person renamed it. */
  readonly name: string;
  /** Half-made sheets of an earlier attempt that broke off. */
  readonly leftovers: readonly string[];
}

interface PlannedSheet extends PlannedPaper {
  readonly tier: Tier;
  readonly rows: number;
}

export interface PlannedReview {
  /** Stands before the review sheets: what a leader reads first. */
  readonly overview: PlannedPaper;
  readonly sheets: readonly PlannedSheet[];
  /** Accounts with something typed that is carried over. */
  readonly kept: number;
}

/** The generated sheet of a tier: the one with the planned name, else the first with the mark. */
function mainSheet(held: HeldReviews, cycle: string, tier: Tier, planned: string): string | null {
  const marked = held.sheets.filter(({ mark }) => mark.cycle === cycle && mark.tier === tier);
  return (marked.find((sheet) => sheet.sheet === planned) ?? marked[0])?.sheet ?? null;
}

const auditHashes = ({ audit }: HeldReviews) => {
  const rows = audit.rows.map((row) => row.values);
  return [...new Set(rows.map((row) => row.writer))]
    .filter((writer) => writer !== "")
    .sort()
    .map((writer) => ({ writer, hash: chainTail(rows, writer) }));
};

/** The overview of the cycle, also under a name a person gave it. `taken` gets the name it is painted with. */
function overviewPaper(context: OverviewContext, survey: WorkbookSurvey, taken: string[]): PlannedPaper {
  const planned = overviewSheetName(context.texts, context.cycle);
  const interim = (name: string) => freeSheetName(context.texts("sheets:review.sheetNew", { name }), []);
  const marked = survey.sheets
    .filter(({ names }) => overviewCycle(names) === context.cycle)
    .map((sheet) => sheet.name);
  const replaces = marked.find((name) => name === planned) ?? marked[0] ?? null;
  const own = replaces === interim(planned) ? null : replaces;
  const name = own ?? freeSheetName(planned, taken);
  const painted = replaces ? freeSheetName(interim(name), taken) : name;
  const leftovers = marked.filter((sheet) => sheet !== replaces && sheet === interim(name));
  taken.push(painted);
  return { plan: planOverview(context, painted), replaces, name, leftovers };
}

/** Plans all sheets of a cycle. Sheets of other cycles and copies a person made stay as they are. */
export function planReview(
  held: HeldReviews,
  model: CardModel,
  cycle: string,
  author: string,
): PlannedReview {
  const { book } = held;
  const texts = textsFor(book.language);
  const past = pastReviews(held, cycle);
  const taken = book.survey.sheets.map((sheet) => sheet.name);
  const ofCycle = held.sheets.filter((sheet) => sheet.mark.cycle === cycle);
  const common: OverviewContext = {
    language: book.language,
    texts,
    labels: book.dialect.labels,
    model,
    cycle,
    author,
    date1904: book.survey.date1904,
    hasActions: book.tables.has("actions"),
    auditHashes: auditHashes(held),
  };
  const overview = overviewPaper(common, book.survey, taken);
  let kept = 0;
  const sheets = tiers.map((tier): PlannedSheet => {
    const planned = reviewSheetName(texts, tier, cycle);
    const replaces = mainSheet(held, cycle, tier, planned);
    const typed = keptInputs(ofCycle, tier, replaces);
    const rows = reviewRows(model, tier, past, typed);
    const listed = new Set(rows.map((row) => row.figures.account.id));
    const gone = [...typed.values()].filter((row) => !listed.has(row.account));
    kept += typed.size;
    const interim = (name: string) => freeSheetName(texts("sheets:review.sheetNew", { name }), []);
    const own = replaces === interim(planned) ? null : replaces;
    const name = own ?? freeSheetName(planned, taken);
    const painted = replaces ? freeSheetName(interim(name), taken) : name;
    const leftovers = ofCycle.flatMap(({ sheet, mark }) =>
      mark.tier === tier && sheet !== replaces && sheet === interim(name) ? [sheet] : [],
    );
    taken.push(painted);
    const context: SheetContext = { ...common, tier };
    return {
      tier,
      plan: planReviewSheet(context, { rows, gone, left: leftImportant(model, past) }, painted),
      replaces,
      name,
      leftovers,
      rows: rows.length,
    };
  });
  return { overview, sheets, kept };
}

function leftImportant(model: CardModel, past: ReturnType<typeof pastReviews>): number {
  return [...model.accounts.values()].filter(({ account, tierInForce }) => {
    const was = past.thisCycle.get(account.id) ?? past.earlier.get(account.id);
    return was === "important" && tierInForce !== "important";
  }).length;
}
