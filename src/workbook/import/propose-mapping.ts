import { knownMark, knownOrder, type ColumnFacts } from "./column-facts";
import type { ColumnChoice, ImportKind } from "./import-job";
import { holdsDays, holdsNumbers, targetOf, targetsFor } from "./import-target";
import { comparable, knownHeaders } from "./known-headers";

/** Names of each target: the card's own headers in every language first, then what other systems call it. */
function namesOf(kind: ImportKind): readonly (readonly [string, readonly string[]])[] {
  const own = targetsFor[kind]
    .filter(({ part }) => !part)
    .map(({ id, column }) => [id, Object.values(column.header).map(comparable)] as const);
  return [...own, ...knownHeaders[kind]];
}

/** An order number that several lines share is their invoice, not the key of a line. */
const fits = (target: string, facts: ColumnFacts): boolean => target !== "purchases.id" || facts.distinct;

/** Proposes a target for each column by its header; each target is taken once, a column without a name goes nowhere. */
export function proposeTargets(
  kind: ImportKind,
  columns: readonly ColumnFacts[],
): readonly (string | null)[] {
  const proposed: (string | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  for (const [target, names] of namesOf(kind)) {
    if (taken.has(target)) continue;
    const index = columns.findIndex(
      (facts, at) =>
        proposed[at] === null &&
        facts.filled > 0 &&
        names.includes(comparable(facts.header)) &&
        fits(target, facts),
    );
    if (index < 0) continue;
    proposed[index] = target;
    taken.add(target);
  }
  return proposed;
}

/** What has to be asked about a column on its way to a target. */
export type Question = "dateOrder" | "mark";

export function questionOf(kind: ImportKind, facts: ColumnFacts, target: string | null): Question | null {
  const goes = targetOf(kind, target);
  if (!goes) return null;
  if (holdsDays(goes)) return knownOrder(facts) === "ask" ? "dateOrder" : null;
  return holdsNumbers(goes) && knownMark(facts) === "ask" ? "mark" : null;
}

/** The choice for a column: what the column itself tells is taken, what it leaves open waits for an answer. */
export function choiceOf(facts: ColumnFacts, target: string | null): ColumnChoice {
  const order = knownOrder(facts);
  const mark = knownMark(facts);
  return { target, dateOrder: order === "ask" ? null : order, mark: mark === "ask" ? null : mark };
}

/** Targets without which nothing can be imported: one of each group must be mapped. */
const neededTargets: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  accounts: [["accounts.name", "accounts.id"]],
  contacts: [
    ["contacts.account", "accounts.name"],
    ["contacts.name", "contacts.givenName", "contacts.familyName", "contacts.id"],
  ],
  purchases: [["purchases.account", "accounts.name"], ["purchases.date"], ["purchases.amount"]],
};

/** Groups of which nothing is mapped yet. */
export function missingTargets(
  kind: ImportKind,
  targets: readonly (string | null)[],
): readonly (readonly string[])[] {
  return neededTargets[kind].filter((group) => !group.some((target) => targets.includes(target)));
}
