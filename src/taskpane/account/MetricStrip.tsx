import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { AccountFigures } from "../../core/figures";
import { growthOf } from "../../core/purchases/growth";
import { useModel } from "../card-context";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  cell: { display: "flex", flexDirection: "column" },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  link: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
  },
});

interface CellProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note: string;
  readonly over?: boolean;
}

function Cell({ label, value, note, over = false }: CellProps) {
  const styles = useStyles();
  return (
    <div className={styles.cell}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {note ? <dd className={mergeClasses(styles.note, over && styles.over)}>{note}</dd> : null}
    </div>
  );
}

/** Score, silence, next visit and revenue, each with the figure it is measured against. */
export function MetricStrip({ figures }: { figures: AccountFigures }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { open } = useRouting();
  const model = useModel();
  const { asOf } = model;
  const { economic, silence, visit, call, metrics } = figures;
  const score = economic.score === null ? texts("account.noScore") : formats.number(economic.score, 1);
  const year = growthOf(metrics, asOf, model).find(({ id }) => id === "year");
  // A year that the data cover in part only is no measure.
  const before =
    metrics.revenueBefore > 0 && year?.base.gap === null
      ? texts("account.was", { amount: formats.money(metrics.revenueBefore) })
      : texts("account.twelveMonths");
  const ahead = visit.plan - asOf;
  const inDays = ahead > 0 ? texts("account.inDays", { count: ahead }) : "";
  return (
    <dl className={styles.strip}>
      <Cell
        label={texts("account.score")}
        value={
          <Link
            as="button"
            className={styles.link}
            data-opener="why"
            aria-label={texts("account.whyScore", { score })}
            onClick={() => open({ kind: "why" })}
          >
            {score}
          </Link>
        }
        note={texts("account.why")}
      />
      <Cell
        label={texts("account.silent")}
        value={silence === null ? texts("account.never") : texts("days", { count: silence })}
        note={texts("account.limit", { limit: call.maximum })}
        over={silence !== null && silence > call.maximum}
      />
      <Cell
        label={texts("account.nextVisit")}
        value={visit.plan === asOf ? texts("account.today") : formats.date(visit.plan)}
        note={visit.overdue > 0 ? texts("account.over", { count: visit.overdue }) : inDays}
        over={asOf > visit.latest}
      />
      <Cell label={texts("account.revenue")} value={formats.money(metrics.revenue12)} note={before} />
    </dl>
  );
}
