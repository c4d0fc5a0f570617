import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

interface AddInMenuProps {
  readonly label: string;
  /** The button that opens it. */
  button(menu: { open: boolean; toggle(): void }): ReactNode;
  /** The entries; `close` before one of them does its work. */
  items(close: () => void): ReactNode;
}

/** Pixels kept between the menu and the edge of the window. */
const margin = 8;

/** A menu below a ribbon button: closed by Escape, by a click elsewhere and when the focus leaves it. */
export function AddInMenu({ label, button, items }: AddInMenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  useDismissal(open, anchor, close);
  return (
    <div
      ref={anchor}
      className="wb-menu-anchor"
      onKeyDown={(event) => open && moveInMenu(event)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close()}
    >
      {button({ open, toggle: () => setOpen(!open) })}
      {open && <MenuBox label={label}>{items(close)}</MenuBox>}
    </div>
  );
}

/** Below its button, moved left where it would stand out of the window. */
function MenuBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const over = element.getBoundingClientRect().right + margin - window.innerWidth;
    if (over > 0) element.style.marginInlineStart = `${-over}px`;
  }, []);
  return (
    <div ref={box} className="wb-menu" role="menu" aria-label={label}>
      {children}
    </div>
  );
}

/** The mouse leaves the focus in the grid, and the pane is a page of its own: both are watched from the window. */
function useDismissal(
  open: boolean,
  anchor: React.RefObject<HTMLDivElement | null>,
  close: () => void,
): void {
  useEffect(() => {
    if (!open) return;
    const byKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      if (anchor.current?.contains(document.activeElement)) anchor.current.querySelector("button")?.focus();
      close();
    };
    const byPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !anchor.current?.contains(target)) close();
    };
    window.addEventListener("keydown", byKey, { capture: true });
    window.addEventListener("pointerdown", byPointer, { capture: true });
    window.addEventListener("blur", close);
    return () => {
      window.removeEventListener("keydown", byKey, { capture: true });
      window.removeEventListener("pointerdown", byPointer, { capture: true });
      window.removeEventListener("blur", close);
    };
  });
}

function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = at < 0 && step < 0 ? entries.length - 1 : (at + step + entries.length) % entries.length;
  event.preventDefault();
  entries[next]?.focus();
}
