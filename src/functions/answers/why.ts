import type { AccountFigures, CriterionPoints } from "../../core/figures";
import type { CardSettings } from "../../core/records";
import { explainScore, type ScoreExplanation } from "../../core/scoring/explain-score";
import type { Language } from "../../core/units";
import { textsFor } from "../../locales/cell-texts";
import type { Texts } from "../../locales/texts";
import { optionalFlag } from "../cells";
import { choiceOf } from "../choices";
import type { Answer } from "../live-calls";
import { amountText, unitOf } from "./criterion-units";

type Cell = string | number;

const columns = ["label", "value", "unit", "scaled", "weight", "points", "maximum", "lost"] as const;

/**
 * WHY: a row per criterion, then total, tier, points to the line and the cheapest single change. The number of rows
 * depends on the criteria alone, so it is the same for every account of a rule version; blanks are "".
 */
export const whyOf =
  (axis: unknown, headers: unknown): Answer<Cell[][]> =>
  (figures, model, language) => {
    const chosen = choiceOf(axis, "axis", ["economic", "strategic"]);
    const texts = textsFor(language);
    const explanation = explainScore(figures, chosen, model.settings);
    const head = columns.map((column) => texts(`functions:why.column.${column}`));
    return [
      ...(optionalFlag(headers, "headers", true) ? [head] : []),
      ...explanation.parts.map((part) => partRow(part, model.settings, texts)),
      totalRow(explanation, figures, texts),
      row(texts("functions:why.tier"), texts(`labels:tier.${explanation.tier}`)),
      row(
        texts(`functions:why.${marginKey(explanation)}`),
        marginOf(explanation),
        texts("functions:unit.points"),
      ),
      row(texts("functions:why.change"), changeSentence(explanation, model.settings, language, texts)),
    ];
  };

function partRow(
  { criterion, value, scaled, points, maximum }: CriterionPoints,
  settings: CardSettings,
  texts: Texts,
) {
  const unit = unitOf(criterion.metric, settings, texts);
  const lost = scaled === null ? "" : maximum - points;
  return [criterion.label, value ?? "", unit, scaled ?? "", criterion.weight, points, maximum, lost];
}

function totalRow({ score, axis }: ScoreExplanation, figures: AccountFigures, texts: Texts): Cell[] {
  const scaled = score === null ? "" : score / 100;
  const lost = score === null ? "" : 100 - score;
  const { totalWeight } = figures[axis];
  const unit = texts("functions:unit.points");
  return [texts("functions:why.total"), score ?? "", unit, scaled, totalWeight, score ?? "", 100, lost];
}

/** Important accounts look at the line they would leave at, the others at the one they enter at. */
function marginKey({ tier }: ScoreExplanation): "above" | "missing" {
  return tier === "important" ? "above" : "missing";
}

function marginOf(explanation: ScoreExplanation): Cell {
  if (explanation.margin === null) return "";
  return marginKey(explanation) === "above" ? explanation.margin : Math.max(0, -explanation.margin);
}

function changeSentence(
  { score, line, margin, change, tier }: ScoreExplanation,
  settings: CardSettings,
  language: Language,
  texts: Texts,
): string {
  if (score === null) return texts("functions:why.noScore");
  if (line === null || margin === null) return texts("functions:why.noLine");
  if (margin >= 0) return texts(tier === "important" ? "functions:why.stays" : "functions:why.reached");
  if (change === null) return texts("functions:why.noSingle");
  const { criterion, value } = change.part;
  return texts("functions:why.reach", {
    criterion: criterion.label,
    from: amountText(value ?? 0, criterion.metric, settings, language, texts),
    to: amountText(change.value, criterion.metric, settings, language, texts),
  });
}

function row(label: string, value: Cell, unit = ""): Cell[] {
  return [label, value, unit, "", "", "", "", ""];
}
