import type { KeyboardEvent } from "react";

const focusable = "button:not(:disabled), select:not(:disabled), [role=menuitem]";

/** Left, Right, Home and End move between the controls of a bar; Tab passes it in its own order. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
  const step = steps[event.key];
  const from = event.target as HTMLElement;
  if (step === undefined || event.altKey || event.ctrlKey) return;
  if (from instanceof HTMLSelectElement && Math.abs(step) !== 1) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)];
  const index = Math.min(Math.max(stops.indexOf(from) + step, 0), stops.length - 1);
  event.preventDefault();
  stops[index]?.focus();
}
