import type { AccountFigures, CardModel } from "../core/figures";
import { notAvailable } from "./problem";

interface AccountIndex {
  readonly names: ReadonlyMap<string, readonly AccountFigures[]>;
  readonly folded: ReadonlyMap<string, readonly AccountFigures[]>;
}

/** A workbook may ask two thousand times per model; the model itself is the key, so no index outlives it. */
const indexes = new WeakMap<CardModel, AccountIndex>();

/**
 * The account an id or a name means: exact id, exact name, then either in any case. Throws a problem for a blank, an
 * unknown account, and for a name that several accounts share.
 */
export function findAccount(model: CardModel, account: string): AccountFigures {
  const wanted = account.trim();
  if (wanted === "") throw notAvailable("blankAccount");
  const byId = model.accounts.get(wanted);
  if (byId) return byId;
  const { names, folded } = indexOf(model);
  const found = names.get(wanted) ?? folded.get(fold(wanted)) ?? [];
  const [first, ...others] = found;
  // On desktop a blank cell arrives as 0.
  if (!first)
    throw wanted === "0" ? notAvailable("blankAccount") : notAvailable("unknownAccount", { account: wanted });
  if (others.length > 0) throw notAvailable("ambiguousName", { account: wanted, count: found.length });
  return first;
}

function indexOf(model: CardModel): AccountIndex {
  const known = indexes.get(model);
  if (known) return known;
  const names = new Map<string, AccountFigures[]>();
  const foldedIds = new Map<string, AccountFigures[]>();
  const foldedNames = new Map<string, AccountFigures[]>();
  for (const figures of model.accounts.values()) {
    add(names, figures.account.name.trim(), figures);
    add(foldedIds, fold(figures.account.id), figures);
    add(foldedNames, fold(figures.account.name), figures);
  }
  // An id in another case wins over a name in another case.
  const index = { names, folded: new Map([...foldedNames, ...foldedIds]) };
  indexes.set(model, index);
  return index;
}

function add(index: Map<string, AccountFigures[]>, key: string, figures: AccountFigures): void {
  const known = index.get(key);
  if (known) known.push(figures);
  else index.set(key, [figures]);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
