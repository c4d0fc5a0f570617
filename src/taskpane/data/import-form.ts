import type { Language } from "../../core/units";
import type { Texts } from "../../locales/texts";
import type { ColumnFacts } from "../../workbook/import/column-facts";
import type { ColumnChoice, ImportJob, ImportKind } from "../../workbook/import/import-job";

import type { ImportSource } from "../../workbook/import/import-source";
import { targetOf, type ImportTarget } from "../../workbook/import/import-target";
import { choiceOf, missingTargets, proposeTargets, questionOf } from "../../workbook/import/propose-mapping";
import type { PaneStorage } from "../environment";
import { rememberedMapping } from "./mapping-memory";

/** More rows than this are offered to be added up; more than the other do not fit on a sheet. */
const manyRows = 50_000;
const sheetRows = 1_000_000;

/** What a person has chosen about a source so far. */
export interface ImportForm {
  readonly source: ImportSource;
  readonly facts: readonly ColumnFacts[];
  readonly kind: ImportKind;
  readonly columns: readonly ColumnChoice[];
  readonly unknownAccounts: ImportJob["unknownAccounts"];
  readonly nullIsBlank: boolean;
  readonly perMonth: boolean;
  readonly remember: boolean;
}

/** Purchases have days and amounts; contacts name a person and their account; whatever else are accounts. */
function likelyKind(facts: readonly ColumnFacts[]): ImportKind {
  const score = (kind: ImportKind): number => {
    const targets = proposeTargets(kind, facts);
    const missing = missingTargets(kind, targets).length;
    return targets.filter(Boolean).length - 10 * missing;
  };
  const order: readonly ImportKind[] = ["purchases", "accounts", "contacts"];
  return order.reduce((best, kind) => (score(kind) > score(best) ? kind : best), "purchases");
}

/** The form a source opens with: remembered for its headers, else proposed from them. */
export function newForm(
  source: ImportSource,
  facts: readonly ColumnFacts[],
  storage: PaneStorage,
): ImportForm {
  const known = rememberedMapping(storage, source.headers);
  const kind = known?.kind ?? likelyKind(facts);
  const targets = known?.targets ?? proposeTargets(kind, facts);
  return {
    source,
    facts,
    kind,
    columns: facts.map((one, index) => choiceOf(one, targets[index] ?? null)),
    unknownAccounts: "create",
    nullIsBlank: true,
    perMonth: kind === "purchases" && source.rowCount > sheetRows,
    remember: true,
  };
}

/** The same source as rows of another kind. */
export function asKind(form: ImportForm, kind: ImportKind): ImportForm {
  const targets = proposeTargets(kind, form.facts);
  const columns = form.facts.map((one, index) => choiceOf(one, targets[index] ?? null));
  return { ...form, kind, columns, perMonth: kind === "purchases" && form.source.rowCount > sheetRows };
}

/** Sends one column to a target, which nothing else goes to then. */
export function withTarget(form: ImportForm, at: number, target: string | null): ImportForm {
  const columns = form.columns.map((choice, index) => {
    if (index === at) return { ...choice, target };
    return target !== null && choice.target === target ? { ...choice, target: null } : choice;
  });
  return { ...form, columns };
}

export const withAnswer = (form: ImportForm, at: number, answer: Partial<ColumnChoice>): ImportForm => ({
  ...form,
  columns: form.columns.map((choice, index) => (index === at ? { ...choice, ...answer } : choice)),
});

/** Columns whose question is not answered yet. */
function openQuestions({ kind, facts, columns }: ImportForm): readonly number[] {
  return facts.flatMap((one, index) => {
    const choice = columns[index];
    const question = questionOf(kind, one, choice?.target ?? null);
    return question && choice?.[question] === null ? [index] : [];
  });
}

export const canSum = ({ kind, source }: ImportForm): "no" | "may" | "must" => {
  if (kind !== "purchases" || source.rowCount <= manyRows) return "no";
  return source.rowCount > sheetRows ? "must" : "may";
};

export const jobOf = (form: ImportForm): ImportJob => ({
  kind: form.kind,
  source: form.source,
  columns: form.columns,
  unknownAccounts: form.unknownAccounts,
  nullIsBlank: form.nullIsBlank,
  perMonth: form.perMonth,
});

/** What a target is called in the pane: its header; a table of its own beside the rows' is named. */
export function targetName(kind: ImportKind, target: ImportTarget, language: Language, texts: Texts): string {
  const name = target.part ? texts(`import.${target.part}`) : target.column.header[language];
  // "Contact name" and "Account name" say whose they are.
  if (target.table === kind || target.column.id === "name") return name;
  return texts(target.table === "contacts" ? "import.ofContact" : "import.ofAccount", { name });
}

/** What is still to be said before a preview: a sentence, or null. */
export function obstacle(form: ImportForm, language: Language, texts: Texts): string | null {
  const targets = form.columns.map(({ target }) => target);
  const lacking = missingTargets(form.kind, targets).map((group) =>
    group
      .filter((id) => !id.endsWith("Name"))
      .flatMap((id) => targetOf(form.kind, id) ?? [])
      .map((target) => targetName(form.kind, target, language, texts))
      .join(texts("import.or")),
  );
  if (lacking.length > 0) return texts("import.missing", { columns: lacking.join(texts("comma")) });
  const [open] = openQuestions(form);
  return open === undefined ? null : texts("import.answer", { column: form.source.headers[open] ?? "" });
}
