import { makeStyles } from "@fluentui/react-components";
import type { KeyboardEvent, ReactNode } from "react";

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: "none" } });

/** Up and down move between the names of the view's rows, over section borders; Tab walks name and actions. */
function walkRows(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const view = event.currentTarget.closest("main") ?? event.currentTarget;
  const names = [...view.querySelectorAll<HTMLElement>("[data-row]")];
  const row = (event.target as HTMLElement).closest("li");
  const here = names.findIndex((name) => row?.contains(name));
  const next = names[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

export function RowList({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-labelledby={labelledBy} onKeyDown={walkRows}>
      {children}
    </ul>
  );
}
