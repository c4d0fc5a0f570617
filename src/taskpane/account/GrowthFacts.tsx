import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { AccountFigures } from "../../core/figures";
import { growthOf, type Growth, type GrowthPeriod } from "../../core/purchases/growth";
import { useModel } from "../card-context";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  comparison: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
  },
  change: { margin: 0, textAlign: "end", fontVariantNumeric: "tabular-nums" },
  known: { fontWeight: tokens.fontWeightSemibold },
  period: {
    gridColumn: "1 / -1",
    margin: 0,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
  },
  gap: { color: tokens.colorNeutralForeground1 },
  range: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** From and to of the purchases in the workbook, as texts. */
type Range = Readonly<Record<"from" | "to", string>>;

function Period({ period, range }: { period: GrowthPeriod; range: Range }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const days = texts("growth:period", {
    from: formats.fullDate(period.from),
    to: formats.fullDate(period.to),
  });
  const separator = texts("separator");
  return (
    <dd className={styles.period}>
      {formats.money(period.amount)}
      {separator}
      {days}
      {period.gap === null ? null : (
        <span className={styles.gap}>
          {separator}
          {texts(`growth:gap.${period.gap}`, range)}
        </span>
      )}
    </dd>
  );
}

function Comparison({ growth, range }: { growth: Growth; range: Range }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { change, now, base } = growth;
  const why = now.gap === null && base.gap === null ? "growth:noBase" : "growth:incomplete";
  return (
    <div className={styles.comparison}>
      <dt>{texts(`growth:name.${growth.id}`)}</dt>
      <dd className={mergeClasses(styles.change, change !== null && styles.known)}>
        {change === null ? texts(why) : formats.change(change)}
      </dd>
      <Period period={now} range={range} />
      <Period period={base} range={range} />
    </div>
  );
}

/** Growth on last year (同比) and on the period before (环比), with the days of every period (TP9). */
export function GrowthFacts({ figures }: { figures: AccountFigures }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const model = useModel();
  const { oldestPurchase, newestPurchase } = model;
  if (figures.metrics.firstPurchase === null || oldestPurchase === null || newestPurchase === null)
    return null;
  const range = { from: formats.fullDate(oldestPurchase), to: formats.fullDate(newestPurchase) };
  return (
    <section aria-labelledby="file-growth">
      <SectionTitle id="file-growth" title={texts("growth:title")} />
      <dl className={styles.list}>
        {growthOf(figures.metrics, model.asOf, model).map((growth) => (
          <Comparison key={growth.id} growth={growth} range={range} />
        ))}
      </dl>
      <p className={styles.range}>{texts("growth:range", range)}</p>
    </section>
  );
}
