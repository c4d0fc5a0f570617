import { useEffect } from "react";
import { useCard } from "../card-context";

/** Reads what changed meanwhile whenever the pane comes into sight again (WB12). */
export function useWakeOnSight(): void {
  const card = useCard();
  useEffect(() => {
    const wake = (): void => {
      if (document.visibilityState === "visible") void card.wake();
    };
    document.addEventListener("visibilitychange", wake);
    return () => document.removeEventListener("visibilitychange", wake);
  }, [card]);
}
