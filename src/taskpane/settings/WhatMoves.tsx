import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronUp16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { tiers } from "../../core/units";
import type { WhatIf } from "../../core/what-if/try-rules";
import { TierBadge } from "../elements/TierBadge";
import { usePaneLanguage } from "../language";
import { tierName } from "../names";
import { Movers } from "./Movers";
import { totalOf } from "./tier-total";

/** Below this height of the pane the list starts closed: fields and Save come first. */
const roomyHeight = 560;

const useStyles = makeStyles({
  panel: {
    margin: `calc(-1 * ${tokens.spacingVerticalS}) calc(-1 * ${tokens.spacingHorizontalM}) 0`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  toggle: {
    justifyContent: "flex-start",
    padding: tokens.spacingHorizontalNone,
    minWidth: 0,
    minHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    marginLeft: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  important: {
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  body: { maxHeight: "36vh", overflowY: "auto", scrollbarWidth: "thin" },
  totals: { width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" },
  tier: { textAlign: "start", fontWeight: tokens.fontWeightRegular, padding: `1px 0` },
  name: {
    marginLeft: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figure: {
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
  columnHead: {
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  moved: { fontWeight: tokens.fontWeightSemibold },
});

/** Tiers, counts, revenue shares and accounts under the rules being tried, before anything is written (J7). */
export function WhatMoves({ whatIf, touched }: { whatIf: WhatIf; touched: boolean }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const [open, setOpen] = useState(() => window.innerHeight >= roomyHeight);
  const { movers, now, then } = whatIf;
  const [before, after] = [totalOf(now, "important").accounts, totalOf(then, "important").accounts];
  return (
    <section className={styles.panel} aria-labelledby="what-moves">
      <div className={styles.head}>
        <h3 id="what-moves" className={styles.title}>
          <Button
            className={styles.toggle}
            appearance="transparent"
            size="small"
            icon={open ? <ChevronDown16Regular /> : <ChevronUp16Regular />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {texts("whatIf.title")}
            <span className={styles.count}> {texts("whatIf.accounts", { count: movers.length })}</span>
          </Button>
        </h3>
        <span className={styles.important}>
          {before === after
            ? texts("whatIf.importantStill", { count: after })
            : texts("whatIf.important", { before, after })}
        </span>
      </div>
      {open ? (
        // Reached by Tab, so that the keyboard can scroll it.
        <div className={styles.body} tabIndex={0} role="group" aria-label={texts("whatIf.title")}>
          <Totals whatIf={whatIf} />
          <Movers movers={movers} touched={touched} />
        </div>
      ) : null}
    </section>
  );
}

function Totals({ whatIf: { now, then } }: { whatIf: WhatIf }) {
  const styles = useStyles();
  // The Chinese badge is the whole word.
  const { texts, formats, language } = usePaneLanguage();
  const percent = (share: number | null): string => (share === null ? "–" : formats.percent(share));
  return (
    <table className={styles.totals}>
      <thead>
        <tr>
          <th scope="col" className={styles.tier} aria-label={texts("cadence.tier")} />
          <th scope="col" className={styles.columnHead}>
            {texts("whatIf.count")}
          </th>
          <th scope="col" className={styles.columnHead}>
            {texts("whatIf.share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => {
          const [one, other] = [totalOf(now, tier), totalOf(then, tier)];
          return (
            <tr key={tier}>
              <th scope="row" className={styles.tier}>
                <TierBadge tier={tier} beside={language === "en"} />
                {language === "en" ? <span className={styles.name}>{tierName(texts, tier)}</span> : null}
              </th>
              <td className={styles.figure}>
                <Moved before={formats.number(one.accounts)} after={formats.number(other.accounts)} />
              </td>
              <td className={styles.figure}>
                <Moved before={percent(one.share)} after={percent(other.share)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** One figure where nothing changes, both where it does. */
function Moved({ before, after }: { before: string; after: string }) {
  const styles = useStyles();
  return before === after ? (
    before
  ) : (
    <>
      {before} → <span className={styles.moved}>{after}</span>
    </>
  );
}
