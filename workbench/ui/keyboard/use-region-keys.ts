import { useEffect } from "react";
import { useSession } from "../session";
import { leaveFrame } from "./frame-keys";
import { onGoToKey } from "./go-to";
import { moveRegion } from "./regions";

/** F6, Shift+F6 and Ctrl+F6 go round ribbon, grid, pane and drawer; Escape returns from the ribbon to the grid; Go To. */
export function useRegionKeys(): void {
  const { book, grid } = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inRibbon = document.activeElement?.closest(".wb-ribbon");
      if (event.key === "Escape" && inRibbon && !document.querySelector(".wb-menu")) return grid.focus();
      if (event.key === "F6") moveRegion(grid, event.shiftKey);
      else if (!onGoToKey(event, book, grid)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onLeave = (event: Event) => moveRegion(grid, (event as CustomEvent<{ back: boolean }>).detail.back);
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener(leaveFrame, onLeave);
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener(leaveFrame, onLeave);
    };
  }, [book, grid]);
}
