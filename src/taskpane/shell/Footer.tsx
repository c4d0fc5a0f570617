import { Link, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, ErrorCircle16Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { modelOf, useCard, useCardState } from "../card-context";
import { useFormats, useTexts } from "../language";
import { progressText } from "../progress-text";
import { useRefreshing } from "../refreshing";
import { useProgress } from "../use-progress";
import { RefreshIssue } from "./RefreshIssue";

const useStyles = makeStyles({
  footer: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: {
    minHeight: "28px",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalNone} ${tokens.spacingHorizontalM}`,
  },
  state: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  refresh: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  progress: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  // Only where the reading takes its time.
  late: {
    animationName: { from: { visibility: "hidden" }, to: { visibility: "hidden" } },
    animationDuration: "1s",
  },
  stopped: { color: tokens.colorPaletteRedForeground1 },
});

/** As-of day on the left; on the right whether the figures in the sheets are current, or what runs. */
export function Footer() {
  const styles = useStyles();
  const texts = useTexts();
  const formats = useFormats();
  const card = useCard();
  const state = useCardState();
  const steps = useProgress();
  const refreshing = useRefreshing();
  const model = modelOf(state);
  const current = steps.at(-1);
  const right = (): ReactNode => {
    const reading = state.kind === "loading";
    if (current || reading) {
      const children = current ? progressText(texts, formats, current) : texts("footer.reading");
      return (
        <>
          <Spinner size="extra-tiny" label={{ children, className: styles.progress }} />
          {reading ? (
            <Link
              as="button"
              className={mergeClasses(styles.refresh, styles.late)}
              onClick={() => card.cancel()}
            >
              {texts("cancel")}
            </Link>
          ) : null}
        </>
      );
    }
    if (state.kind === "unread") return null;
    if (state.kind === "damaged")
      return (
        <>
          <ErrorCircle16Filled className={styles.stopped} />
          {texts("footer.stopped")}
        </>
      );
    if (state.kind === "ready" && state.stale)
      return (
        <>
          {texts("footer.older")}
          <Link
            as="button"
            className={styles.refresh}
            disabled={refreshing.busy}
            onClick={() => void refreshing.refresh()}
          >
            {texts("footer.refresh")}
          </Link>
        </>
      );
    return (
      <>
        <CheckmarkCircle16Regular />
        {texts("footer.current")}
      </>
    );
  };
  return (
    <footer className={styles.footer}>
      <RefreshIssue />
      <div className={styles.line}>
        <span>{model ? texts("footer.asOf", { date: formats.fullDate(model.asOf) }) : ""}</span>
        <span className={styles.state}>{right()}</span>
      </div>
    </footer>
  );
}
