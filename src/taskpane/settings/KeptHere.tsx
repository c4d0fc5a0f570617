import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAnnouncer } from "../announcer";
import { useEnvironment } from "../card-context";
import { AskFirst } from "../elements/AskFirst";
import { SectionTitle } from "../elements/SectionTitle";
import type { PaneEnvironment } from "../environment";
import type { KeptKey } from "../kept-keys";
import { usePaneLanguage } from "../language";
import { keptDays, keptDrafts } from "../log/draft-store";

/** All but `writer`, a random number that continues this installation's lines in the trail. */
const cleared: readonly KeptKey[] = [
  "pane-language",
  "first-hint",
  "import-mappings",
  "today-owner",
  "log-drafts",
];

function clear({ storage, memory, setAuthor }: PaneEnvironment): void {
  for (const key of cleared) storage.set(key, null);
  memory.set("recent-accounts", null);
  memory.set("today-owner", null);
  setAuthor("");
}

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalM} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** What is kept outside of the workbook, for how long, and a way to clear it (TP7). */
export function KeptHere() {
  const styles = useStyles();
  const { texts, choose } = usePaneLanguage();
  const environment = useEnvironment();
  const announcer = useAnnouncer();
  const [done, setDone] = useState(false);
  const drafts = keptDrafts(environment.storage).length;
  const forget = (): void => {
    choose(null);
    clear(environment);
    setDone(true);
    announcer.say(texts("kept.cleared"));
  };
  return (
    <section aria-labelledby="kept-here">
      <SectionTitle id="kept-here" title={texts("kept.title")} />
      <p className={styles.text}>{texts("kept.text")}</p>
      <p className={styles.text}>{texts("kept.drafts", { days: keptDays })}</p>
      <p className={styles.text}>{done ? texts("kept.cleared") : texts("kept.now", { count: drafts })}</p>
      <AskFirst
        action={texts("kept.clear")}
        title={texts("kept.askTitle")}
        keep={texts("kept.keep")}
        disabled={false}
        onConfirm={forget}
      >
        <p className={styles.text}>{texts("kept.ask", { count: drafts })}</p>
      </AskFirst>
    </section>
  );
}
