import { comparable } from "../import/known-headers";
import type { OpenBook } from "../open-book";
import { childTables } from "../schema/account-tables";
import { likeness } from "./likeness";
import { leave, type ActingFinding, type ActingOption } from "./repair-act";
import type { RepairGround } from "./repair-ground";
import { filterNote } from "./text-cells";

type ChildTable = (typeof childTables)[number];

const listed = 30;
const offered = 6;

interface KnownAccount {
  readonly id: string;
  readonly name: string;
  /** Rows of other tables name it. */
  readonly used: boolean;
}

/** Row counts by id and table. */
type Named = ReadonlyMap<string, ReadonlyMap<ChildTable, number>>;

function namedAccounts({ book, results }: RepairGround): Named {
  const named = new Map<string, Map<ChildTable, number>>();
  for (const table of childTables) {
    const result = results.get(table);
    const index = result?.headers.indexOf(book.tables.get(table)?.headers.get("account") ?? "\n") ?? -1;
    if (!result || index < 0) continue;
    for (const row of result.rows) {
      const id = String(row[index] ?? "").trim();
      if (id === "") continue;
      const counts = named.get(id) ?? new Map<ChildTable, number>();
      counts.set(table, (counts.get(table) ?? 0) + 1);
      named.set(id, counts);
    }
  }
  return named;
}

function knownAccounts({ book, results }: RepairGround, named: Named): readonly KnownAccount[] {
  const result = results.get("accounts");
  const headers = book.tables.get("accounts")?.headers;
  const [id, name] = ["id", "name"].map(
    (column) => result?.headers.indexOf(headers?.get(column) ?? "\n") ?? -1,
  );
  return (result?.rows ?? []).flatMap((row) => {
    const key = String(row[id ?? -1] ?? "").trim();
    return key === "" ? [] : [{ id: key, name: String(row[name ?? -1] ?? ""), used: named.has(key) }];
  });
}

/** 2 and more: the same but for case, width, spaces or signs. */
function closeness(orphan: string, { id, name, used }: KnownAccount): number {
  const wanted = comparable(orphan);
  if (wanted !== "" && [comparable(id), comparable(name)].includes(wanted)) return 3;
  // An account that nothing names any more is likely the one whose id was changed.
  return Math.max(likeness(wanted, comparable(id)), likeness(wanted, comparable(name))) + (used ? 0 : 1);
}

/** Rows that name an account which is not in Accounts, by that id (TP8): each id with the accounts it may mean. */
export function orphans(ground: RepairGround): { findings: readonly ActingFinding[]; more: number } {
  if (!ground.results.has("accounts") || !ground.book.tables.get("accounts")?.headers.has("id"))
    return { findings: [], more: 0 };
  const named = namedAccounts(ground);
  const accounts = knownAccounts(ground, named);
  const known = new Set(accounts.map(({ id }) => id));
  const unknown = [...named].filter(([id]) => !known.has(id));
  return {
    findings: unknown.slice(0, listed).map(([id, counts]) => finding(ground, id, counts, accounts)),
    more: Math.max(0, unknown.length - listed),
  };
}

function finding(
  { book }: RepairGround,
  orphan: string,
  counts: ReadonlyMap<ChildTable, number>,
  accounts: readonly KnownAccount[],
): ActingFinding {
  const ranked = accounts
    .map((account) => ({ account, closeness: closeness(orphan, account) }))
    .filter((one) => one.closeness >= 0.4)
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, offered);
  const options = ranked.map(({ account }): ActingOption => ({
    id: `account:${account.id}`,
    label: { code: "repair.correctAccount", values: { to: account.id, name: account.name } },
    act: { kind: "correct-account", from: orphan, to: account.id },
  }));
  const add: ActingOption = {
    id: "add",
    label: { code: "repair.addAccount", values: { id: orphan } },
    act: { kind: "add-account", id: orphan },
  };
  const sure = (ranked[0]?.closeness ?? 0) >= 3 && (ranked[1]?.closeness ?? 0) < 3;
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const where = [...counts].map(([table, count]) => `${sheetOf(book, table)} (${count})`).join(", ");
  return {
    id: `orphan ${orphan}`,
    what: { code: "repair.orphan", values: { id: orphan, count: rows, where } },
    options: sure ? [...options, add, leave] : [leave, ...options, add],
    samples: [],
    notes: [...counts.keys()].flatMap((table) => {
      const found = book.tables.get(table);
      return found ? filterNote(found) : [];
    }),
  };
}

const sheetOf = (book: OpenBook, table: ChildTable): string => book.tables.get(table)?.facts.sheet ?? table;
