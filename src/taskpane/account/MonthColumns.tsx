import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { edate } from "../../core/calendar/days";
import { useModel } from "../card-context";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";

const MONTHS = 12;
/** Heights in px of the plot and of the line of month names under it. */
const PLOT = 72;
const NAMES = 16;

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", overflow: "visible" },
  column: {
    fill: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", fill: "CanvasText" },
  },
  base: {
    stroke: tokens.colorNeutralStroke2,
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  text: {
    fill: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    textAnchor: "middle",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  link: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  month: { textAlign: "start", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  amount: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});

interface Month {
  readonly name: string;
  readonly amount: number;
}

function Columns({ months, summary }: { months: readonly Month[]; summary: string }) {
  const styles = useStyles();
  const { formats } = usePaneLanguage();
  const highest = Math.max(...months.map(({ amount }) => amount), 1);
  const width = 100 / months.length;
  return (
    <svg className={styles.chart} height={PLOT + NAMES} role="img" aria-label={summary}>
      {months.map(({ name, amount }, index) => {
        const height = (Math.max(0, amount) / highest) * (PLOT - NAMES);
        const middle = `${(index + 0.5) * width}%`;
        const isHighest = amount === highest;
        return (
          <g key={index}>
            {amount > 0 ? (
              <rect
                className={styles.column}
                x={`${(index + 0.14) * width}%`}
                width={`${width * 0.72}%`}
                y={PLOT - height}
                height={height}
                rx={2}
              />
            ) : null}
            {amount <= 0 || isHighest ? (
              <text className={styles.text} x={middle} y={PLOT - height - 4}>
                {isHighest ? formats.compact(amount) : "0"}
              </text>
            ) : null}
            {index % 3 === months.length % 3 || index === months.length - 1 ? (
              <text className={styles.text} x={middle} y={PLOT + NAMES - 4}>
                {name}
              </text>
            ) : null}
          </g>
        );
      })}
      <line className={styles.base} x1="0" x2="100%" y1={PLOT} y2={PLOT} />
    </svg>
  );
}

/** Revenue of the last 12 months as columns, or as a table for those who read figures. */
export function MonthColumns({ monthly }: { monthly: readonly number[] }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { asOf } = useModel();
  const [asTable, setAsTable] = useState(false);
  // monthly[k] ends EDATE(as-of, −k); the chart runs from old to new.
  const months = monthly
    .slice(0, MONTHS)
    .map((amount, back): Month => ({ name: formats.month(edate(asOf, -back)), amount }))
    .reverse();
  const highest = months.reduce((best, month) => (month.amount > best.amount ? month : best), {
    name: "",
    amount: 0,
  });
  const blank = months.filter(({ amount }) => amount <= 0).length;
  if (highest.amount <= 0) return null;
  const summary = texts("chart.summary", {
    month: highest.name,
    amount: formats.money(highest.amount),
    count: blank,
  });
  return (
    <section aria-labelledby="months">
      <SectionTitle id="months" title={texts("chart.title")}>
        <Link as="button" className={styles.link} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {texts(asTable ? "chart.asColumns" : "chart.asTable")}
        </Link>
      </SectionTitle>
      {asTable ? (
        <table className={styles.table} aria-labelledby="months">
          <tbody>
            {months.map(({ name, amount }, index) => (
              <tr key={index}>
                <th scope="row" className={styles.month}>
                  {name}
                </th>
                <td className={styles.amount}>{formats.money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Columns months={months} summary={summary} />
      )}
    </section>
  );
}
