import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TierProgress } from "../../workbook/card";
import { useCard } from "../card-context";
import { Bar } from "../elements/Bar";
import { Message } from "../elements/Message";
import { TierLabel } from "../elements/TierLabel";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useOutcome } from "../use-outcome";

const useStyles = makeStyles({
  rows: {
    display: "grid",
    gridTemplateColumns: "auto minmax(32px, 1fr) auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
    padding: 0,
    listStyleType: "none",
  },
  row: { display: "contents" },
  count: {
    fontVariantNumeric: "tabular-nums",
    textAlign: "end",
    color: tokens.colorNeutralForeground1,
    whiteSpace: "nowrap",
  },
});

/** How far each sheet is; one button leads to the next row without a decision. */
export function TierProgressRows({ tiers }: { tiers: readonly TierProgress[] }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const go = useOutcome();
  const next = tiers.find(({ sheet, decided, listed }) => sheet !== null && decided < listed);
  const goToNext = (): void => {
    if (!next?.sheet) return;
    const { sheet, nextOpen = { row: 1 } } = next;
    void go.run(() => card.goTo({ sheet, ...nextOpen }));
  };
  return (
    <>
      <ul className={styles.rows}>
        {tiers.map(({ tier, listed, decided }) => (
          <li key={tier} className={styles.row}>
            <TierLabel tier={tier} />
            <Bar share={listed === 0 ? 0 : decided / listed} />
            <span className={styles.count}>
              {texts("reviews.ofListed", {
                decided: formats.number(decided),
                listed: formats.number(listed),
              })}
            </span>
          </li>
        ))}
      </ul>
      {go.issue ? <Message intent="warning" sentence={issueSentence(texts, go.issue)} /> : null}
      {next ? (
        <Button size="small" disabledFocusable={go.busy} onClick={goToNext}>
          {texts(next.nextOpen ? "reviews.nextOpen" : "reviews.toSheet")}
        </Button>
      ) : null}
    </>
  );
}
