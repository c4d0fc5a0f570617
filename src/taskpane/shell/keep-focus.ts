import { useEffect } from "react";

const isOutsideTabOrder = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target === document.body || target.tabIndex < 0);

/**
 * Office on the web takes every Tab at the window and knows only what is in the tab order: from a heading it would
 * leave the pane. From there the browser itself finds the next control.
 */
function leaveTabToBrowser(event: KeyboardEvent): void {
  if (event.key === "Tab" && isOutsideTabOrder(event.target)) event.stopPropagation();
}

/**
 * What had the focus may vanish under it: a button that turns into progress, a link that is done with. The browser
 * then leaves the focus on nothing, from where Tab leads nowhere. It goes to the heading of the view instead.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    const remember = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const rescue = (): void => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const heading = document.querySelector<HTMLElement>("main h2[tabindex]");
      if (!heading) return;
      last = null;
      heading.focus();
    };
    // Menus and dialogs give the focus back themselves, one task later.
    const observer = new MutationObserver(() => {
      if (last && !last.isConnected) window.setTimeout(rescue);
    });
    document.addEventListener("keydown", leaveTabToBrowser);
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("keydown", leaveTabToBrowser);
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}
