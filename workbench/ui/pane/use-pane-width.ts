import { useCallback, useState } from "react";
import { clampWidth, paneWidth } from "./pane-width";

const storageKey = "workbench.pane-width";

/** The pane's width and how to change it; it survives a reload. */
export function usePaneWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(() =>
    clampWidth(Number(sessionStorage.getItem(storageKey)) || paneWidth.initial, window.innerWidth),
  );
  const resize = useCallback((wanted: number) => {
    const next = clampWidth(wanted, window.innerWidth);
    sessionStorage.setItem(storageKey, String(next));
    setWidth(next);
  }, []);
  return [width, resize];
}
