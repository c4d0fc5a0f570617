import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ClipboardTask20Regular, Warning20Regular } from "@fluentui/react-icons";
import type { ReadyCard } from "../../workbook/card";
import type { Formats } from "../formats";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import type { Texts } from "../../locales/texts";

const useStyles = makeStyles({
  tile: {
    display: "flex",
    justifyContent: "flex-start",
    width: "100%",
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
  },
  lines: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: {
    display: "block",
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  state: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  warning: { color: tokens.colorStatusWarningForeground1 },
});

/** The first day on which a review of any account is due; null without accounts. */
function nextReview({ model }: ReadyCard): number | null {
  const days = [...model.accounts.values()].map((figures) => figures.nextReview);
  return days.length === 0 ? null : Math.min(...days);
}

function tileTexts(card: ReadyCard, texts: Texts, formats: Formats): { title: string; state: string } | null {
  const due = nextReview(card);
  if (due === null) return null;
  const { review, model } = card;
  if (review.kind !== "none" && review.pending > 0)
    return { title: texts("tile.pending"), state: texts("tile.pendingState", { count: review.pending }) };
  if (review.kind === "open") {
    const decided = review.tiers.reduce((sum, tier) => sum + tier.decided, 0);
    const listed = review.tiers.reduce((sum, tier) => sum + tier.listed, 0);
    const title = texts("tile.open", { cycle: formats.cycle(review.cycle) });
    return { title, state: texts("tile.decided", { decided, listed }) };
  }
  if (due > model.asOf) {
    const title = texts("tile.next", { date: formats.fullDate(due) });
    return { title, state: texts("tile.none") };
  }
  const count = [...model.accounts.values()].filter((figures) => figures.nextReview <= model.asOf).length;
  return {
    title: due === model.asOf ? texts("tile.dueToday") : texts("tile.due"),
    state: texts("tile.accounts", { count }),
  };
}

/** The periodic duty of the card: how far the review is; opens Reviews. */
export function ReviewTile({ card }: { card: ReadyCard }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { toArea } = useRouting();
  const said = tileTexts(card, texts, formats);
  if (!said) return null;
  const pending = card.review.kind !== "none" && card.review.pending > 0;
  return (
    <Button
      className={styles.tile}
      icon={pending ? <Warning20Regular className={styles.warning} /> : <ClipboardTask20Regular />}
      data-opener="review tile"
      onClick={() => toArea("reviews")}
    >
      <span className={styles.lines}>
        <span className={styles.title}>{said.title}</span>
        <span className={styles.state}>{said.state}</span>
      </span>
    </Button>
  );
}
