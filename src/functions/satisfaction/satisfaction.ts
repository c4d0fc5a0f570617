import { promoterScore, satisfactionGaps, satisfiedShare } from "../../core/satisfaction/scores";
import { pureRow, pureTable } from "../declare/declare";
import { labels, number, numbers, type Reading } from "../declare/parameters";
import { inColumn, rowsOf } from "../declare/rows";
import { badInput, cellError, notAvailable, Problem } from "../problem";

/** Answers that are none (text, errors, outside the scale) are left out. */
function answersIn(scores: readonly Reading<number>[], allowed: (score: number) => boolean): number[] {
  const answers = scores.filter((score): score is number => typeof score === "number" && allowed(score));
  if (answers.length === 0) throw notAvailable("noAnswers");
  return answers;
}

export const nps = pureRow("NPS", { scores: numbers }, ["nps", "n", "low", "high"], ({ scores }) => {
  const answers = answersIn(scores, (score) => Number.isInteger(score) && score >= 0 && score <= 10);
  const found = promoterScore(answers);
  const unknown = cellError(notAvailable("noInterval"));
  return [
    found?.value ?? 0,
    answers.length,
    found?.interval?.[0] ?? unknown,
    found?.interval?.[1] ?? unknown,
  ];
});

export const csat = pureRow(
  "CSAT",
  {
    scores: numbers,
    maximum: number(5, { from: 2, to: 1_000, whole: true }),
    top: number(2, { from: 1, whole: true }),
  },
  ["share", "mean", "n"],
  ({ scores, maximum, top }) => {
    if (top > maximum) throw badInput("notBetween", { argument: "top", from: 1, to: maximum });
    const found = satisfiedShare(
      answersIn(scores, (score) => score >= 1 && score <= maximum),
      maximum,
      top,
    );
    return [found?.share ?? 0, found?.mean ?? 0, found?.n ?? 0];
  },
);

export const satGap = pureTable(
  "SATGAP",
  { dimensions: labels, importance: numbers, scores: numbers },
  ["dimension", "importance", "score", "gapScaled", "quadrant"],
  ({ dimensions, importance, scores }) => {
    const answers = rowsOf({ dimensions, importance, scores }).flatMap((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "dimensions", index);
      if (row.dimensions === null || row.importance === null || row.scores === null) return [];
      return [{ dimension: row.dimensions, importance: row.importance, score: row.scores }];
    });
    if (answers.length === 0) throw notAvailable("noData");
    return satisfactionGaps(answers).map((row) => [
      row.dimension,
      row.importance,
      row.score,
      row.gap,
      row.quadrant,
    ]);
  },
);
