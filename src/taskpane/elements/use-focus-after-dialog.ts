import { useEffect, useRef, type RefObject } from "react";

/**
 * The button a dialog was opened from: it takes the focus when the dialog closes. Without a focus outside the dialog
 * Fluent would leave the rest of the pane hidden from screen readers. The dialog must close at once (`surfaceMotion`
 * null): until it is gone it pulls the focus back.
 */
export function useFocusAfterDialog(open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return opener;
}
