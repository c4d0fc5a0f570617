import type { Language } from "../core/units";
import { textsFor } from "../locales/cell-texts";
import { liveFigures } from "./live-figures";

/** Only these two codes can carry a sentence in Excel (FN4). */
export type ProblemCode = "#VALUE!" | "#N/A";

/**
 * Why a call, or one row of it, has no answer. `sentence` is a key under `functions:problem`. A value, not a throw,
 * wherever only a row is concerned.
 */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly code: ProblemCode,
    readonly sentence: string,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(sentence);
  }
}

export function badInput(sentence: string, values?: Readonly<Record<string, string | number>>): Problem {
  return new Problem("#VALUE!", sentence, values);
}

export function notAvailable(sentence: string, values?: Readonly<Record<string, string | number>>): Problem {
  return new Problem("#N/A", sentence, values);
}

/** The workbook's language if a card is known, else English. */
export function workbookLanguage(): Language {
  return liveFigures()?.language() ?? "en";
}

/** The error Excel shows for a problem, its sentence in the workbook's language. */
export function cellError(problem: Problem, language: Language = workbookLanguage()): CustomFunctions.Error {
  const code =
    problem.code === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(
    code,
    textsFor(language)(`functions:problem.${problem.sentence}`, problem.values),
  );
}

/** Anything thrown, as a problem: what is no problem of ours is an error of the add-in, and says so. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return badInput("failed", { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}

function isErrorOfCell(thrown: unknown): boolean {
  return typeof CustomFunctions.Error === "function" && thrown instanceof CustomFunctions.Error;
}

/** The answer of a pure function, with problems of the call as the error Excel shows. */
export function answered<Result>(answer: () => Result): Result {
  try {
    return answer();
  } catch (thrown) {
    if (isErrorOfCell(thrown)) throw thrown;
    throw cellError(asProblem(thrown));
  }
}

/** Rows that can be computed, apart from those that carry their own problem. */
export function isReadable<Row>(row: Row | Problem): row is Row {
  return !(row instanceof Problem);
}

/** The name of a column of an answer, in the workbook's language. */
export function tableText(column: string): string {
  return textsFor(workbookLanguage())(`functions:column.${column}`);
}

/** Sentences of the text column of an answer, one after the other, in the workbook's language. */
export function messageText(
  keys: readonly string[],
  values: Readonly<Record<string, string | number>> = {},
): string {
  const texts = textsFor(workbookLanguage());
  return keys.map((key) => texts(`functions:message.${key}`, values)).join(" ");
}

/** The name of a festival, in the workbook's language. */
export function festivalText(code: string): string {
  return textsFor(workbookLanguage())(`functions:festival.${code}`);
}
