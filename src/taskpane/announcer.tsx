import { makeStyles } from "@fluentui/react-components";
import { createContext, useCallback, useContext, useMemo, useState, type PropsWithChildren } from "react";

interface Announcer {
  /** Said when the screen reader pauses: results. */
  say(sentence: string): void;
  /** Said at once: what went wrong. */
  alert(sentence: string): void;
}

const Context = createContext<Announcer>({ say: () => undefined, alert: () => undefined });

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Two live regions for the whole pane; they stand in the page before anything is said. */
export function AnnouncerProvider({ children }: PropsWithChildren) {
  const styles = useStyles();
  const [polite, setPolite] = useState({ sentence: "", turn: 0 });
  const [urgent, setUrgent] = useState({ sentence: "", turn: 0 });
  // A new key per turn lets the same sentence be said twice.
  const say = useCallback((sentence: string) => setPolite(({ turn }) => ({ sentence, turn: turn + 1 })), []);
  const alert = useCallback(
    (sentence: string) => setUrgent(({ turn }) => ({ sentence, turn: turn + 1 })),
    [],
  );
  const announcer = useMemo(() => ({ say, alert }), [say, alert]);
  return (
    <Context.Provider value={announcer}>
      {children}
      <div role="status" className={styles.hidden}>
        <span key={polite.turn}>{polite.sentence}</span>
      </div>
      <div role="alert" className={styles.hidden}>
        <span key={urgent.turn}>{urgent.sentence}</span>
      </div>
    </Context.Provider>
  );
}

export const useAnnouncer = (): Announcer => useContext(Context);
