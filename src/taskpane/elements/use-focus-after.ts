import { useEffect, useRef, type RefObject } from "react";

/** For the button that opened something: it has the focus again once that is no longer open. */
export function useFocusAfter(open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return opener;
}
