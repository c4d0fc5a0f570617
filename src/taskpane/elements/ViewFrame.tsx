import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTexts } from "../language";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowX: "hidden",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalSNudge} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    // Hidden scroll bars confuse in the desktop web view.
    scrollbarGutter: "stable",
    scrollbarWidth: "thin",
  },
  head: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalS },
  back: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    flexShrink: 0,
    minWidth: "auto",
  },
  titles: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineOffset: tokens.strokeWidthThick,
    borderRadius: tokens.borderRadiusMedium,
  },
  cut: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  context: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  dock: {
    flexShrink: 0,
    maxHeight: "60%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

interface ViewFrameProps {
  readonly title: string;
  readonly context?: string;
  /** Stands before the title, in its line. */
  readonly before?: ReactNode;
  readonly beside?: ReactNode;
  /** One line with an ellipsis; the whole title is its tooltip. */
  readonly cutTitle?: boolean;
  /** Makes it a drill-in: back arrow, and Esc leaves. */
  readonly onBack?: () => void;
  /** Message above the buttons, about what they do. */
  readonly dockMessage?: ReactNode;
  readonly actions?: ReactNode;
  /** Views whose first field takes the focus keep it from the heading. */
  readonly focusHeading?: boolean;
  readonly children: ReactNode;
}

/** One view: heading, the part that scrolls, and the docked action bar. */
export function ViewFrame(props: ViewFrameProps) {
  const styles = useStyles();
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = props.focusHeading ?? props.onBack !== undefined;
  useEffect(() => {
    if (focusHeading) heading.current?.focus();
  }, [focusHeading]);
  const leaveOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    props.onBack?.();
  };
  return (
    <div className={styles.frame} onKeyDown={props.onBack ? leaveOnEscape : undefined}>
      <div className={styles.scroll}>
        <div className={styles.head}>
          {props.onBack ? (
            <Button
              className={styles.back}
              appearance="subtle"
              size="small"
              icon={<ArrowLeft20Regular />}
              aria-label={texts("back")}
              onClick={props.onBack}
            />
          ) : null}
          {props.before}
          <div className={styles.titles}>
            <h2
              ref={heading}
              // Not −1: in Excel on the web office.js moves the focus at Tab itself, and from an element outside the
              // order of tabs it moves nowhere.
              tabIndex={0}
              className={mergeClasses(styles.title, props.cutTitle && styles.cut)}
              title={props.cutTitle ? props.title : undefined}
            >
              {props.title}
            </h2>
            {props.context ? <p className={styles.context}>{props.context}</p> : null}
          </div>
          {props.beside}
        </div>
        {props.children}
      </div>
      {props.actions || props.dockMessage ? (
        <div className={styles.dock}>
          {props.dockMessage}
          {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
        </div>
      ) : null}
    </div>
  );
}
