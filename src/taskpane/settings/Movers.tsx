import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Mover } from "../../core/what-if/try-rules";
import { TierBadge } from "../elements/TierBadge";
import { usePaneLanguage } from "../language";

const shownAtFirst = 5;

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "26px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  scores: {
    flexShrink: 0,
    marginRight: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  arrow: { flexShrink: 0 },
  text: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  more: {
    display: "inline-block",
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The accounts that would move, by name, with their scores and tiers before and after. */
export function Movers({ movers, touched }: { movers: readonly Mover[]; touched: boolean }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const [all, setAll] = useState(false);
  const score = (value: number | null): string => (value === null ? "–" : formats.number(value, 1));
  const decided = movers.filter(({ atOnce }) => !atOnce).length;
  const hidden = movers.length - shownAtFirst;
  if (movers.length === 0)
    return <p className={styles.text}>{texts(touched ? "whatIf.nothing" : "whatIf.hint")}</p>;
  return (
    <>
      <ul className={styles.list}>
        {(all ? movers : movers.slice(0, shownAtFirst)).map(({ account, from, to, before, after }) => (
          <li key={account.id} className={styles.row}>
            <span className={styles.name} title={account.name}>
              {account.name}
            </span>
            <span className={styles.scores}>
              {before === after ? score(after) : `${score(before)} → ${score(after)}`}
            </span>
            <TierBadge tier={from} />
            <ArrowRight16Regular className={styles.arrow} role="img" aria-label={texts("why.to")} />
            <TierBadge tier={to} />
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Link as="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts("today.fewer") : texts("today.more", { count: hidden })}
        </Link>
      ) : null}
      {decided > 0 ? <p className={styles.text}>{texts("whatIf.decided", { count: decided })}</p> : null}
    </>
  );
}
