import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import type { Handled, HandledLine } from "./use-handled";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    // As high as the row it stands for, so that nothing jumps.
    minHeight: "46px",
    padding: `0 ${tokens.spacingHorizontalXXS} 0 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { display: "flex", color: tokens.colorNeutralForeground3 },
  name: {
    display: "block",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  said: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** What was done, in the place of the row, with its way back; the focus follows to it. */
export function HandledRow({ line, handled }: { line: HandledLine; handled: Handled }) {
  const styles = useStyles();
  const texts = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  const busy = line.state === "busy" || line.state === "undoing";
  useEffect(() => button.current?.focus(), []);
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        {busy ? (
          <Spinner size="extra-tiny" aria-label={texts("log.saving")} />
        ) : (
          <CheckmarkCircle20Regular aria-hidden />
        )}
      </span>
      <span>
        <span className={styles.name} title={line.name}>
          {line.name}
        </span>
        <span className={styles.said}>{line.issue ? issueSentence(texts, line.issue) : line.said}</span>
      </span>
      <Button
        ref={button}
        appearance="subtle"
        size="small"
        data-row
        aria-label={[texts("undo"), line.name].join(texts("comma"))}
        disabledFocusable={busy}
        onClick={() => void handled.undo(line)}
      >
        {texts("undo")}
      </Button>
    </li>
  );
}
