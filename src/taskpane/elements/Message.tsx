import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { leadAndRest } from "../issue-sentence";

const useStyles = makeStyles({ bar: { flexShrink: 0 }, wrap: { overflowWrap: "anywhere" } });

export interface MessageProps {
  readonly intent: "info" | "success" | "warning" | "error";
  /** Whole message; its first sentence is the title. */
  readonly sentence: string;
  readonly children?: ReactNode;
}

/**
 * A message in its place: what happened in bold, then what was saved and what to do. The live regions of
 * the announcer read it, so the bar itself stays silent.
 */
export function Message({ intent, sentence, children }: MessageProps) {
  const styles = useStyles();
  const [lead, rest] = leadAndRest(sentence);
  return (
    <MessageBar intent={intent} layout="multiline" politeness="polite" className={styles.bar}>
      <MessageBarBody className={styles.wrap}>
        {rest ? <MessageBarTitle>{lead}</MessageBarTitle> : lead} {rest}
      </MessageBarBody>
      {children ? <MessageBarActions>{children}</MessageBarActions> : null}
    </MessageBar>
  );
}
