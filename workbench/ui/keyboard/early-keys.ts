type KeyHandler = (event: KeyboardEvent) => void;

/**
 * Univer takes keys on the window from its start on. Whoever wants some of them first must have been there before:
 * this listener is registered once, before the first Univer, and passes keys to the current handler.
 */
let current: KeyHandler | null = null;
let registered = false;

export function listenBeforeGrid(): void {
  if (registered) return;
  registered = true;
  window.addEventListener("keydown", (event) => current?.(event), { capture: true });
}

export function handleKeysFirst(handler: KeyHandler): void {
  current = handler;
}
