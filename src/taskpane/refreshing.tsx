import { createContext, useContext, type PropsWithChildren } from "react";
import type { Issue } from "../workbook/outcome";
import { useCard } from "./card-context";
import { useAnnouncer } from "./announcer";
import { useTexts } from "./language";
import { useOutcome } from "./use-outcome";

interface Refreshing {
  readonly busy: boolean;
  readonly issue: Issue | null;
  refresh(options?: { clearFilters?: boolean }): Promise<void>;
  clear(): void;
}

const Context = createContext<Refreshing | null>(null);

/** One refresh for footer and ribbon, so that what stopped it stands in one place. */
export function RefreshingProvider({ children }: PropsWithChildren) {
  const card = useCard();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const { busy, issue, clear, run } = useOutcome();
  const refresh = async (options?: { clearFilters?: boolean }): Promise<void> => {
    const done = await run(() => card.refresh(options));
    if (done) announcer.say(texts("footer.current"));
  };
  return <Context.Provider value={{ busy, issue, clear, refresh }}>{children}</Context.Provider>;
}

export function useRefreshing(): Refreshing {
  const refreshing = useContext(Context);
  if (!refreshing) throw new Error("This component must stand inside RefreshingProvider.");
  return refreshing;
}
