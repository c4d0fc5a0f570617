import type { CardSettings, Criterion } from "../../core/records";
import { tableRows } from "../codec/table-rows";
import type { Desk } from "../desk";
import { readOf, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { criteria as criteriaTable } from "../schema/criteria";
import { normalisedHeader } from "../schema/headers";
import {
  ruleSettings,
  type RuleChange,
  type RuleSetting,
  type RuleVersion,
  type ShownRules,
} from "../rule-verbs";
import type { AuditRow } from "../audit/audit-chain";
import { done, refusable } from "./failure";

const figureColumns = ["low", "high", "weight"] as const;
type FigureColumn = (typeof figureColumns)[number];

/** What one save wrote: the entries of one writer at one moment. */
interface Save {
  readonly at: number;
  readonly by: string;
  readonly changes: readonly RuleChange[];
  /** Criteria this save added. */
  readonly added: ReadonlySet<string>;
  /** The rule version it made; null where its line is missing. */
  readonly version: number | null;
}

type Rules = Pick<RuleVersion, "criteria" | "settings">;

/**
 * The rule versions (S09), newest first: from the rules in force back through the trail, change by change. One trip.
 * Without a trail there is the one version in force.
 */
export function ruleVersions(
  desk: Desk,
  book: OpenBook,
  inForce: ShownRules,
): Promise<Outcome<readonly RuleVersion[]>> {
  return refusable("action", async () => {
    const found = book.tables.get("audit");
    const columns = ["at", "by", "writer", "table", "row", "column", "before", "after", "source"];
    const [read] = found ? await desk.gateway.read([readOf(found, columns)]) : [];
    const rows = read?.kind === "table" ? tableRows("audit", read, book.dialect).rows : [];
    return done(versionsOf(savesOf(rows.map(({ values }) => values)), inForce));
  });
}

function versionsOf(saves: readonly Save[], { criteria, settings }: ShownRules): readonly RuleVersion[] {
  let rules: Rules = { criteria, settings: limitsOf(settings) };
  let version = settings.ruleVersion;
  const versions: RuleVersion[] = [];
  let open: Save[] = [];
  const close = (): void => {
    const [last] = open;
    versions.push({
      version,
      at: last?.at ?? null,
      by: last?.by ?? "",
      changes: open.flatMap(({ changes }) => changes),
      ...rules,
    });
  };
  for (const save of [...saves].reverse()) {
    open.push(save);
    if (save.version === null) continue;
    close();
    for (const one of open) rules = undone(one, rules);
    version = save.version - 1;
    open = [];
  }
  if (version >= 1) close();
  return versions;
}

const limitsOf = (settings: CardSettings): Rules["settings"] => ({
  tierCut: settings.tierCut,
  tierBand: settings.tierBand,
  strategicCut: settings.strategicCut,
  watchMinimum: settings.watchMinimum,
  growingRatio: settings.growingRatio,
});

function undone({ changes, added }: Save, rules: Rules): Rules {
  const criteria = rules.criteria.map((criterion): Criterion => {
    if (added.has(criterion.id)) return { ...criterion, weight: 0 };
    const own = changes.filter((change) => change.criterion === criterion.id && change.before !== null);
    return { ...criterion, ...Object.fromEntries(own.map(({ column, before }) => [column, before])) };
  });
  const own = changes.filter(
    ({ criterion, column, before }) => criterion === null && (before !== null || column === "strategicCut"),
  );
  const settings = {
    ...rules.settings,
    ...Object.fromEntries(own.map(({ column, before }) => [column, before])),
  };
  return { criteria, settings };
}

/** Saves in the order they were made; of entries made at the same moment the lower one is newer. */
function savesOf(rows: readonly AuditRow[]): readonly Save[] {
  const groups = new Map<string, AuditRow[]>();
  for (const row of rows) {
    if (row.source !== "criteria" && row.source !== "settings") continue;
    const key = `${row.writer} ${Math.round((row.at ?? 0) * 86_400_000)}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].sort((a, b) => momentOf(a) - momentOf(b)).map(saveOf);
}

const momentOf = ([first]: readonly AuditRow[]): number => first?.at ?? 0;

function saveOf(rows: readonly AuditRow[]): Save {
  const changes = rows.flatMap((row) => changeOf(row) ?? []);
  const made = rows.find((row) => row.row === "ruleVersion");
  const added = rows.filter((row) => columnIn(row) === "id" && row.before === "").map((row) => row.row);
  return {
    at: momentOf(rows),
    by: rows[0]?.by ?? "",
    changes,
    added: new Set(added),
    version: made ? numberIn(made.after) : null,
  };
}

/** What an entry says of a figure; null for any other column. */
function changeOf(row: AuditRow): RuleChange | null {
  const setting = ruleSettings.find((one): one is RuleSetting => one === row.row);
  const figure = figureColumns.find((one): one is FigureColumn => one === columnIn(row));
  const values = { before: numberIn(row.before), after: numberIn(row.after) };
  if (setting) return { criterion: null, column: setting, ...values };
  return row.source === "criteria" && figure ? { criterion: row.row, column: figure, ...values } : null;
}

function columnIn({ column }: AuditRow): string | undefined {
  const wanted = normalisedHeader(column);
  return criteriaTable.columns.find(({ header }) =>
    Object.values(header).some((one) => normalisedHeader(one) === wanted),
  )?.id;
}

function numberIn(text: string): number | null {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}
