import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import type { Tier } from "../../core/units";
import type { ApplyReport } from "../../workbook/card";
import { useReadyCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { TierLabel } from "../elements/TierLabel";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";

const useStyles = makeStyles({
  message: { marginTop: tokens.spacingVerticalS },
  table: { width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" },
  name: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  figure: { textAlign: "end", fontSize: tokens.fontSizeBase300 },
  after: { fontWeight: tokens.fontWeightSemibold },
  change: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, textAlign: "end" },
  arrow: { textAlign: "center", color: tokens.colorNeutralForeground3 },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface ResultProps {
  readonly title: string;
  readonly report: ApplyReport;
  readonly rows: readonly { readonly tier: Tier; readonly before: number; readonly after: number }[];
  readonly onClose: () => void;
}

/** What Apply wrote, tiers before and after, and what comes next. */
export function Result({ title, report, rows, onClose }: ResultProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { model } = useReadyCard();
  const sentence = [
    texts("reviews.applied", { count: report.applied }),
    texts("result.written", { reviews: report.reviewRows, audit: report.auditRows }),
    report.stopped.length > 0 ? texts("result.stopped", { count: report.stopped.length }) : "",
    report.undecided > 0 ? texts("result.undecided", { count: report.undecided }) : "",
  ];
  const reviewDays = [...model.accounts.values()].map(({ nextReview }) => nextReview);
  return (
    <ViewFrame
      title={title}
      context={texts("reviews.accounts", { count: model.order.length })}
      focusHeading
      actions={<Button onClick={onClose}>{texts("result.close")}</Button>}
    >
      <div className={styles.message}>
        <Message intent="success" sentence={sentence.filter(Boolean).join(texts("sentenceGap"))} />
      </div>
      <SectionTitle id="before-after" title={texts("result.tiers")} />
      <table className={styles.table} aria-labelledby="before-after">
        <tbody>
          {rows.map(({ tier, before, after }) => (
            <tr key={tier}>
              <th scope="row" className={styles.name}>
                <TierLabel tier={tier} />
              </th>
              <td className={styles.figure}>{formats.number(before)}</td>
              <td className={styles.arrow}>
                <ArrowRight16Regular role="img" aria-label={texts("why.to")} />
              </td>
              <td className={styles.figure}>
                <span className={styles.after}>{formats.number(after)}</span>
              </td>
              <td className={styles.change}>{after === before ? "" : formats.signed(after - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SectionTitle title={texts("result.next")} />
      <p className={styles.text}>{texts("result.print")}</p>
      {reviewDays.length > 0 ? (
        <p className={styles.text}>
          {texts("result.nextReview", { date: formats.fullDate(Math.min(...reviewDays)) })}
        </p>
      ) : null}
    </ViewFrame>
  );
}
