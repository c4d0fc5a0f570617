import { makeStyles, tokens } from "@fluentui/react-components";
import type { LeftOutReason } from "../../core/figures";
import { useCardState, useModel } from "../card-context";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { Section } from "./Section";

const reasons: readonly LeftOutReason[] = ["no-date", "no-amount", "unknown-account", "after-as-of"];

const useStyles = makeStyles({
  line: {
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** Cells that count as blank and purchases that count for nothing: figures are only as good as these lines say. */
export function NotRead() {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const state = useCardState();
  const { leftOut } = useModel();
  const cells = state.kind === "ready" ? state.unreadable.map((issue) => issueSentence(texts, issue)) : [];
  const purchases = reasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) =>
      texts(`leftOut.${reason}`, { count: leftOut[reason], rows: formats.number(leftOut[reason]) }),
    );
  return (
    <Section id="not-read" title={texts("today.notRead")} shown={3} more="today.more">
      {[...cells, ...purchases].map((sentence) => (
        <li key={sentence} className={styles.line}>
          {sentence}
        </li>
      ))}
    </Section>
  );
}
